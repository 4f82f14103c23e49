import type { Clock } from '../../core/clock';
import { ApiError } from '../api-error';
import { rejectWhenCancelled } from './reject-when-cancelled';
import type { Send } from './send';

const MINUTE = 60_000;

/** Limits of the number of requests. */
export interface RateLimitOptions {
  /** Requests in flight at a time; further ones wait. WeChat allows an app 10. @default 4 */
  readonly inFlight?: number | undefined;
  /**
   * Requests in any 60 seconds; a further one fails as `rate-limited`, as if the server had refused it.
   * Hydrogen's free plan allows an app 50 for all its users. @default 30
   */
  readonly perMinute?: number | undefined;
}

/** Keeps requests within limits. */
export function withRateLimit(
  send: Send,
  { inFlight = 4, perMinute = 30 }: RateLimitOptions,
  { now }: Pick<Clock, 'now'>,
): Send {
  const queue: (() => void)[] = [];
  /** When the requests of the last minute were sent, oldest first. */
  const sent: number[] = [];
  let running = 0;

  const startNext = () => {
    while (running < inFlight) {
      const start = queue.shift();
      if (!start) return;
      start();
    }
  };

  return (message, signal) => {
    const answer = new Promise((resolve, reject) => {
      queue.push(() => {
        if (signal.cancelled) return;
        const time = now();
        let [oldest] = sent;
        // The absolute value: after the clock was set back, old requests would lie in the future.
        while (oldest !== undefined && Math.abs(time - oldest) >= MINUTE) {
          sent.shift();
          [oldest] = sent;
        }
        if (oldest !== undefined && sent.length >= perMinute) {
          const detail = `more than ${perMinute} requests a minute`;
          const retryAfterMs = oldest + MINUTE - time;
          return reject(new ApiError({ ...message, kind: 'rate-limited', detail, retryAfterMs }));
        }
        sent.push(time);
        running++;
        const done = () => {
          running--;
          startNext();
        };
        send(message, signal).then(resolve, reject).then(done, done);
      });
    });
    startNext();
    return rejectWhenCancelled(answer, message, signal);
  };
}
