/** One set of listeners. */
export interface EventSource<Value = void> {
  /** Adds a listener. @returns A function that removes it. */
  readonly subscribe: (listener: (value: Value) => void) => () => void;
  /** Calls the current listeners in the order in which they were added. */
  readonly emit: (value: Value) => void;
  /** Removes all listeners. */
  readonly clear: () => void;
}

/** Creates a set of listeners that is empty. */
export function createEvent<Value = void>(): EventSource<Value> {
  const listeners = new Set<{ readonly call: (value: Value) => void }>();
  return {
    subscribe(call) {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(value) {
      // A listener that is removed meanwhile is not called; one that is added is called from the next emit on.
      [...listeners].forEach((listener) => {
        if (listeners.has(listener)) listener.call(value);
      });
    },
    clear: () => listeners.clear(),
  };
}
