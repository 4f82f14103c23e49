import type { CancelSignal } from '../../core/cancellation';
import { callHost } from '../../core/call-host';
import type { Clock } from '../../core/clock';
import { rejectWhenCancelled } from './reject-when-cancelled';
import type { Message, Send } from './send';

const MINUTE = 60_000;

/** Limits of the number of requests. */
export interface RateLimitOptions {
  /** Requests in flight at a time; further ones wait. WeChat allows an app 10. @default 4 */
  readonly inFlight?: number | undefined;
  /**
   * Requests in any 60 seconds; further ones wait. Hydrogen's free plan allows an app 50 for all its users.
   *
   * @default 30
   */
  readonly perMinute?: number | undefined;
  /** Called with true when requests begin to wait for `perMinute`, and with false when none does any more. */
  readonly onWait?: ((isWaiting: boolean) => void) | undefined;
}

/** Keeps requests within limits. */
export interface RateLimit {
  /** Limits a function that sends; all functions of one limit count together. */
  limit(send: Send): Send;
  /** Whether requests wait because of the limit per minute. */
  readonly isFull: boolean;
  /** How often such a wait has ended. */
  readonly waits: number;
}

/** Creates a limit that has counted nothing. No request is refused: each waits for its turn. */
export function createRateLimit(
  { inFlight = 4, perMinute = 30, onWait }: RateLimitOptions,
  { now, after }: Clock,
): RateLimit {
  let queue: { readonly start: () => void }[] = [];
  /** When the requests of the last minute were sent, oldest first. */
  const sent: number[] = [];
  let running = 0;
  let waits = 0;
  let stopWaiting: (() => void) | null = null;
  const report = (isWaiting: boolean) => onWait && callHost(onWait, isWaiting);

  function endWait(): void {
    if (!stopWaiting) return;
    stopWaiting();
    stopWaiting = null;
    waits += 1;
    report(false);
  }

  function waitForMinute(oldest: number): void {
    if (stopWaiting) return;
    // A clock that was changed meanwhile makes no wait longer.
    const left = Math.min(MINUTE, oldest + MINUTE - now());
    stopWaiting = after(left, () => {
      endWait();
      while (sent[0] === oldest) sent.shift();
      startNext();
    });
    report(true);
  }

  function startNext(): void {
    while (running < inFlight) {
      const [next] = queue;
      if (!next) return;
      const time = now();
      let [oldest] = sent;
      // The absolute value: after the clock was set back, old requests would lie in the future.
      while (oldest !== undefined && Math.abs(time - oldest) >= MINUTE) {
        sent.shift();
        [oldest] = sent;
      }
      if (oldest !== undefined && sent.length >= perMinute) return waitForMinute(oldest);
      endWait();
      queue.shift();
      sent.push(time);
      next.start();
    }
  }

  function queued(send: Send, message: Message, signal: CancelSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiting = {
        start() {
          running += 1;
          const done = () => {
            running -= 1;
            startNext();
          };
          send(message, signal).then(resolve, reject).then(done, done);
        },
      };
      queue.push(waiting);
      signal.onCancel(() => {
        queue = queue.filter((one) => one !== waiting);
        if (queue.length === 0) endWait();
      });
    });
  }

  return {
    limit: (send) => (message, signal) => {
      if (signal.cancelled) return send(message, signal);
      const answer = queued(send, message, signal);
      startNext();
      return rejectWhenCancelled(answer, message, signal);
    },
    get isFull() {
      return stopWaiting !== null;
    },
    get waits() {
      return waits;
    },
  };
}
