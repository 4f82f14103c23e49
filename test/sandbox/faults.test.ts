import { until } from '../../testing/until';
import { Client, closeAll, listPath } from './support/client';

let client: Client;
beforeAll(async () => {
  client = await Client.start({ control: true });
});
afterAll(closeAll);
beforeEach(() => client.control.reset());

function raw(path = listPath, signal?: AbortSignal): Promise<Response> {
  return fetch(client.sandbox.url + path, {
    headers: client.headers(),
    ...(signal === undefined ? {} : { signal }),
  });
}

test('status: answers with the status and an error body', async () => {
  await client.control.addFault({ kind: 'status', status: 503 });
  expect(await client.get(listPath)).toEqual({
    status: 503,
    body: { status: 'error', error_msg: 'sandbox fault 503' },
  });
});

test('status: answers with the given body', async () => {
  await client.control.addFault({ kind: 'status', status: 402, body: { error_msg: '应用欠费' } });
  expect(await client.get(listPath)).toEqual({ status: 402, body: { error_msg: '应用欠费' } });
});

test('garbage: answers 200 with HTML instead of JSON', async () => {
  await client.control.addFault({ kind: 'garbage' });
  const response = await raw();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch('text/html');
  expect(await response.text()).toMatch(/^<html>.*502 Bad Gateway/);
});

test('garbage: answers with the given text', async () => {
  await client.control.addFault({ kind: 'garbage', body: '{"meta":' });
  expect(await (await raw()).text()).toBe('{"meta":');
});

test('stall: gives the correct answer only after the faults are cleared', async () => {
  await client.control.addFault({ kind: 'stall', times: 1 });
  let answered = false;
  const stalled = client.list({ limit: 1 }).finally(() => (answered = true));
  // The hit proves that the first request has arrived; it has used the fault up.
  await isHit();
  expect((await client.list({ limit: 2 })).objects).toHaveLength(2);
  expect(answered).toBe(false);
  await client.control.clearFaults();
  expect((await stalled).objects).toHaveLength(1);
});

function isHit(): Promise<boolean> {
  return until('a hit', async () => (await client.control.faults())[0]?.hits === 1);
}

test('stall: logs an aborted request without a status', async () => {
  await client.control.addFault({ kind: 'stall' });
  const controller = new AbortController();
  const stalled = raw(listPath, controller.signal);
  await isHit();
  controller.abort();
  await expect(stalled).rejects.toMatchObject({ name: 'AbortError' });
  expect(client.sandbox.requests()).toMatchObject([{ path: listPath, status: null }]);
});

test('drop: ends the connection without an answer', async () => {
  await client.control.addFault({ kind: 'drop', times: 1 });
  await expect(raw()).rejects.toThrow('fetch failed');
  expect(client.sandbox.requests()).toMatchObject([{ path: listPath, status: null }]);
  expect((await raw()).status).toBe(200);
});

test('truncate: sends half of the correct answer and ends the connection', async () => {
  const whole = await (await raw()).arrayBuffer();
  await client.control.addFault({ kind: 'truncate', times: 1 });
  const response = await raw();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe(String(whole.byteLength));
  const received: Uint8Array[] = [];
  const reading = async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      received.push(chunk);
  };
  await expect(reading()).rejects.toThrow('terminated');
  expect(Buffer.concat(received)).toEqual(
    Buffer.from(whole).subarray(0, Math.ceil(whole.byteLength / 2)),
  );
});

test('freeze: sends half of the correct answer, and the rest when the faults are cleared', async () => {
  const whole = (await (await raw()).arrayBuffer()).byteLength;
  await client.control.addFault({ kind: 'freeze', times: 1 });
  let received = 0;
  const reading = (async () => {
    for await (const chunk of (await raw()).body as unknown as AsyncIterable<Uint8Array>)
      received += chunk.byteLength;
  })();
  await until('half of the answer', () => Promise.resolve(received >= whole / 2));
  await client.get(listPath);
  expect(received).toBe(Math.ceil(whole / 2));
  await client.control.clearFaults();
  await reading;
  expect(received).toBe(whole);
});

test('delay: gives the correct answer late', async () => {
  await client.control.addFault({ kind: 'delay', ms: 40 });
  const started = performance.now();
  expect((await client.list()).objects).toHaveLength(20);
  expect(performance.now() - started).toBeGreaterThan(35);
});

