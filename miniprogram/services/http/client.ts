import type { Query } from './url';
import { ApiError, isApiError } from '../api-error';
import { beforeDeadline } from './deadline';
import { createSend, type CancelSignal, type Connection } from './send';
import { withRateLimit, type RateLimitOptions } from './rate-limit';
import { withRetry, type RetryOptions } from './retry';
import type { Session } from '../session/session';
import { withDedupe } from './dedupe';
import { wechatPlatform, watchAppVisibility, type Platform } from '../platform';

/** Everything requests can be told. */
export interface HttpClientOptions extends Connection, RateLimitOptions, RetryOptions {
  readonly session: Session;
  /** Milliseconds until a request fails with all its repetitions; 20000 unless told. */
  readonly deadlineMs?: number | undefined;
  readonly platform?: Partial<Platform> | undefined;
}

/** Requests on behalf of the session's user. */
export interface HttpClient {
  /** Parsed JSON body of a 2xx answer. @throws {@link ApiError}, nothing else. */
  get(path: string, query?: Query, signal?: CancelSignal): Promise<unknown>;
  /** Calls when another user has signed in; the result ends that. */
  onUserChange(listener: () => void): () => void;
}

/**
 * Requests that carry the session's token, repeated, shared and limited. An answer of 401 costs the
 * session that token and is asked once more with a new one, if there is a new one.
 *
 * @throws Error when the host is not usable.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { session, deadlineMs = 20_000 } = options;
  const surroundings = { ...wechatPlatform, ...options.platform };
  const stage = watchAppVisibility(surroundings);
  const limited = withRateLimit(createSend(options), options, surroundings);
  const send = withDedupe(withRetry(limited, options, stage, surroundings));
  return {
    get(path, query, signal) {
      const place = { method: 'GET', path } as const;
      const refused = (cause: unknown) => {
        if (isApiError(cause)) throw cause;
        throw new ApiError({ kind: 'unauthorized', ...place, cause });
      };
      const getToken = async () => {
        const token = await session.token();
        // Anything but one word would be another header, or none.
        return typeof token === 'string' && /^[!-~]+$/.test(token) ? token : refused(undefined);
      };
      const ask = async (inner: CancelSignal) => {
        const token = await getToken().catch(refused);
        try {
          return await send({ ...place, query, token }, inner);
        } catch (error) {
          if (!isApiError(error) || error.kind !== 'unauthorized') throw error;
          const drop = async () => session.drop(token);
          await drop().catch(refused);
          const renewed = await getToken().catch(refused);
          if (renewed === token) throw error;
          return send({ ...place, query, token: renewed }, inner);
        }
      };
      return beforeDeadline(ask, deadlineMs, place, stage, surroundings, signal);
    },
    onUserChange: (listener) =>
      session.onUserChange ? session.onUserChange(listener) : () => undefined,
  };
}
