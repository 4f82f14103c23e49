import { ApiError } from '../api-error';

/** Says that nobody waits for the answer any more. */
export interface CancelSignal {
  readonly cancelled: boolean;
  onCancel(listener: () => void): void;
}

/** What an error names of a request. */
export interface RequestTarget {
  readonly method: string;
  readonly path: string;
}

/** For whoever waits to the end. */
export const NEVER: CancelSignal = { cancelled: false, onCancel: () => undefined };

/** A signal and the way to give it. */
export function createCancellation() {
  const listeners: (() => void)[] = [];
  const signal = {
    cancelled: false,
    onCancel: (listener: () => void) => void listeners.push(listener),
  };
  const cancel = () => {
    signal.cancelled = true;
    listeners.splice(0).forEach((listener) => listener());
  };
  return { signal: signal as CancelSignal, cancel };
}

/** The result, or an {@link ApiError} of kind `cancelled` as soon as the signal is given. */
export function rejectWhenCancelled<T>(
  result: Promise<T>,
  { method, path }: RequestTarget,
  signal: CancelSignal,
  left?: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(new ApiError({ kind: 'cancelled', method, path }));
      if (left) left();
    };
    result.then(resolve, reject);
    if (signal.cancelled) leave();
    else signal.onCancel(leave);
  });
}
