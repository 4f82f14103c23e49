import { createCancellation } from '../../../miniprogram/core/cancellation';
import { ApiError } from '../../../miniprogram/services/api-error';
import { createHttpClient } from '../../../miniprogram/services/http/client';
import { createSend } from '../../../miniprogram/services/http/send';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';
import type { Session } from '../../../miniprogram/services/session/session';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { wxRequest } from '../../support/wx';
import { serve, type Handler, type TestServer } from '../support/server';

let server: TestServer;
afterEach(() => server.close());

const connect = async (
  handler: Handler,
  session: Session = fixedToken('t-1'),
  timeoutMs = 5000,
) => {
  server = await serve(handler);
  const connection = { host: server.url, clientId: 'app', timeoutMs, transport: wxRequest };
  return createHttpClient({ ...connection, session });
};

/** A session whose tokens are t-1, t-2, …, a new one after each drop. */
const numberedSession = () => {
  const dropped: string[] = [];
  const session: Session = {
    token: () => Promise.resolve(`t-${dropped.length + 1}`),
    drop: (token) => void dropped.push(token),
  };
  return { session, dropped };
};

test('sends the three headers and resolves with the parsed body', async () => {
  const http = await connect(() => ({ body: '{"a":[1]}' }));
  await expect(http.get('/orders/', { limit: 2, status: undefined })).resolves.toEqual({ a: [1] });
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({
    method: 'GET',
    url: '/orders/?limit=2',
    headers: {
      'x-hydrogen-client-id': 'app',
      authorization: 'Hydrogen-r1 t-1',
      'content-type': 'application/json',
    },
    body: '',
  });
});

test('an error has the status and the message of the server, and neither query nor token', async () => {
  const http = await connect(() => ({ status: 400, body: '{"error_msg":"参数错误"}' }));
  const error = await http.get('/orders/', { trade_no: 'secret-no' }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    kind: 'invalid-request',
    status: 400,
    serverMessage: '参数错误',
    message: 'GET /orders/: 400 invalid request',
  });
  expect(JSON.stringify({ ...(error as ApiError) })).not.toMatch(/secret-no|t-1/);
});

test.each(['', 'garbage', '{"objects":[{"a":', '<html>ok</html>'])(
  'a 200 with the body %j is malformed',
  async (body) => {
    const http = await connect(() => ({ body }));
    const error = await http.get('/orders/').catch((e: unknown) => e);
    expect(error).toMatchObject({ kind: 'malformed', status: 200, serverMessage: null });
    expect((error as ApiError).cause).toBeUndefined();
  },
);

test('a stalled answer times out', async () => {
  const http = await connect(() => undefined, fixedToken('t-1'), 50);
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'timeout', status: null });
});

test('a dropped connection is a network failure that keeps the cause', async () => {
  const http = await connect((_request, response) => void response.destroy());
  await expect(http.get('/orders/')).rejects.toMatchObject({
    kind: 'network',
    retryable: true,
    cause: { errMsg: expect.stringMatching(/^request:fail /) as string },
  });
});

test('a body shorter than announced is a network failure', async () => {
  const http = await connect((_request, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('{"objects":[', () => response.destroy());
    return undefined;
  });
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'network' });
});

test('a refused connection is a network failure', async () => {
  const http = await connect(() => undefined);
  await server.close();
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'network', status: null });
});

test('cancelling aborts the request at the server', async () => {
  const { signal, cancel } = createCancellation();
  let hangUp = () => {};
  const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
  const handler: Handler = (_request, response) => {
    response.on('close', hangUp);
    cancel();
    return undefined;
  };
  // A shorter timeout would hang up too.
  const http = await connect(handler, fixedToken('t-1'), 600_000);
  await expect(http.get('/orders/', {}, signal)).rejects.toMatchObject({ kind: 'cancelled' });
  await hungUp;
});

test('sends nothing for a signal that was cancelled before and does not call new listeners', async () => {
  const http = await connect(() => ({ body: '{}' }));
  const signal = { cancelled: true, onCancel: () => undefined };
  await expect(http.get('/orders/', {}, signal)).rejects.toMatchObject({ kind: 'cancelled' });
  expect(server.received).toHaveLength(0);
});

test('sends a request once more with another token after a 401', async () => {
  const { session, dropped } = numberedSession();
  const http = await connect(
    ({ headers }) =>
      headers.authorization === 'Hydrogen-r1 t-2' ? { body: '{"ok":true}' } : { status: 401 },
    session,
  );
  await expect(http.get('/orders/')).resolves.toEqual({ ok: true });
  expect(dropped).toEqual(['t-1']);
  expect(server.received).toHaveLength(2);
});

test('a second 401 is final', async () => {
  const { session, dropped } = numberedSession();
  const http = await connect(() => ({ status: 401, body: '{"error_msg":"no"}' }), session);
  await expect(http.get('/orders/')).rejects.toMatchObject({
    kind: 'unauthorized',
    status: 401,
    serverMessage: 'no',
  });
  expect(dropped).toEqual(['t-1']);
  expect(server.received).toHaveLength(2);
});

test('does not send the same token again after a 401', async () => {
  const http = await connect(() => ({ status: 401 }));
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
  expect(server.received).toHaveLength(1);
});

