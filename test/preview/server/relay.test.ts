import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { relay } from '../../../preview/server/relay';
import type { RelayRequest } from '../../../preview/server/relay-protocol';
import { until } from '../../../testing/until';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const servers: http.Server[] = [];

const serve = async (
  handler: Handler,
): Promise<{ origin: string; seen: http.IncomingMessage[] }> => {
  const seen: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request);
    handler(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
};

const requestOf = (url: string, more: Partial<RelayRequest> = {}): RelayRequest => ({
  method: 'GET',
  url,
  header: { authorization: 'Hydrogen-r1 secret' },
  redirect: 'follow',
  timeout: 5000,
  ...more,
});

const never = new AbortController().signal;

describe('the relay of wx.request', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  test('returns status, headers and body unchanged', async () => {
    const { origin, seen } = await serve((_request, response) =>
      response.writeHead(418, { 'x-kind': 'teapot' }).end('{"短": 1'),
    );
    const answer = await relay(requestOf(`${origin}/a?b=1`), origin, never);
    expect(answer).toMatchObject({
      statusCode: 418,
      header: { 'x-kind': 'teapot' },
      body: '{"短": 1',
    });
    expect(seen[0]?.url).toBe('/a?b=1');
    expect(seen[0]?.headers.authorization).toBe('Hydrogen-r1 secret');
  });

  test('sends a body', async () => {
    const { origin } = await serve((request, response) => request.pipe(response));
    const post = requestOf(`${origin}/`, { method: 'POST', body: '{"code":"1"}' });
    expect(await relay(post, origin, never)).toMatchObject({ body: '{"code":"1"}' });
  });

  test('refuses another host than the configured one', async () => {
    const { origin, seen } = await serve((_request, response) => response.end('hello'));
    const answer = await relay(requestOf(`${origin}/`), 'https://abc.myminapp.com', never);
    expect(answer).toEqual({ error: 'url not in domain list' });
    expect(seen).toHaveLength(0);
  });

  test.each(['.evil.example/', '0/', '@evil.example/'])(
    'refuses a host that begins like the configured one and goes on with %j',
    async (rest) => {
      const allowed = 'http://127.0.0.1:1';
      const answer = await relay(requestOf(`${allowed}${rest}`), allowed, never);
      const error: unknown = expect.stringMatching(/^url not in domain|^invalid url/);
      expect(answer).toEqual({ error });
    },
  );

  test('refuses an invalid URL', async () => {
    expect(await relay(requestOf('nonsense'), 'http://127.0.0.1:1', never)).toEqual({
      error: 'invalid url "nonsense"',
    });
  });

  test('follows a redirect within the host', async () => {
    const { origin } = await serve((request, response) =>
      request.url === '/a' ? response.writeHead(302, { location: '/b' }).end() : response.end('b'),
    );
    expect(await relay(requestOf(`${origin}/a`), origin, never)).toMatchObject({ body: 'b' });
  });

  test('does not follow a redirect to another host', async () => {
    const stranger = await serve((_request, response) => response.end('thanks'));
    const { origin } = await serve((_request, response) =>
      response.writeHead(302, { location: stranger.origin }).end(),
    );
    expect(await relay(requestOf(`${origin}/`), origin, never)).toEqual({
      error: 'url not in domain list',
    });
    expect(stranger.seen).toHaveLength(0);
  });

  test('returns a redirect in manual mode', async () => {
    const { origin } = await serve((_request, response) =>
      response.writeHead(302, { location: '/b' }).end(),
    );
    const answer = await relay(requestOf(`${origin}/a`, { redirect: 'manual' }), origin, never);
    expect(answer).toMatchObject({ statusCode: 302 });
  });

  test('ends after too many redirects', async () => {
    const { origin } = await serve((_request, response) =>
      response.writeHead(302, { location: '/' }).end(),
    );
    expect(await relay(requestOf(`${origin}/`), origin, never)).toEqual({
      error: 'too many redirects',
    });
  });

  test('reports a timeout', async () => {
    const { origin } = await serve(() => undefined);
    const answer = await relay(requestOf(`${origin}/`, { timeout: 50 }), origin, never);
    expect(answer).toEqual({ error: 'timeout' });
  });

  // https://github.com/nodejs/node/issues/57736
  test('reports a timeout also after a garbage collection', async () => {
    const { origin, seen } = await serve(() => undefined);
    const answer = relay(requestOf(`${origin}/`, { timeout: 300 }), origin, never);
    await until('the request', () => Promise.resolve(seen.length > 0));
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    expect(await answer).toEqual({ error: 'timeout' });
  });

  test('uses the default for a timeout that is not positive', async () => {
    const { origin } = await serve((_request, response) => response.end('hello'));
    for (const timeout of [-1, 0, Number.NaN]) {
      expect(await relay(requestOf(`${origin}/`, { timeout }), origin, never)).toMatchObject({
        body: 'hello',
      });
    }
  });

  test('aborts the request when the device does', async () => {
    const gone = new AbortController();
    const { origin, seen } = await serve(() => gone.abort());
    expect(await relay(requestOf(`${origin}/`), origin, gone.signal)).toEqual({ error: 'abort' });
    expect(seen).toHaveLength(1);
  });

  test('reports a dropped connection and an incomplete body as errors', async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === '/drop') return void response.destroy();
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    expect(await relay(requestOf(`${origin}/drop`), origin, never)).toEqual({
      error: 'ECONNRESET',
    });
    expect(await relay(requestOf(`${origin}/half`), origin, never)).toHaveProperty('error');
  });

  test('reports a refused connection', async () => {
    expect(await relay(requestOf('http://127.0.0.1:1/'), 'http://127.0.0.1:1', never)).toEqual({
      error: 'ECONNREFUSED',
    });
  });
});
