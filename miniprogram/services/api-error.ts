import { parseJson } from './http/json';

declare global {
  // ES2018's own declarations do not know it yet; newer ones declare the same.
  interface Error {
    cause?: unknown;
  }
}

/** Everything that can go wrong between asking for payments and having them. */
export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'cancelled'
  | 'unauthorized'
  | 'payment-required'
  | 'forbidden'
  | 'not-found'
  | 'invalid-request'
  | 'rate-limited'
  | 'server'
  | 'malformed';

/** For messages; the other kinds are their own phrase. */
const PHRASES: Partial<Record<ApiErrorKind, string>> = {
  network: 'network error',
  server: 'server error',
  malformed: 'malformed answer',
};

const RETRYABLE = /^(network|timeout|rate-limited|server|malformed)$/;

const KIND_OF_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  401: 'unauthorized',
  402: 'payment-required',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  429: 'rate-limited',
};

/** What an {@link ApiError} is made of. */
export interface ApiErrorFacts {
  readonly kind: ApiErrorKind;
  readonly method: string;
  /** Path without host and query. */
  readonly path: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number | null;
  readonly serverMessage?: string | null;
  /** What exactly was refused; for requests refused before they were sent. */
  readonly detail?: string;
  /** Milliseconds after which the server (or a cap of our own) will hear the request again. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/**
 * The one error of the services. Its message has one form, `GET /path/: 500 server error`, and holds
 * neither the token nor anything from the query.
 */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** HTTP status; null when no answer arrived or no request was sent. */
  readonly status: number | null;
  readonly method: string;
  readonly path: string;
  /** Whether the very same request may succeed when it is sent again. */
  readonly retryable: boolean;
  /**
   * What the server said about it, in its language, long strings of letters and digits left out; null
   * where it said nothing readable.
   */
  readonly serverMessage: string | null;

  /** Milliseconds to wait before asking again, where the server (or a cap of our own) names them. */
  readonly retryAfterMs: number | null;

  constructor({
    kind,
    method,
    path,
    status = null,
    serverMessage = null,
    detail,
    retryAfterMs = null,
    cause,
  }: ApiErrorFacts) {
    const phrase = PHRASES[kind] || kind.replace('-', ' ');
    super(
      `${method} ${path}: ${status ? `${status} ` : ''}${phrase}${detail ? `: ${detail}` : ''}`,
    );
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.method = method;
    this.path = path;
    this.retryable = RETRYABLE.test(kind);
    this.serverMessage = serverMessage;
    this.retryAfterMs = retryAfterMs;
    this.cause = cause;
  }
}

/** Recognises an {@link ApiError} by name: `instanceof` fails where a host app compiles this to ES5. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError';
}

/** The kind of failure an HTTP status outside 2xx stands for. */
export function kindOfStatus(status: number): ApiErrorKind {
  // Below 400 is a redirect, which is not followed, or no HTTP at all.
  const others = status >= 500 ? 'server' : status >= 400 ? 'invalid-request' : 'malformed';
  return KIND_OF_STATUS[status] || others;
}

const LONGEST_MESSAGE = 200;
/** Tokens, signatures and numbers of payments, which a server may repeat; no word is that long. */
const OPAQUE = /[\w%+/=.~-]{16,}/g;

/**
 * What the server says in the body of a refusal: `error_msg`, else `message`, else short plain text.
 * HTML comes from some proxy on the way and is nothing to show.
 *
 * @param body - The body as text; JSON values too, from a transport that has parsed already.
 */
export function messageInBody(body: unknown): string | null {
  const json = typeof body === 'string' ? parseJson(body) : body;
  const value = json === undefined ? body : json;
  const { error_msg, message } = Object(value) as { error_msg?: unknown; message?: unknown };
  for (const candidate of [error_msg, message, value]) {
    if (typeof candidate !== 'string' || /^\s*($|<)/.test(candidate)) continue;
    return candidate.trim().replace(OPAQUE, '…').slice(0, LONGEST_MESSAGE);
  }
  return null;
}
