/** One set of listeners, with the semantics of `wx.onX` and `wx.offX`: `off()` removes all of them. */
export const createListeners = <Values extends unknown[]>() => {
  const listeners = new Set<(...values: Values) => void>();
  return {
    on: (listener: (...values: Values) => void): void => void listeners.add(listener),
    off: (listener?: (...values: Values) => void): void => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    /** @returns the number of listeners */
    emit: (...values: Values): number => {
      const called = [...listeners];
      for (const listener of called) listener(...values);
      return called.length;
    },
  };
};
