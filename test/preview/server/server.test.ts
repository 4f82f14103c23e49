import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import WebSocket, { WebSocketServer } from 'ws';
import { createDeviceLink } from '../../../preview/automator/device-link';
import { startEndpoint } from '../../../preview/automator/endpoint';
import type { ResponseFrame } from '../../../preview/automator/protocol';
import { atFreePort } from '../../../preview/free-port';
import { createSecret } from '../../../preview/server/access';
import { startPreview, type Preview } from '../../../preview/server/server';
import { miniProgram, ONE_PAGE } from '../support/mini-program';

/** fetch() does not allow a Host header. */
const status = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    http
      .get(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject);
  });

describe('the preview server', () => {
  let preview: Preview;
  const dist = miniProgram(ONE_PAGE);

  beforeAll(async () => {
    preview = await startPreview({
      dist,
      host: 'http://127.0.0.1:1',
      extConfig: { a: 1 },
      conditions: {},
      onDevice: () => undefined,
      secret: createSecret(),
      app: 'a',
      port: 0,
    });
  });
  afterAll(() => preview.close());

  test.each([
    '/',
    '/device',
    '/artefact.js',
    '/device.js',
    '/shell.js',
    '/fonts.css',
    '/settings.json',
  ])('serves %s', async (path) => {
    const response = await fetch(preview.url + path);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(2);
  });

  test('listens on the loopback interface only', () => {
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}$/);
  });

  test('refuses foreign origins and foreign host names', async () => {
    expect(await status(preview.url, { origin: 'https://evil.example' })).toBe(403);
    expect(await status(preview.url, { host: 'evil.example' })).toBe(403);
    expect(await status(`${preview.url}/`, { origin: new URL(preview.url).origin })).toBe(200);
  });

  test.each([
    ['https://evil.example', undefined],
    ['http://evil.example', 'evil.example'],
    [undefined, undefined],
  ])('opens no WebSocket for origin %s and host %s', async (origin, host) => {
    const headers = { ...(host && { host }), ...(origin && { origin }) };
    for (const path of ['/relay', '/device-link']) {
      const line = new WebSocket(preview.url.replace('http', 'ws') + path, { headers });
      const error = await new Promise<Error>((resolve) => line.once('error', resolve));
      expect(error.message).toBe('socket hang up');
    }
  });

  /** First line of the answer to a request that fetch() cannot send. */
  const rawStatus = async (request: string): Promise<string | undefined> => {
    const { port } = new URL(preview.url);
    const connection = net.connect(Number(port), '127.0.0.1');
    connection.write(request.replace(/\n/g, '\r\n'));
    const [answer] = (await once(connection, 'data')) as [Buffer];
    connection.destroy();
    return answer.toString('utf8').split('\r\n')[0];
  };

  test('refuses two Host headers and absolute request targets', async () => {
    const { host, pathname } = new URL(preview.url);
    const settings = `${pathname}/settings.json`.replace('//', '/');
    expect(await rawStatus(`GET ${settings} HTTP/1.1\nHost: ${host}\n\n`)).toContain('200');
    for (const request of [
      `GET ${settings} HTTP/1.1\nHost: ${host}\nHost: evil.example\n\n`,
      `GET http://evil.example${settings} HTTP/1.1\nHost: ${host}\n\n`,
      `GET http://${host}${settings} HTTP/1.1\nHost: ${host}\n\n`,
    ]) {
      expect(await rawStatus(request)).toContain(' 400 ');
    }
  });

  test.each(['/', '/device', '/artefact.js', '/settings.json', '/reload', '/none'])(
    'forbids foreign sites to embed %s',
    async (path) => {
      const response = await fetch(preview.url + path);
      expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      await response.body?.cancel();
    },
  );

  test('serves no file outside the font folder', async () => {
    expect((await fetch(`${preview.url}/fonts/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});

describe('a device that disconnects', () => {
  test('aborts its requests at the order API and at the sandbox', async () => {
    const upstream = http.createServer();
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const host = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    const preview = await startPreview({
      dist: miniProgram(ONE_PAGE),
      host,
      sandboxUrl: host,
      extConfig: {},
      conditions: {},
      onDevice: () => undefined,
      secret: createSecret(),
      app: 'a',
      port: 0,
    });
    const arrival = async () =>
      ((await once(upstream, 'request')) as [unknown, http.ServerResponse])[1];

    const relay = new WebSocket(`${preview.url.replace('http', 'ws')}/relay`, {
      origin: new URL(preview.url).origin,
    });
    await once(relay, 'open');
    const request = { method: 'GET', url: `${host}/`, header: {}, redirect: 'follow', timeout: 0 };
    relay.send(JSON.stringify({ id: 1, request }));
    const aborted = await arrival();
    relay.send(JSON.stringify({ id: 1, abort: true }));
    await once(aborted, 'close');
    relay.send(JSON.stringify({ id: 2, request }));
    const relayed = await arrival();
    relay.terminate();
    await once(relayed, 'close');

    const gone = new AbortController();
    const control = fetch(`${preview.url}/sandbox/state`, { signal: gone.signal }).catch(() => 0);
    const proxied = await arrival();
    gone.abort();
    await control;
    await once(proxied, 'close');

    await preview.close();
    upstream.close();
  });
});

describe('atFreePort', () => {
  test('skips a taken port', async () => {
    const taken = http.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const listen = (wanted: number): Promise<http.Server> =>
      new Promise((resolve, reject) => {
        const server = http.createServer().once('error', reject);
        server.listen(wanted, '127.0.0.1', () => resolve(server));
      });
    const next = await atFreePort(port, listen);
    expect((next.address() as AddressInfo).port).toBeGreaterThan(port);
    next.close();
    taken.close();
  });

  test('rethrows other errors', async () => {
    await expect(atFreePort(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe('the device link', () => {
  const servers: WebSocketServer[] = [];
  afterAll(() => servers.forEach((server) => server.close()));

  async function openLink() {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    servers.push(server);
    const events: unknown[] = [];
    const link = createDeviceLink((event) => events.push(event.params));
    server.on('connection', (line) => link.accept(line));
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    /** A device that answers every request with its name; without a name it answers none. */
    const openTab = async (name?: string): Promise<WebSocket> => {
      const tab = new WebSocket(`ws://127.0.0.1:${port}`);
      tab.on('message', (data: Buffer) => {
        if (!name) return;
        const { id } = JSON.parse(data.toString('utf8')) as { id: string };
        tab.send(JSON.stringify({ method: 'App.logAdded', params: name }));
        tab.send(JSON.stringify({ id, result: name }));
      });
      await once(tab, 'open');
      return tab;
    };
    return { link, events, openTab };
  }

  test('rejects the requests of a tab that is closed', async () => {
    const { link, openTab } = await openLink();
    const tab = await openTab();
    const answer = link.call('App.x', {});
    tab.terminate();
    await expect(answer).rejects.toThrow('the device was closed');
  });

  test('uses the previous tab when the newest is closed', async () => {
    const { link, events, openTab } = await openLink();
    const first = await openTab('first');
    expect(await link.call('App.x', {})).toBe('first');
    const second = await openTab('second');
    expect(await link.call('App.x', {})).toBe('second');
    first.send(JSON.stringify({ method: 'App.logAdded', params: 'from the back' }));
    second.close();
    await once(second, 'close');
    expect(await link.call('App.x', {})).toBe('first');
    expect(events).toEqual(['first', 'second', 'first']);
    first.terminate();
  });
});

describe('the automator endpoint without a device', () => {
  const opened: { close: () => unknown }[] = [];
  let url = '';

  beforeAll(async () => {
    const device = createDeviceLink(() => undefined);
    const endpoint = await startEndpoint({
      port: 0,
      device,
      screenshot: null,
      onExit: () => undefined,
    });
    opened.push(endpoint, device);
    url = endpoint.url;
  });
  afterAll(async () => {
    for (const { close } of opened) await close();
  });

  const answerTo = async (message: string): Promise<ResponseFrame> => {
    const client = new WebSocket(url);
    await new Promise((resolve) => client.once('open', resolve));
    const answer = new Promise<Buffer>((resolve) => client.once('message', resolve));
    client.send(message);
    const frame = JSON.parse((await answer).toString('utf8')) as ResponseFrame;
    client.terminate();
    return frame;
  };

  test('answers Tool.getInfo', async () => {
    const frame = await answerTo('{"id":"1","method":"Tool.getInfo","params":{}}');
    expect(frame).toEqual({
      id: '1',
      result: { SDKVersion: expect.stringMatching(/^\d/) as string },
    });
  });

  test('answers that no browser shows the preview', async () => {
    const frame = await answerTo('{"id":"2","method":"App.getCurrentPage","params":{}}');
    expect(frame).toMatchObject({
      id: '2',
      error: { message: expect.stringContaining('no browser') as string },
    });
  });

  test('answers a message that is not JSON', async () => {
    expect(await answerTo('{')).toMatchObject({ error: { message: 'the message is not JSON' } });
  });

  test('refuses a client with an origin', async () => {
    const client = new WebSocket(url, { origin: 'https://evil.example' });
    const error = await new Promise<Error>((resolve) => client.once('error', resolve));
    expect(error.message).toContain('401');
  });
});