test.each<[string, (cause: Error) => Promise<string>]>([
  ['rejects', (cause) => Promise.reject(cause)],
  [
    'throws',
    (cause) => {
      throw cause;
    },
  ],
])('a session that %s makes the request unauthorized', async (_how, fail) => {
  const cause = new Error('the app has no user');
  const http = await connect(() => ({ body: '{}' }), {
    token: () => fail(cause),
    drop: () => undefined,
  });
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'unauthorized', cause });
  expect(server.received).toHaveLength(0);
});

test.each([
  [
    'a mistake in the code',
    new TypeError("reading 'token'"),
    ["The session has failed: reading 'token'"],
  ],
  ['a person without a session', new Error('sign in first'), []],
])('%s of a session is explained where it is one', async (_what, cause, lines) => {
  const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const http = await connect(() => ({ body: '{}' }), {
    token: () => Promise.reject(cause),
    drop: () => undefined,
  });
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'unauthorized', cause });
  expect(reported.mock.calls).toEqual(
    lines.map((line) => [expect.stringContaining(line) as unknown]),
  );
  reported.mockRestore();
});

test.each(['', 'a b', 't-1\r\nX-Other: 1', 't-1\n', '票', 7, null])(
  'the token %j is not sent',
  async (token) => {
    const session = { token: () => Promise.resolve(token as string), drop: () => undefined };
    const http = await connect(() => ({ body: '{}' }), session);
    await expect(http.get('/orders/')).rejects.toMatchObject({
      kind: 'unauthorized',
      cause: undefined,
    });
    expect(server.received).toHaveLength(0);
  },
);

test('asks WeChat for the text of the answer, because it hides that a body is truncated', async () => {
  await connect(() => ({ body: '{}' }));
  const asked: object[] = [];
  const transport: Transport = (request) => {
    asked.push(request);
    return wxRequest(request);
  };
  await createSend({ host: server.url, clientId: 'app', transport })({
    method: 'GET',
    path: '/a/',
  });
  expect(asked).toMatchObject([{ dataType: '其他', responseType: 'text' }]);
});

test('a redirect is not followed', async () => {
  const elsewhere = await serve(() => ({ body: '{}' }));
  const http = await connect(() => ({ status: 302, headers: { location: `${elsewhere.url}/` } }));
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'malformed', status: 302 });
  expect(elsewhere.received).toHaveLength(0);
  await elsewhere.close();
});

test('a path that leads to another host is not requested', async () => {
  const http = await connect(() => ({ body: '{}' }));
  await expect(http.get('@evil.example/')).rejects.toMatchObject({ kind: 'invalid-request' });
  expect(server.received).toHaveLength(0);
});

test('an exception of the host app in onServerTime is reported, and changes no answer', async () => {
  const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await connect(() => ({ body: '{"a":1}' }));
  const mistake = new Error('of the host app');
  const send = createSend({
    ...{ host: server.url, clientId: 'app', transport: wxRequest },
    onServerTime() {
      throw mistake;
    },
  });
  await expect(send({ method: 'GET', path: '/orders/' })).resolves.toEqual({ a: 1 });
  expect(reported.mock.calls).toEqual([[expect.stringContaining('host app'), mistake]]);
  reported.mockRestore();
});

test('createSend refuses a host without https', async () => {
  await connect(() => ({ body: '{}' }));
  expect(() => createSend({ host: 'http://api.example', clientId: 'app' })).toThrow(/not usable/);
});

test.each([
  ['request:fail timeout', 'timeout'],
  ['request:fail socket time out timeout:60000', 'timeout'],
  ['request:fail errcode:-118 net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['request:fail abort', 'cancelled'],
  ['request:fail interrupted', 'network'],
  [undefined, 'network'],
  [{ toString: 1 }, 'network'],
  ['request:fail errcode:-103 net::ERR_CONNECTION_ABORTED', 'network'],
])('WeChat’s failure %j is of the kind %s', async (errMsg, kind) => {
  await connect(() => undefined);
  const transport: Transport = ({ fail }) => {
    fail({ errMsg: errMsg as string });
    return { abort: () => undefined };
  };
  const send = createSend({ host: server.url, clientId: 'app', transport });
  await expect(send({ method: 'GET', path: '/orders/' })).rejects.toMatchObject({ kind });
});

test('a host that WeChat refuses is reported once to the developer', async () => {
  await connect(() => undefined);
  const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const transport: Transport = ({ fail }) => {
    fail({ errMsg: 'request:fail url not in domain list', errno: 600002 });
  };
  const send = createSend({ host: 'https://refused.example', clientId: 'app', transport });
  for (const path of ['/a/', '/b/'])
    await expect(send({ method: 'GET', path })).rejects.toMatchObject({ kind: 'misconfigured' });
  expect(reported.mock.calls).toEqual([[expect.stringContaining('https://refused.example')]]);
  reported.mockRestore();
});

test('an answer for a user who has changed meanwhile is cancelled', async () => {
  let changed: () => void = () => undefined;
  const session: Session = {
    ...fixedToken('t-1'),
    onUserChange: (listener) => {
      changed = listener;
      return () => undefined;
    },
  };
  const http = await connect(() => {
    changed();
    return { body: '{"of":"the former user"}' };
  }, session);
  await expect(http.get('/orders/')).rejects.toMatchObject({
    kind: 'cancelled',
    message: 'GET /orders/: cancelled: another user has signed in',
  });
});
