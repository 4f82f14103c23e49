import { callHost } from '../../core/call-host';
import { NEVER_CANCELLED, type CancelSignal } from '../../core/cancellation';
import type { ServerTime } from '../../core/server-clock';
import { ApiError, kindOfStatus, type ApiErrorFacts, type ApiErrorKind } from '../api-error';
import { resolvePlatform, type Platform } from '../platform';
import { fieldsOf, parseJson, word } from './json';
import type * as messages from './message-in-body';
import type * as mistakes from './mistakes';
import type { Mistake } from './mistakes';
import type { Transport, WireAnswer } from './transport';
import { buildUrl, validateClientId, validateHost, type Query } from './url';
import type * as failing from './wechat-failure';

/** Where requests go, for which app, and by what means. */
export interface Connection {
  /** `https://name[:port]`, or http on this machine. */
  readonly host: string;
  /** Hydrogen's id of the app. */
  readonly clientId: string;
  /** Milliseconds after which one unanswered request fails. @default 10000 */
  readonly timeoutMs?: number | undefined;
  /** @default wx.request */
  readonly transport?: Transport | undefined;
  /** Replaces the clock, randomness, foreground events or network events; for tests. @default WeChat's */
  readonly platform?: Partial<Platform> | undefined;
  /** Called with the server's time for every answer that has it in its header `Date`. @default none */
  readonly onServerTime?: ((time: ServerTime) => void) | undefined;
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

/** Sends a message. @returns The parsed body of a 2xx answer. @throws {@link ApiError} only. */
export type Send = (message: Message, signal: CancelSignal) => Promise<unknown>;

/**
 * Creates a function that sends a message once through the transport, without a session.
 *
 * @throws Error when the host or the client id is not usable.
 */
export function createSend({
  host,
  clientId,
  timeoutMs = 10_000,
  transport = (request) => wx.request(request),
  platform,
  onServerTime,
}: Connection) {
  const base = validateHost(host);
  const id = validateClientId(clientId);
  const { now } = resolvePlatform(platform);
  return async (message: Message, signal = NEVER_CANCELLED): Promise<unknown> => {
    const { method, path, query, body, token } = message;
    const failure = (kind: ApiErrorKind, facts?: Partial<ApiErrorFacts>) =>
      new ApiError({ kind, method, path, ...facts });
    const failed = (cause: unknown) => {
      const kind = kindOfFailure(cause);
      const isHost = kind === 'misconfigured';
      if (isHost) explain('host', base);
      return failure(kind, { cause, ...(isHost && { detail: `WeChat refuses ${base}` }) });
    };
    if (signal.cancelled) throw failure('cancelled');
    const url = buildUrl(base, path, query);
    if (url === null) throw failure('invalid-request', { detail: 'not a path on the host' });
    const header: Record<string, string> = {
      'X-Hydrogen-Client-ID': id,
      'Content-Type': 'application/json',
    };
    if (token !== undefined) header['Authorization'] = `Hydrogen-r1 ${token}`;

    const sentAt = now();
    const answer = await new Promise<WireAnswer>((resolve, reject) => {
      try {
        const task = transport({
          url,
          method,
          header,
          ...(body === undefined ? {} : { data: JSON.stringify(body) }),
          timeout: timeoutMs,
          // Not json: WeChat would deliver a truncated body as text without an error.
          dataType: '其他',
          responseType: 'text',
          // A redirect could send the token to another host.
          redirect: 'manual',
          // A function that wraps wx.request may lose the answer.
          success: (given) => (given ? resolve(given) : reject(failure('malformed'))),
          fail: (cause) => reject(failed(cause)),
        });
        // It may also give a promise, and report by that only.
        task?.then?.(
          (given) => isAnswer(given) && resolve(given),
          (cause) => reject(failed(cause)),
        );
        // For a redirect that is not followed, WeChat calls neither success nor fail, only this.
        task?.onHeadersReceived?.((headers) => {
          if (headers.statusCode >= 300 && headers.statusCode < 400) resolve(headers);
        });
        signal.onCancel(() => {
          reject(failure('cancelled'));
          task?.abort?.();
        });
      } catch (cause) {
        reject(failure('network', { cause }));
      }
    });

    const at = dateOf(answer);
    if (at !== null && onServerTime) callHost(onServerTime, { at, sentAt, receivedAt: now() });
    const { statusCode: status, data } = answer;
    if (!(status >= 200 && status < 300)) {
      const { messageInBody } = require('./message-in-body') as typeof messages;
      throw failure(kindOfStatus(status), {
        status,
        serverMessage: messageInBody(data),
        retryAfterMs: retryAfterOf(answer, at ?? now()),
      });
    }
    const json = typeof data === 'string' ? parseJson(data) : data;
    if (json === undefined) throw failure('malformed', { status });
    return json;
  };
}

/** Whether the promise of a transport gives its answer: some give nothing. */
function isAnswer(given: unknown): given is WireAnswer {
  return typeof fieldsOf(given)['statusCode'] === 'number';
}

/** The kind of a failure that WeChat reports. */
export function kindOfFailure(cause: unknown): ApiErrorKind {
  return (require('./wechat-failure') as typeof failing).kindOfFailure(cause);
}

/** Tells the developer once what to do about a mistake; not in a released mini program. */
export function explain(mistake: Mistake, detail: string): void {
  (require('./mistakes') as typeof mistakes).explain(mistake, detail);
}

/** The value of a header, whose name is in any case. */
function headerOf({ header }: WireAnswer, wanted: string): unknown {
  const headers = header ?? {};
  const name = Object.keys(headers).find((one) => one.toLowerCase() === wanted);
  return name === undefined ? undefined : headers[name];
}

/** The only form in which a server may write the time: `Mon, 23 Nov 2026 08:00:00 GMT`. */
const HTTP_DATE = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The header `Date` in milliseconds since the Unix epoch; null where it is absent or unreadable. */
function dateOf(answer: WireAnswer): number | null {
  const value = headerOf(answer, 'date');
  const time = typeof value === 'string' && HTTP_DATE.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : time;
}

/**
 * The header `Retry-After`, which holds seconds or a date, as milliseconds from now.
 *
 * @param now - By the server's clock, where it is known.
 */
function retryAfterOf(answer: WireAnswer, now: number): number | null {
  const value = headerOf(answer, 'retry-after');
  const text = word(value);
  if (text === null) return null;
  const seconds = Number(text);
  const milliseconds = seconds >= 0 ? seconds * 1000 : Date.parse(text) - now;
  return milliseconds >= 0 ? milliseconds : null;
}
