import { buildUrl, validateHost, type Query } from './url';
import {
  ApiError,
  kindOfStatus,
  messageInBody,
  type ApiErrorFacts,
  type ApiErrorKind,
} from '../api-error';
import { NEVER_CANCELLED, type CancelSignal } from '../../core/cancellation';
import { parseJson } from './json';
import type { Transport, WireAnswer } from './transport';

export type { CancelSignal };

/** Where requests go and as which app. */
export interface Connection {
  /** `https://name[:port]`, or http on this machine. */
  readonly host: string;
  /** Hydrogen's id of the app. */
  readonly clientId: string;
  /** Milliseconds until an unanswered request fails; 10000 unless told. */
  readonly timeoutMs?: number;
  readonly transport?: Transport;
}

/** One request to the host. */
export interface Message {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly token?: string;
}

/** Sends a message and resolves with the parsed body of a 2xx answer; rejects with {@link ApiError} only. */
export type Send = (message: Message, signal: CancelSignal) => Promise<unknown>;

/** Sends each message once through `wx.request`, without a session; the signal may be left out. @throws Error when the host is not usable. */
export function createSend({
  host,
  clientId,
  timeoutMs = 10_000,
  transport = (request) => wx.request(request),
}: Connection) {
  const base = validateHost(host);
  return async (message: Message, signal = NEVER_CANCELLED): Promise<unknown> => {
    const { method, path, query, body, token } = message;
    const failure = (kind: ApiErrorKind, facts?: Partial<ApiErrorFacts>) =>
      new ApiError({ kind, method, path, ...facts });
    if (signal.cancelled) throw failure('cancelled');
    const url = buildUrl(base, path, query);
    if (url === null) throw failure('invalid-request', { detail: 'not a path on the host' });
    const header: Record<string, string> = {
      'X-Hydrogen-Client-ID': clientId,
      'Content-Type': 'application/json',
    };
    if (token !== undefined) header['Authorization'] = `Hydrogen-r1 ${token}`;

    const answer = await new Promise<WireAnswer>((resolve, reject) => {
      try {
        const task = transport({
          url,
          method,
          header,
          ...(body === undefined ? {} : { data: JSON.stringify(body) }),
          timeout: timeoutMs,
          // Anything but json: WeChat would hand over a truncated body without saying so.
          dataType: '其他',
          responseType: 'text',
          // A redirect could carry the token to another host.
          redirect: 'manual',
          success: resolve,
          fail: (cause) => reject(failure(kindOfFailure(errMsgOf(cause)), { cause })),
        });
        // An intercepted redirect ends the request with this event alone.
        if (task.onHeadersReceived) {
          task.onHeadersReceived((headers) => {
            if (headers.statusCode >= 300 && headers.statusCode < 400) resolve(headers);
          });
        }
        signal.onCancel(() => {
          reject(failure('cancelled'));
          task.abort();
        });
      } catch (cause) {
        reject(failure('network', { cause }));
      }
    });

    const { statusCode: status, data } = answer;
    if (!(status >= 200 && status < 300)) {
      throw failure(kindOfStatus(status), {
        status,
        serverMessage: messageInBody(data),
        retryAfterMs: retryAfter(answer),
      });
    }
    const json = typeof data === 'string' ? parseJson(data) : data;
    if (json === undefined) throw failure('malformed', { status });
    return json;
  };
}

/** What WeChat says about a failure; empty where it says nothing. */
export function errMsgOf(cause: unknown): string {
  const { errMsg } = Object(cause) as { errMsg?: unknown };
  return typeof errMsg === 'string' ? errMsg : '';
}

function kindOfFailure(errMsg: string): ApiErrorKind {
  // Only these words: net::ERR_CONNECTION_ABORTED is nobody's wish.
  if (/^request:fail abort$/i.test(errMsg)) return 'cancelled';
  return /time(d[ _-])?[ _-]?out/i.test(errMsg) ? 'timeout' : 'network';
}

/** The milliseconds of a `Retry-After`, which is in seconds or a date. */
function retryAfter({ header = {} }: WireAnswer): number | null {
  for (const [name, value] of Object.entries(header)) {
    if (name.toLowerCase() !== 'retry-after') continue;
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    const seconds = Number(value);
    const milliseconds = seconds >= 0 ? seconds * 1000 : Date.parse(`${value}`) - Date.now();
    return milliseconds >= 0 ? milliseconds : null;
  }
  return null;
}
