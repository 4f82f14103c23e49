import type { CancelSignal } from '../../core/cancellation';
import { pause, type Clock } from '../../core/clock';
import { isApiError } from '../api-error';
import type { AppVisibility, Platform } from '../platform';
import type * as failing from './wechat-failure';

/** How failed requests are repeated. Sign-ins are repeated by the defaults. */
export interface RetryOptions {
  /** How often a failed request is repeated. @default 2 */
  readonly retries?: number | undefined;
  /** Milliseconds before the first repetition, doubled before each further one. @default 500 */
  readonly backOffMs?: number | undefined;
}

/** A longer wait is not made: the request fails at once. */
const LONGEST_WAIT_MS = 8000;

/**
 * Repeats a request whose error is retryable. The pause before it is the server's `Retry-After`, else a random
 * time from half to the whole of a step that doubles, so that many phones do not retry at the same moment. A
 * request that WeChat interrupted in the background is repeated in the foreground, and is not counted.
 */
export function withRetry<Message, Answer>(
  send: (message: Message, signal: CancelSignal) => Promise<Answer>,
  { retries = 2, backOffMs = 500 }: RetryOptions,
  visibility: AppVisibility,
  platform: Pick<Platform, 'random'> & Pick<Clock, 'after'>,
): (message: Message, signal: CancelSignal) => Promise<Answer> {
  return async (message, signal) => {
    let left = retries;
    let step = backOffMs;
    let { returns } = visibility;
    for (;;) {
      try {
        return await send(message, signal);
      } catch (error) {
        if (!isApiError(error) || !error.retryable || signal.cancelled) throw error;
        const { isInterrupted } = require('./wechat-failure') as typeof failing;
        const wasHidden = visibility.hidden || visibility.returns > returns;
        if (wasHidden && isInterrupted(error.cause)) {
          await visibility.shown();
          ({ returns } = visibility);
          continue;
        }
        const wait = error.retryAfterMs ?? (step * (1 + platform.random())) / 2;
        if (left-- <= 0 || wait > LONGEST_WAIT_MS) throw error;
        step *= 2;
        await pause(wait, platform, signal);
        if (signal.cancelled) throw error;
      }
    }
  };
}
