import { ApiError } from '../api-error';
import { createCancellation, NEVER_CANCELLED, type CancelSignal } from '../../core/cancellation';
import { rejectWhenCancelled, type RequestTarget } from './cancellable';
import type { AppVisibility, Platform } from '../platform';

/**
 * Fails as `timeout` what takes longer than so many milliseconds, repetitions, waiting and signing in
 * included, and cancels it. Time in the background, where WeChat stops everything, starts it afresh.
 */
export function beforeDeadline<T>(
  run: (signal: CancelSignal) => Promise<T>,
  milliseconds: number,
  place: RequestTarget,
  stage: AppVisibility,
  { after }: Platform,
  signal = NEVER_CANCELLED,
): Promise<T> {
  const { signal: inner, cancel } = createCancellation();
  const limited = new Promise<T>((resolve, reject) => {
    let stop: () => void;
    const start = () => {
      const { returns } = stage;
      stop = after(milliseconds, () => {
        if (stage.hidden || stage.returns > returns) return start();
        reject(new ApiError({ ...place, kind: 'timeout', detail: 'deadline' }));
        cancel();
      });
    };
    const end = () => stop();
    start();
    inner.onCancel(end);
    const result = run(inner);
    result.then(resolve, reject);
    result.then(end, end);
  });
  return rejectWhenCancelled(limited, place, signal, cancel);
}
