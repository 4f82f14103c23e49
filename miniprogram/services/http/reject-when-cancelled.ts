import type { CancelSignal } from '../../core/cancellation';
import { ApiError } from '../api-error';

/** The parts of a request that an error names. */
export interface RequestTarget {
  readonly method: string;
  readonly path: string;
}

/**
 * Waits for a result only as long as the signal is not cancelled.
 *
 * @param onAbandon - Called when the signal is cancelled.
 * @throws {@link ApiError} of kind `cancelled` as soon as the signal is cancelled.
 */
export function rejectWhenCancelled<Result>(
  result: Promise<Result>,
  { method, path }: RequestTarget,
  signal: CancelSignal,
  onAbandon?: () => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abandon = () => {
      reject(new ApiError({ kind: 'cancelled', method, path }));
      if (onAbandon) onAbandon();
    };
    result.then(resolve, reject);
    // The signal may be the app's own, which may not call listeners added after it was cancelled.
    if (signal.cancelled) abandon();
    else signal.onCancel(abandon);
  });
}
