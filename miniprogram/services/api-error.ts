import type { ApiErrorKind } from '../domain/error-kind';

export type { ApiErrorKind };

declare global {
  // ES2018 does not declare it; later versions declare the same.
  interface Error {
    cause?: unknown;
  }
}

/** The phrase for each kind in the error message, and whether the same request may succeed when it is sent again. */
const KINDS: Readonly<Record<ApiErrorKind, readonly [phrase: string, retryable: boolean]>> = {
  network: ['network error', true],
  timeout: ['timeout', true],
  cancelled: ['cancelled', false],
  unauthorized: ['unauthorized', false],
  'payment-required': ['payment required', false],
  forbidden: ['forbidden', false],
  'not-found': ['not found', false],
  'invalid-request': ['invalid request', false],
  misconfigured: ['misconfigured', false],
  'rate-limited': ['rate limited', true],
  server: ['server error', true],
  malformed: ['malformed answer', true],
};

const KIND_OF_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  401: 'unauthorized',
  402: 'payment-required',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  429: 'rate-limited',
};

/** The input of an {@link ApiError}. */
export interface ApiErrorFacts {
  readonly kind: ApiErrorKind;
  readonly method: string;
  /** Path without host and query. */
  readonly path: string;
  /** HTTP status. @default null */
  readonly status?: number | null;
  readonly serverMessage?: string | null;
  /** What is not allowed in a request that was refused before it was sent. */
  readonly detail?: string;
  /** Milliseconds after which the request may be sent again. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/**
 * The only error that the services throw. Its message has one form, `GET /path/: 500 server error`, and
 * holds neither the token nor a value of the query.
 */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** HTTP status; null when no answer arrived or no request was sent. */
  readonly status: number | null;
  readonly method: string;
  /** Path without host and query. */
  readonly path: string;
  /** Whether the same request may succeed when it is sent again. */
  readonly retryable: boolean;
  /** The server's message, in the server's language, without private data; null where there is none. */
  readonly serverMessage: string | null;
  /** Milliseconds after which the server allows the request again; null if not known. */
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
    const [phrase, retryable] = KINDS[kind];
    super(
      `${method} ${path}: ${status ? `${status} ` : ''}${phrase}${detail ? `: ${detail}` : ''}`,
    );
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.method = method;
    this.path = path;
    this.retryable = retryable;
    this.serverMessage = serverMessage;
    this.retryAfterMs = retryAfterMs;
    // Not enumerable: JSON.stringify and a copy of the error leave it out, because it may hold private data.
    Object.defineProperty(this, 'cause', { value: cause, enumerable: false });
  }
}

/** Recognises an {@link ApiError} by its name: `instanceof` fails in an app that compiles this to ES5. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError';
}

/** The error kind of an HTTP status outside 2xx. */
export function kindOfStatus(status: number): ApiErrorKind {
  // A status below 400 is a redirect, which is not followed, or not HTTP.
  const others = status >= 500 ? 'server' : status >= 400 ? 'invalid-request' : 'malformed';
  return KIND_OF_STATUS[status] || others;
}

/** Errors of the server for a number that is not a payment of this user. */
const NOT_FOUND_KINDS: readonly ApiErrorKind[] = ['not-found', 'forbidden', 'invalid-request'];

/** Whether an error says that the user has no payment of a number. */
export function isNotFound(error: unknown): boolean {
  return isApiError(error) && NOT_FOUND_KINDS.includes(error.kind);
}
