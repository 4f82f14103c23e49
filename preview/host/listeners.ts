/** The two calls of a wx event: `onX` and `offX`, which without a listener takes them all away. */
export const createListeners = <Event>() => {
  const listeners = new Set<(event: Event) => void>();
  return {
    on: (listener: (event: Event) => void): void => void listeners.add(listener),
    off: (listener?: (event: Event) => void): void => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    tell: (event: Event): void => {
      for (const listener of [...listeners]) listener(event);
    },
  };
};
