import { isApiError } from '../api-error';
import { errMsgOf, type Send } from './send';
import { pause } from '../../core/clock';
import type { AppVisibility, Platform } from '../platform';

/** How patient requests are. */
export interface RetryOptions {
  /** How often a failed GET is asked again; 2 unless told. */
  readonly retries?: number | undefined;
  /** Milliseconds before the first repetition, doubled before each further one; 500 unless told. */
  readonly backOffMs?: number | undefined;
}

/** A server that wants to be left alone for longer is: the failure is told at once. */
const LONGEST_WAIT_MS = 8000;

/**
 * Repeats a GET that may succeed the next time. The pause before it is the server's `Retry-After`, else
 * half to the whole of a step that doubles, so that many phones do not come back together. A request
 * that WeChat interrupted in the background is repeated when the person is back, and that does not count.
 */
export function withRetry(
  send: Send,
  { retries = 2, backOffMs = 500 }: RetryOptions,
  stage: AppVisibility,
  surroundings: Platform,
): Send {
  return async (message, signal) => {
    let left = message.method === 'GET' ? retries : 0;
    for (let step = backOffMs, { returns } = stage; ;) {
      try {
        return await send(message, signal);
      } catch (error) {
        if (!isApiError(error) || !error.retryable || signal.cancelled) throw error;
        const away = stage.hidden || stage.returns > returns;
        if (away && message.method === 'GET' && /interrupted/.test(errMsgOf(error.cause))) {
          await stage.shown();
          ({ returns } = stage);
          continue;
        }
        const { retryAfterMs } = error;
        const wait =
          retryAfterMs === null ? (step * (1 + surroundings.random())) / 2 : retryAfterMs;
        if (left-- <= 0 || wait > LONGEST_WAIT_MS) throw error;
        step *= 2;
        await pause(wait, surroundings, signal);
        if (signal.cancelled) throw error;
      }
    }
  };
}
