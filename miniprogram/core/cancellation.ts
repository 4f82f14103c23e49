/** Reports to a run that its caller has cancelled it. WeChat has no AbortSignal. */
export interface CancelSignal {
  /** Whether `cancel` was called. */
  readonly cancelled: boolean;
  /** Calls `listener` once, when cancelled; immediately if that has already happened. */
  onCancel(listener: () => void): void;
}

/** The run holds the signal, its owner calls `cancel`. */
export interface Cancellation {
  readonly signal: CancelSignal;
  /** Further calls do nothing. */
  readonly cancel: () => void;
}

/** The signal of a run that is never cancelled. */
export const NEVER_CANCELLED: CancelSignal = { cancelled: false, onCancel: () => undefined };

/** Creates a cancellation that has not been cancelled. */
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
      const notified = listeners;
      listeners = [];
      notified.forEach((listener) => listener());
    },
  };
}
