import { ApiError } from '../api-error';
import { rejectWhenCancelled } from './cancellable';
import type { Send } from './send';
import type { Platform } from '../platform';

const MINUTE = 60_000;

/** How much is asked of the server at most. */
export interface RateLimitOptions {
  /** Requests under way at a time, the others wait; 4 unless told. WeChat allows an app 10. */
  readonly inFlight?: number | undefined;
  /**
   * Requests in any 60 seconds, 30 unless told: Hydrogen's free plan allows an app 50 for all its users.
   * One more is refused as `rate-limited`, as a server would do it.
   */
  readonly perMinute?: number | undefined;
}

/** Keeps requests within limits. */
export function withRateLimit(
  send: Send,
  { inFlight = 4, perMinute = 30 }: RateLimitOptions,
  { now }: Platform,
): Send {
  const queue: (() => void)[] = [];
  const sent: number[] = [];
  let underWay = 0;

  const next = () => {
    while (underWay < inFlight && queue.length > 0) (queue.shift() as () => void)();
  };

  return (message, signal) => {
    const answer = new Promise((resolve, reject) => {
      queue.push(() => {
        if (signal.cancelled) return;
        const moment = now();
        // A clock that was set back would count requests of the future.
        while (Math.abs(moment - (sent[0] as number)) >= MINUTE) sent.shift();
        const oldest = sent[sent.length - perMinute];
        if (oldest !== undefined) {
          const detail = `more than ${perMinute} requests a minute`;
          const retryAfterMs = oldest + MINUTE - moment;
          return reject(new ApiError({ ...message, kind: 'rate-limited', detail, retryAfterMs }));
        }
        sent.push(moment);
        underWay++;
        const done = () => {
          underWay--;
          next();
        };
        send(message, signal).then(resolve, reject).then(done, done);
      });
    });
    next();
    return rejectWhenCancelled(answer, message, signal);
  };
}
