import {
  ApiError,
  isApiError,
  kindOfStatus,
  type ApiErrorKind,
} from '../../miniprogram/services/api-error';

const failed = (kind: ApiErrorKind, status?: number) =>
  new ApiError({ kind, method: 'GET', path: '/orders/', ...(status ? { status } : {}) });

test.each([
  [400, 'invalid-request', 'GET /orders/: 400 invalid request', false],
  [401, 'unauthorized', 'GET /orders/: 401 unauthorized', false],
  [402, 'payment-required', 'GET /orders/: 402 payment required', false],
  [403, 'forbidden', 'GET /orders/: 403 forbidden', false],
  [404, 'not-found', 'GET /orders/: 404 not found', false],
  [405, 'invalid-request', 'GET /orders/: 405 invalid request', false],
  [408, 'timeout', 'GET /orders/: 408 timeout', true],
  [429, 'rate-limited', 'GET /orders/: 429 rate limited', true],
  [500, 'server', 'GET /orders/: 500 server error', true],
  [502, 'server', 'GET /orders/: 502 server error', true],
  [302, 'malformed', 'GET /orders/: 302 malformed answer', true],
] as const)('the status %p is of the kind %s', (status, kind, message, retryable) => {
  expect(kindOfStatus(status)).toBe(kind);
  expect(failed(kind, status)).toMatchObject({ kind, status, message, retryable });
});

test('an error without an answer has no status', () => {
  expect(failed('network')).toMatchObject({
    message: 'GET /orders/: network error',
    status: null,
    serverMessage: null,
    retryAfterMs: null,
    retryable: true,
  });
  expect(failed('cancelled').retryable).toBe(false);
});

test('an error keeps its cause and is recognised by its name', () => {
  const cause = { errMsg: 'request:fail' };
  const error = new ApiError({ kind: 'network', method: 'GET', path: '/orders/', cause });
  expect(error).toBeInstanceOf(Error);
  expect(error.cause).toBe(cause);
  expect(JSON.stringify({ ...error })).not.toContain('request:fail');
  expect(isApiError(error)).toBe(true);
  expect(isApiError(new Error('GET /orders/: network error'))).toBe(false);
  expect(isApiError({ name: 'ApiError' })).toBe(false);
});

/** The body of an error with this message. */
