import type { CancelSignal } from '../../core/cancellation';
import { ApiError, isApiError } from '../api-error';
import { resolvePlatform, watchAppVisibility } from '../platform';
import type { Session } from '../session/session';
import { createDeadline } from './deadline';
import { withDedupe } from './dedupe';
import { createRateLimit, type RateLimitOptions } from './rate-limit';
import { withRetry, type RetryOptions } from './retry';
import { createSend, explain, type Connection } from './send';
import type { Query } from './url';

/** The options of {@link createHttpClient}. */
export interface HttpClientOptions extends Connection, RateLimitOptions, RetryOptions {
  /** Gives the token of the user. */
  readonly session: Session;
  /**
   * Milliseconds after which a request fails, with sign-in and all repetitions; without the time in which it
   * waits for `perMinute`.
   *
   * @default 20000
   */
  readonly deadlineMs?: number | undefined;
}

/** Requests on behalf of the session's user. */
export interface HttpClient {
  /**
   * @returns The parsed JSON body of a 2xx answer.
   * @throws {@link ApiError} only; `cancelled` also where the answer is for a user who has changed meanwhile.
   */
  get(path: string, query?: Query, signal?: CancelSignal): Promise<unknown>;
  /** Calls `listener` when another user has signed in. @returns A function that removes it. */
  onUserChange(listener: () => void): () => void;
}

/**
 * Creates requests that carry the session's token, with repetition, sharing, limits and a deadline. After a
 * 401 the session drops the token, and the request is sent once more if the session gives another one.
 *
 * A client lives as long as the app, to which it listens: create one, not one for each request.
 *
 * @throws Error when an option is not usable.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  checkNumbers(options);
  const { session, deadlineMs = 20_000 } = options;
  const platform = resolvePlatform(options.platform);
  const visibility = watchAppVisibility(platform);
  const rateLimit = createRateLimit(options, platform);
  const limited = rateLimit.limit(createSend(options));
  const send = withDedupe(withRetry(limited, options, visibility, platform));
  const withDeadline = createDeadline(deadlineMs, visibility, platform, rateLimit);
  const onUserChange = (listener: () => void) =>
    session.onUserChange ? session.onUserChange(listener) : () => undefined;
  let users = 0;
  onUserChange(() => (users += 1));

  return {
    get(path, query, signal) {
      const target = { method: 'GET', path } as const;
      const unauthorized = (cause?: unknown) =>
        new ApiError({ kind: 'unauthorized', ...target, cause });
      // A custom session may throw synchronously, and any value.
      const ofSession = async <Result>(ask: () => Result | Promise<Result>): Promise<Result> => {
        try {
          return await ask();
        } catch (cause) {
          if (cause instanceof TypeError || cause instanceof ReferenceError)
            explain('session', cause.message.replace(/https?:\S+/g, '…'));
          throw isApiError(cause) ? cause : unauthorized(cause);
        }
      };
      const getToken = async () => {
        const token: unknown = await ofSession(() => session.token());
        if (!isToken(token)) throw unauthorized();
        return token;
      };
      const sendAs = async (token: string, inner: CancelSignal) => {
        const user = users;
        const body = await send({ ...target, query, token }, inner);
        if (user === users) return body;
        throw new ApiError({ ...target, kind: 'cancelled', detail: 'another user has signed in' });
      };
      const request = async (inner: CancelSignal) => {
        const token = await getToken();
        try {
          return await sendAs(token, inner);
        } catch (error) {
          if (!isApiError(error) || error.kind !== 'unauthorized') throw error;
          await ofSession(() => session.drop(token));
          const renewed = await getToken();
          if (renewed === token) throw error;
          return sendAs(renewed, inner);
        }
      };
      return withDeadline(request, target, signal);
    },
    onUserChange,
  };
}

/** The least value of each option that counts or measures. Less, or NaN, would leave requests without an answer. */
const LEAST = { timeoutMs: 1, deadlineMs: 1, inFlight: 1, perMinute: 1, retries: 0, backOffMs: 0 };

function checkNumbers(options: HttpClientOptions): void {
  for (const [name, least] of Object.entries(LEAST)) {
    const { [name as keyof typeof LEAST]: value = least } = options;
    if (!(Number(value) >= least)) {
      throw new Error(`Payment history: ${name} is not a number of at least ${least}.`);
    }
  }
}

/** Anything but one printable word would change the header `Authorization`, or leave it out. */
function isToken(token: unknown): token is string {
  return typeof token === 'string' && /^[!-~]+$/.test(token);
}
