import {
  ApiError,
  isApiError,
  kindOfStatus,
  messageInBody,
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
  expect(isApiError(error)).toBe(true);
  expect(isApiError(new Error('GET /orders/: network error'))).toBe(false);
  expect(isApiError({ name: 'ApiError' })).toBe(false);
});

test.each([
  ['error_msg', '{"status":"error","error_msg":"参数错误"}', '参数错误'],
  ['message', '{"message":"limit is wrong"}', 'limit is wrong'],
  ['error_msg before message', '{"message":"b","error_msg":"a"}', 'a'],
  ['message where error_msg is empty', '{"message":"b","error_msg":""}', 'b'],
  ['plain text', ' Unauthorized\n', 'Unauthorized'],
  ['a JSON string', '"no"', 'no'],
  ['an object parsed by the transport', { error_msg: 'no' }, 'no'],
  ['200 characters of a long text', 'xy '.repeat(5000), 'xy '.repeat(67).slice(0, 200)],
  ['no token', 'token 7f3a9c0b1d2e4f5061728394 has expired', 'token … has expired'],
  ['no part of a token', `${'xy '.repeat(64)}7f3a9c0b1d2e4f5061728394`, `${'xy '.repeat(64)}…`],
  ['no number', 'order not found: DEqbLRjWWtCqjxOUapRxaLb', 'order not found: …'],
  ['nothing from HTML', '<html><body>502 Bad Gateway</body></html>', null],
  ['nothing from HTML after blanks', '\n <!DOCTYPE html><p>no', null],
  ['nothing from an empty body', '', null],
  ['nothing from blanks', ' \n', null],
  ['nothing from null', 'null', null],
  ['nothing from a missing body', undefined, null],
  ['nothing from a number', '17', null],
  ['nothing from a list', '["a"]', null],
  ['nothing from messages that are no text', '{"error_msg":{"a":1},"message":5}', null],
])('the message of a body: %s', (_name, body, said) => {
  expect(messageInBody(body)).toBe(said);
});
