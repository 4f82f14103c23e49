import { createCancellation, NEVER_CANCELLED, type CancelSignal } from '../../core/cancellation';
import type { Clock } from '../../core/clock';
import { ApiError } from '../api-error';
import type { AppVisibility } from '../platform';
import type { RateLimit } from './rate-limit';
import { rejectWhenCancelled, type RequestTarget } from './reject-when-cancelled';

/** Runs something that the given signal cancels, and passes its result on. */
export type WithDeadline = <Result>(
  run: (signal: CancelSignal) => Promise<Result>,
  target: RequestTarget,
  signal?: CancelSignal,
) => Promise<Result>;

/** A longer timer fires at once. A longer deadline is therefore no deadline. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const UNLIMITED = { isFull: false, waits: 0 };

/**
 * Creates a limit of the whole time of a request: sign-in, waiting and repetitions included. A run that
 * takes longer fails as `timeout` and is cancelled. Two kinds of time do not count, and restart the timer:
 * WeChat stops everything in the background, and the limit per minute is the module's own, for which a
 * person must not see a failure.
 */
export function createDeadline(
  milliseconds: number,
  visibility: AppVisibility,
  { after }: Pick<Clock, 'after'>,
  rateLimit: Pick<RateLimit, 'isFull' | 'waits'> = UNLIMITED,
): WithDeadline {
  return <Result>(
    run: (signal: CancelSignal) => Promise<Result>,
    target: RequestTarget,
    signal = NEVER_CANCELLED,
  ) => {
    const { signal: inner, cancel } = createCancellation();
    const limited = new Promise<Result>((resolve, reject) => {
      let stop = (): void => undefined;
      const start = () => {
        const { returns } = visibility;
        const { waits } = rateLimit;
        stop = after(milliseconds, () => {
          const wasHidden = visibility.hidden || visibility.returns > returns;
          if (wasHidden || rateLimit.isFull || rateLimit.waits > waits) return start();
          reject(new ApiError({ ...target, kind: 'timeout', detail: 'deadline' }));
          cancel();
        });
      };
      const end = () => stop();
      if (milliseconds <= LONGEST_TIMER_MS) start();
      inner.onCancel(end);
      const result = run(inner);
      result.then(resolve, reject);
      result.then(end, end);
    });
    return rejectWhenCancelled(limited, target, signal, cancel);
  };
}