test('latency delays every answer', async () => {
  await client.control.change({ latencyMs: 40 });
  const started = performance.now();
  expect((await client.get('/nowhere')).status).toBe(404);
  expect(performance.now() - started).toBeGreaterThan(35);
});

test('times: hits exactly this number of requests', async () => {
  await client.control.addFault({ kind: 'status', times: 2 });
  const statuses = [];
  for (let request = 0; request < 4; request++) statuses.push((await raw()).status);
  expect(statuses).toEqual([500, 500, 200, 200]);
});

describe('match', () => {
  test('selects by path, with * for one segment', async () => {
    await client.control.addFault({ kind: 'status', match: { path: '/hserve/*/idp/pay/order/' } });
    const [first] = client.sandbox.orders();
    expect((await raw()).status).toBe(500);
    expect((await raw('/hserve/v2.0/idp/pay/order/')).status).toBe(500);
    expect((await raw(`/hserve/v2.0/idp/pay/order/${first?.transaction_no}/`)).status).toBe(200);
  });

  test('selects by method', async () => {
    await client.control.addFault({ kind: 'status', status: 418, match: { method: 'POST' } });
    expect((await raw()).status).toBe(200);
    expect((await client.send('POST', listPath, {})).status).toBe(418);
  });

  test('selects by offset', async () => {
    await client.control.addFault({ kind: 'status', match: { minOffset: 20 } });
    expect((await raw()).status).toBe(200);
    expect((await raw(`${listPath}?offset=19`)).status).toBe(200);
    expect((await raw(`${listPath}?offset=20`)).status).toBe(500);
  });

  test('selects by query parameter', async () => {
    await client.control.addFault({ kind: 'status', match: { query: { status: 'pending' } } });
    expect((await raw()).status).toBe(200);
    expect((await raw(`${listPath}?status=pending`)).status).toBe(500);
  });
});

test('faults are listed and cleared, and never hit the control API', async () => {
  await client.control.addFault({ kind: 'drop' });
  const { body } = await client.get('/sandbox/faults');
  expect(body).toEqual([{ kind: 'drop', hits: 0 }]);
  expect((await client.send('DELETE', '/sandbox/faults')).status).toBe(204);
  expect((await raw()).status).toBe(200);
});

test.each([
  [{ kind: 'explode' }, /"kind" must be one of "status", "garbage", .*, got "explode"$/],
  [
    { kind: 'status', headers: { 'a b': 'c' } },
    /"headers" must be names of HTTP headers, got "a b"$/,
  ],
  [{ kind: 'status', headers: { '': 'c' } }, /"headers" must be names of HTTP headers, got ""$/],
  [
    { kind: 'garbage', headers: { a: 'b\nc' } },
    /"headers.a" must be a value of an HTTP header, got "b\\nc"$/,
  ],
  [{ kind: 'status', status: 99 }, /"status" must be >= 200, got 99/],
  [{ kind: 'drop', match: { url: '/' } }, /"match" must NOT have additional properties: "url"/],
])('refuses %j', async (fault, message) => {
  const { status, body } = await client.send('POST', '/sandbox/faults', fault);
  expect(status).toBe(400);
  expect(body['error_msg']).toMatch(message);
  expect(await client.control.faults()).toEqual([]);
});

test('close ends stalled and delayed requests', async () => {
  const own = await Client.start({ control: true });
  await own.control.addFault({ kind: 'stall', times: 1 });
  await own.control.addFault({ kind: 'delay', ms: 600_000 });
  const requests = [own.list(), own.list()].map((request) =>
    request.then(
      () => 'answered',
      () => 'ended',
    ),
  );
  await until('both requests', () => Promise.resolve(own.sandbox.requests().length === 3));
  await own.sandbox.close();
  expect(await Promise.all(requests)).toEqual(['ended', 'ended']);
});

test('sends the headers of a fault', async () => {
  await client.control.addFault({
    kind: 'status',
    headers: { 'Retry-After': '120', 'x-a_b': 'c d' },
  });
  const { headers } = await raw();
  expect([headers.get('retry-after'), headers.get('x-a_b')]).toEqual(['120', 'c d']);
});
