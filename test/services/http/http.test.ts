import { ApiError } from '../../../miniprogram/services/api-error';
import { createHttpClient } from '../../../miniprogram/services/http/client';
import { createSend } from '../../../miniprogram/services/http/send';
import { fixedToken, type Session } from '../../../miniprogram/services/session/session';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { wxRequest } from '../../support/wx';
import { cancellable, serve, type Handler, type TestServer } from '../support/server';

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

test('asks with the three headers and resolves with the parsed body', async () => {
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

test('a refusal keeps status and the message of the server, and its own message holds neither query nor token', async () => {
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

test('nobody listening is a network failure', async () => {
  const http = await connect(() => undefined);
  await server.close();
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'network', status: null });
});

test('cancelling aborts the request at the server', async () => {
  const { signal, cancel } = cancellable();
  let hangUp = () => {};
  const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
  const http = await connect((_request, response) => {
    response.on('close', hangUp);
    cancel();
    return undefined;
  });
  await expect(http.get('/orders/', {}, signal)).rejects.toMatchObject({ kind: 'cancelled' });
  await hungUp;
});

test('asks nothing once cancelled', async () => {
  const http = await connect(() => ({ body: '{}' }));
  const { signal, cancel } = cancellable();
  cancel();
  await expect(http.get('/orders/', {}, signal)).rejects.toMatchObject({ kind: 'cancelled' });
  expect(server.received).toHaveLength(0);
});

test('after a 401 the session gets one chance to give another token', async () => {
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

test('a token that cannot be renewed is not sent twice', async () => {
  const http = await connect(() => ({ status: 401 }));
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
  expect(server.received).toHaveLength(1);
});

test('a session that throws anything else leaves the request unauthorized', async () => {
  const cause = new Error('the host app has no user');
  const http = await connect(() => ({ body: '{}' }), {
    token: () => Promise.reject(cause),
    drop: () => undefined,
  });
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'unauthorized', cause });
  expect(server.received).toHaveLength(0);
});

test('a redirect is not followed', async () => {
  const elsewhere = await serve(() => ({ body: '{}' }));
  const http = await connect(() => ({ status: 302, headers: { location: `${elsewhere.url}/` } }));
  await expect(http.get('/orders/')).rejects.toMatchObject({ kind: 'malformed', status: 302 });
  expect(elsewhere.received).toHaveLength(0);
  await elsewhere.close();
});

test('a path that would leave the host is not asked for', async () => {
  const http = await connect(() => ({ body: '{}' }));
  await expect(http.get('@evil.example/')).rejects.toMatchObject({ kind: 'invalid-request' });
  expect(server.received).toHaveLength(0);
});

test('a host without https is refused when the connection is made', async () => {
  await connect(() => ({ body: '{}' }));
  expect(() => createSend({ host: 'http://api.example', clientId: 'app' })).toThrow(/not usable/);
});

test.each([
  ['request:fail timeout', 'timeout'],
  ['request:fail socket time out timeout:60000', 'timeout'],
  ['request:fail errcode:-118 net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['request:fail abort', 'cancelled'],
  ['request:fail url not in domain list', 'network'],
  ['request:fail interrupted', 'network'],
  [undefined, 'network'],
  [{ toString: 1 }, 'network'],
  ['request:fail errcode:-103 net::ERR_CONNECTION_ABORTED', 'network'],
])('%j of WeChat is %s', async (errMsg, kind) => {
  await connect(() => undefined);
  const transport: Transport = ({ fail }) => {
    fail({ errMsg: errMsg as string });
    return { abort: () => undefined };
  };
  const send = createSend({ host: server.url, clientId: 'app', transport });
  await expect(send({ method: 'GET', path: '/orders/' })).rejects.toMatchObject({ kind });
});
