/** Told to a run so that it can stop early; WeChat has no AbortSignal. */
export interface CancelSignal {
  /** True from the moment the run's answer is no longer wanted. */
  readonly cancelled: boolean;
  /** Calls `listener` once, when cancelled; at once if that has happened already. */
  onCancel(listener: () => void): void;
}

/** The two ends of a cancellation: the run holds the signal, its owner calls `cancel`. */
export interface Cancellation {
  readonly signal: CancelSignal;
  /** Further calls do nothing. */
  cancel(): void;
}

/** Makes a fresh, uncancelled pair. */
export function createCancellation(): Cancellation {
  let cancelled = false;
  let listeners: (() => void)[] = [];
  return {
    signal: {
      get cancelled() {
        return cancelled;
      },
      onCancel(listener) {
        if (cancelled) listener();
        else listeners.push(listener);
      },
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      const told = listeners;
      listeners = [];
      told.forEach((listener) => listener());
    },
  };
}
