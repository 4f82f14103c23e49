import { Client, closeAll, listPath } from './support/client';

let client: Client;
beforeAll(async () => {
  client = await Client.start({ control: true });
});
afterAll(closeAll);
beforeEach(() => client.send('POST', '/sandbox/reset'));

function order(fault: Parameters<Client['send']>[2]) {
  return client.send('POST', '/sandbox/faults', fault);
}

function raw(path = listPath, signal?: AbortSignal): Promise<Response> {
  return fetch(client.sandbox.url + path, {
    headers: client.headers(),
    ...(signal === undefined ? {} : { signal }),
  });
}

test('status: the status and an error body', async () => {
  await order({ kind: 'status', status: 503 });
  expect(await client.get(listPath)).toEqual({
    status: 503,
    body: { status: 'error', error_msg: 'sandbox fault 503' },
  });
});

test('status: with the body asked for', async () => {
  await order({ kind: 'status', status: 402, body: { error_msg: '应用欠费' } });
  expect(await client.get(listPath)).toEqual({ status: 402, body: { error_msg: '应用欠费' } });
});

test('garbage: status 200 and a page instead of JSON', async () => {
  await order({ kind: 'garbage' });
  const response = await raw();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch('text/html');
  expect(await response.text()).toMatch(/^<html>.*502 Bad Gateway/);
});

test('garbage: with the text asked for', async () => {
  await order({ kind: 'garbage', body: '{"meta":' });
  expect(await (await raw()).text()).toBe('{"meta":');
});

test('stall: no answer until the faults are cleared, then the right one', async () => {
  await order({ kind: 'stall', times: 1 });
  let answered = false;
  const stalled = client.list({ limit: 1 }).finally(() => (answered = true));
  // The second request finds the fault used up, so the first must have arrived and stalled.
  expect(await hitsOf(1)).toBe(1);
  expect((await client.list({ limit: 2 })).objects).toHaveLength(2);
  expect(answered).toBe(false);
  await client.send('DELETE', '/sandbox/faults');
  expect((await stalled).objects).toHaveLength(1);
});

async function hitsOf(wanted: number): Promise<number> {
  for (;;) {
    const { body } = await client.get<{ hits: number }[]>('/sandbox/faults');
    const hits = body[0]?.hits ?? 0;
    if (hits >= wanted) return hits;
  }
}

test('stall: a client that gives up leaves an entry without a status', async () => {
  await order({ kind: 'stall' });
  const patience = new AbortController();
  const stalled = raw(listPath, patience.signal);
  await hitsOf(1);
  patience.abort();
  await expect(stalled).rejects.toMatchObject({ name: 'AbortError' });
  expect(client.sandbox.requests()).toMatchObject([{ path: listPath, status: null }]);
});

test('drop: the connection ends without an answer', async () => {
  await order({ kind: 'drop', times: 1 });
  await expect(raw()).rejects.toThrow('fetch failed');
  expect(client.sandbox.requests()).toMatchObject([{ path: listPath, status: null }]);
  expect((await raw()).status).toBe(200);
});

test('truncate: half of the right answer, then the end of the connection', async () => {
  const whole = await (await raw()).arrayBuffer();
  await order({ kind: 'truncate', times: 1 });
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

test('freeze: half of the right answer, the rest when the faults are cleared', async () => {
  const whole = (await (await raw()).arrayBuffer()).byteLength;
  await order({ kind: 'freeze', times: 1 });
  let received = 0;
  const reading = (async () => {
    for await (const chunk of (await raw()).body as unknown as AsyncIterable<Uint8Array>)
      received += chunk.byteLength;
  })();
  while (received < whole / 2) await client.get('/sandbox/settings');
  await client.get(listPath);
  expect(received).toBe(Math.ceil(whole / 2));
  await client.send('DELETE', '/sandbox/faults');
  await reading;
  expect(received).toBe(whole);
});

test('delay: the right answer, late', async () => {
  await order({ kind: 'delay', ms: 40 });
  const started = performance.now();
  expect((await client.list()).objects).toHaveLength(20);
  expect(performance.now() - started).toBeGreaterThan(35);
});

test('latency holds every answer back', async () => {
  await client.send('PATCH', '/sandbox/settings', { latencyMs: 40 });
  const started = performance.now();
  expect((await client.get('/nowhere')).status).toBe(404);
  expect(performance.now() - started).toBeGreaterThan(35);
});

test('times: so many requests and no more', async () => {
  await order({ kind: 'status', times: 2 });
  const statuses = [];
  for (let request = 0; request < 4; request++) statuses.push((await raw()).status);
  expect(statuses).toEqual([500, 500, 200, 200]);
});

describe('match', () => {
  test('by path, with * for one part of it', async () => {
    await order({ kind: 'status', match: { path: '/hserve/*/idp/pay/order/' } });
    const [first] = client.sandbox.orders();
    expect((await raw()).status).toBe(500);
    expect((await raw('/hserve/v2.0/idp/pay/order/')).status).toBe(500);
    expect((await raw(`/hserve/v2.0/idp/pay/order/${first?.transaction_no}/`)).status).toBe(200);
  });

  test('by method', async () => {
    await order({ kind: 'status', status: 418, match: { method: 'POST' } });
    expect((await raw()).status).toBe(200);
    expect((await client.send('POST', listPath, {})).status).toBe(418);
  });

  test('by offset', async () => {
    await order({ kind: 'status', match: { minOffset: 20 } });
    expect((await raw()).status).toBe(200);
    expect((await raw(`${listPath}?offset=19`)).status).toBe(200);
    expect((await raw(`${listPath}?offset=20`)).status).toBe(500);
  });

  test('by parameter', async () => {
    await order({ kind: 'status', match: { query: { status: 'pending' } } });
    expect((await raw()).status).toBe(200);
    expect((await raw(`${listPath}?status=pending`)).status).toBe(500);
  });
});

test('faults can be listed and cleared, and never hit the control API', async () => {
  await order({ kind: 'drop' });
  const { body } = await client.get('/sandbox/faults');
  expect(body).toEqual([{ kind: 'drop', hits: 0 }]);
  expect((await client.send('DELETE', '/sandbox/faults')).status).toBe(204);
  expect((await raw()).status).toBe(200);
});

test.each([
  [{ kind: 'explode' }, /"kind" must be equal to one of the allowed values, got "explode"/],
  [{ kind: 'status', status: 99 }, /"status" must be >= 200, got 99/],
  [{ kind: 'drop', match: { url: '/' } }, /"match" must NOT have additional properties: "url"/],
])('refuses %j', async (fault, message) => {
  const { status, body } = await order(fault);
  expect(status).toBe(400);
  expect(body['error_msg']).toMatch(message);
});

test('close ends stalled and delayed requests at once', async () => {
  const own = await Client.start({ control: true });
  await own.send('POST', '/sandbox/faults', { kind: 'stall', times: 1 });
  await own.send('POST', '/sandbox/faults', { kind: 'delay', ms: 600_000 });
  const requests = [own.list(), own.list()].map((request) =>
    request.then(
      () => 'answered',
      () => 'ended',
    ),
  );
  while (own.sandbox.requests().length < 3) await own.get('/sandbox/settings');
  await own.sandbox.close();
  expect(await Promise.all(requests)).toEqual(['ended', 'ended']);
});
