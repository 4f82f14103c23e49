import http from 'node:http';
import type { JsonValue } from '../../sandbox/json';
import type { StoredOrder } from '../../sandbox/order';
import { until } from '../../testing/until';
import { Client, closeAll, listPath, noon } from './support/client';

let client: Client;
beforeAll(async () => {
  client = await Client.start({ control: true });
});
afterAll(closeAll);
beforeEach(() => client.control.reset());

/** Sends a request with headers that fetch forbids. */
function statusWith(headers: Record<string, string>, path = '/sandbox/settings'): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(client.sandbox.url + path, { headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject);
  });
}

describe('access to the control API', () => {
  test('is not possible without the control option', async () => {
    const own = await Client.start();
    expect(await own.get('/sandbox/settings')).toEqual({
      status: 404,
      body: { status: 'error', error_msg: 'not found: GET /sandbox/settings' },
    });
    expect((await own.send('POST', '/sandbox/reset', {})).status).toBe(404);
  });

  test.each(['http://127.0.0.1:5173', 'http://localhost:5173', 'http://[::1]:80'])(
    'is possible for a page from %s',
    async (Origin) => {
      expect(await statusWith({ Origin })).toBe(200);
    },
  );

  test.each([
    { Origin: 'https://example.com' },
    { Origin: 'null' },
    { Origin: 'http://localhost.example.com' },
    { Origin: 'http://127.0.0.1.example.com' },
    { Host: 'rebound.example.com' },
    { Host: 'localhost.example.com:5180' },
  ])('is refused for a request with %j, and the request is logged', async (headers) => {
    expect(await statusWith(headers)).toBe(403);
    expect(client.sandbox.requests().at(-1)).toMatchObject({
      path: '/sandbox/settings',
      status: 403,
    });
  });
});

describe('reset', () => {
  test('applies the given settings and restores the others', async () => {
    await client.control.change({ latencyMs: 5, maxLimit: 3 });
    const answer = await client.send('POST', '/sandbox/reset', {
      seed: 5,
      count: 12,
      dialect: 'captured',
      now: '2025-01-01T08:00:00+08:00',
    });
    expect(answer).toEqual({
      status: 200,
      body: {
        seed: 5,
        count: 12,
        dialect: 'captured',
        now: Date.UTC(2025, 0, 1) / 1000,
        honourOrderBy: true,
        ignoredFilters: [],
        maxLimit: 100,
        totalCount: 'exact',
        latencyMs: 0,
      },
    });
    const orders = client.sandbox.orders();
    expect(orders).toHaveLength(12);
    expect(Date.UTC(2025, 0, 1) / 1000 - (orders.at(-1)?.created_at ?? 0)).toBeLessThan(3600);
  });

  test('restores the same orders', async () => {
    const before = client.sandbox.orders();
    await client.send('DELETE', `/sandbox/orders/${before[0]?.transaction_no}`);
    await client.send('POST', '/sandbox/reset', {});
    expect(client.sandbox.orders()).toEqual(before);
  });

  test('keeps tokens valid', async () => {
    expect((await client.get(listPath)).status).toBe(200);
  });

  test.each([
    [{ cout: 5 }, '参数错误: body must NOT have additional properties: "cout"'],
    [{ count: -1 }, '参数错误: body "count" must be an integer from 0 to 200000, got -1'],
    [{ count: 200_001 }, '参数错误: body "count" must be an integer from 0 to 200000, got 200001'],
    [
      { now: '0000-01-01T00:00:00Z' },
      'now must be "real", epoch seconds, or ISO 8601 with a zone such as 2024-05-01T12:00:00+08:00, from 1970 to 9999, got "0000-01-01T00:00:00Z"',
    ],
    [
      { now: '2025-01-01T08:00:00' },
      'now must be "real", epoch seconds, or ISO 8601 with a zone such as 2024-05-01T12:00:00+08:00, from 1970 to 9999, got "2025-01-01T08:00:00"',
    ],
    [
      { now: '2026-02-30T00:00:00Z' },
      'now must be "real", epoch seconds, or ISO 8601 with a zone such as 2024-05-01T12:00:00+08:00, from 1970 to 9999, got "2026-02-30T00:00:00Z"',
    ],
    [
      { dialect: 'klingon' },
      '参数错误: body "dialect" must be one of "documented", "captured", got "klingon"',
    ],
    [
      { ignoredFilters: ['status', 'colour'] },
      '参数错误: body "ignoredFilters.1" must be one of "merchandise_record_id", "merchandise_schema_id", "status", "refund_status", "trade_no", "transaction_no", "gateway_type", got "colour"',
    ],
    [
      { totalCount: -1 },
      '参数错误: body "totalCount" must be "exact", "missing" or an integer of at least 0, got -1',
    ],
  ])('refuses %j', async (body, message) => {
    expect(await client.send('POST', '/sandbox/reset', body)).toEqual({
      status: 400,
      body: { status: 'error', error_msg: message },
    });
  });
});

describe('settings', () => {
  test('a change of settings applies at once and keeps the orders', async () => {
    const before = client.sandbox.orders();
    await client.control.change({
      maxLimit: 5,
      totalCount: 'missing',
      honourOrderBy: false,
    });
    const page = await client.list({ order_by: '-created_at' });
    expect(page.objects.map((order) => order.id)).toEqual(
      before.slice(0, 5).map((order) => order.id),
    );
    expect(page.meta.total_count).toBeUndefined();
    expect(client.sandbox.orders()).toEqual(before);
  });
});

describe('orders', () => {
  test('the orders of each user are readable', async () => {
    const { body } = await client.get<StoredOrder[]>('/sandbox/orders?user=2');
    expect(body).toEqual(client.sandbox.orders(2));
    expect(body).toHaveLength(12);
  });

  test('a user that is no number is refused with the rule', async () => {
    const message = '参数错误: querystring "user" must be an integer of at least 1, got "x"';
    expect(await client.get('/sandbox/orders?user=x')).toEqual({
      status: 400,
      body: { status: 'error', error_msg: message },
    });
  });

  test.each(['a/b', '50%', 'a b?c#d', '订单'])(
    'an order with the number %s is changed and removed by the client',
    async (transaction_no) => {
      await client.control.addOrder({ transaction_no });
      expect(await client.control.changeOrder(transaction_no, { total_fen: 7 })).toMatchObject({
        transaction_no,
        total_fen: 7,
      });
      await client.control.removeOrder(transaction_no);
      expect(await client.control.orders()).not.toContainEqual(
        expect.objectContaining({ transaction_no }),
      );
    },
  );

  test('an inserted order is paid now by default', async () => {
    const { status, body } = await client.send<StoredOrder>('POST', '/sandbox/orders', {
      total_fen: 250,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ user: 1, total_fen: 250, status: 'success', created_at: noon });
    const page = await client.list({ order_by: '-created_at', limit: 1 });
    expect(page.objects[0]).toMatchObject({ id: body.id, total_cost: 2.5 });
    expect(page.meta.total_count).toBe(96);
  });

  test('an order with a transaction number in use is refused', async () => {
    await client.send('POST', '/sandbox/orders', { transaction_no: 'T' });
    expect(await client.send('POST', '/sandbox/orders', { transaction_no: 'T' })).toEqual({
      status: 409,
      body: { status: 'error', error_msg: 'transaction_no is taken: T' },
    });
  });

  test('a change sets the given fields only', async () => {
    const order = client.sandbox.orders().at(-1) as StoredOrder;
    const { body } = await client.send(`PATCH`, `/sandbox/orders/${order.transaction_no}`, {
      status: 'success',
      refund_status: 'complete',
      paid_at: noon,
    });
    expect(body).toEqual({ ...order, status: 'success', refund_status: 'complete', paid_at: noon });
    expect(client.sandbox.orders().at(-1)).toEqual(body);
  });

  test.each([
    ['total_fen', 2 ** 53, 'an integer from 0 to 9007199254740991'],
    ['total_fen', -1, 'an integer from 0 to 9007199254740991'],
    ['created_at', 1e300, 'epoch seconds from 0 to 253402271999'],
    ['created_at', 9e12, 'epoch seconds from 0 to 253402271999'],
    ['updated_at', 1e15, 'epoch seconds from 0 to 253402271999'],
    ['paid_at', 253402272000, 'epoch seconds from 0 to 253402271999, or null'],
    ['merchandise_schema_id', 1e16, 'an integer from 0 to 9007199254740991, or null'],
    ['user', 1_000_000, 'an integer from 1 to 999999'],
  ])('an order with %s %d is refused, and lists still answer', async (field, value, rule) => {
    const [order] = client.sandbox.orders();
    for (const [method, path] of [
      ['POST', '/sandbox/orders'],
      ['PATCH', `/sandbox/orders/${order?.transaction_no}`],
    ] as const) {
      expect(await client.send(method, path, { [field]: value })).toEqual({
        status: 400,
        body: {
          status: 'error',
          error_msg: `参数错误: body "${field}" must be ${rule}, got ${JSON.stringify(value)}`,
        },
      });
    }
    expect((await client.list()).meta.total_count).toBe(95);
  });

  test('an order with the largest values is listed in both dialects', async () => {
    const latest = 253402271999;
    const largest = {
      total_fen: Number.MAX_SAFE_INTEGER,
      created_at: latest,
      updated_at: latest,
      paid_at: latest,
      merchandise_schema_id: Number.MAX_SAFE_INTEGER,
    };
    await client.control.addOrder(largest);
    const newest = async () => (await client.list({ order_by: '-created_at' })).objects[0];
    expect(await newest()).toMatchObject({ created_at: latest, total_cost: 90071992547409.91 });
    await client.control.change({ dialect: 'captured' });
    expect(await newest()).toMatchObject({
      created_at: expect.stringMatching(/^9999-12-31T23:59:59\./) as string,
      total_cost: '90071992547409.91',
    });
  });

  test('an order with a total cost beyond the largest amount is not created', async () => {
    const order = { gateway_type: 'weixin_tenpay', merchandise_description: '拿铁咖啡' };
    expect(await client.send('POST', listPath, { ...order, total_cost: 1e300 })).toEqual({
      status: 400,
      body: {
        status: 'error',
        error_msg:
          '参数错误: body "total_cost" must be yuan from 0.01 to 90071992547409, got 1e+300',
      },
    });
    expect((await client.list()).meta.total_count).toBe(95);
  });

  test('an order is deleted by its transaction number', async () => {
    const order = client.sandbox.orders().at(-1) as StoredOrder;
    const answer = await client.send('DELETE', `/sandbox/orders/${order.transaction_no}`);
    expect(answer.status).toBe(204);
    expect((await client.list()).meta.total_count).toBe(94);
  });

  test.each(['PATCH', 'DELETE'])('%s of an unknown number gives 404', async (method) => {
    const body = method === 'PATCH' ? {} : undefined;
    expect((await client.send(method, '/sandbox/orders/unknown', body)).status).toBe(404);
  });
});

test('a payment notice changes no order that has ended meanwhile', async () => {
  const order = { gateway_type: 'weixin_tenpay', merchandise_description: '拿铁咖啡' };
  const create = async () => {
    const { body } = await client.send('POST', listPath, { ...order, total_cost: 1 });
    const number = body['transaction_no'];
    if (typeof number !== 'string') throw new Error('the order has no number');
    return { number, prepay: body['package'] ?? null };
  };
  const [ended, later] = [await create(), await create()];
  const notice = (prepay: JsonValue, delayMs: number) =>
    client.send('POST', '/sandbox/payments', { package: prepay, delayMs });
  await notice(ended.prepay, 50);
  await client.control.changeOrder(ended.number, { status: 'failed' });
  await notice(later.prepay, 50);
  const statusOf = (number: string) =>
    client.sandbox.orders().find(({ transaction_no }) => transaction_no === number)?.status;
  await until('the later notice', () => Promise.resolve(statusOf(later.number) === 'success'));
  expect(statusOf(ended.number)).toBe('failed');
});

test('tokens expire on demand, and a new login gives a valid one', async () => {
  const { body } = await client.send('POST', '/sandbox/tokens/expire');
  expect(body['expired']).toBeGreaterThan(0);
  expect(await client.get(listPath)).toEqual({
    status: 401,
    body: { status: 'error', error_msg: 'access token has expired' },
  });
  client.token = await client.login('any');
  expect((await client.get(listPath)).status).toBe(200);
});

test.each([
  ['POST', '/sandbox/reset', 200],
  ['DELETE', '/sandbox/faults', 204],
  ['DELETE', '/sandbox/requests', 204],
  ['POST', '/sandbox/tokens/expire', 200],
  ['POST', '/sandbox/orders', 400],
  ['POST', '/hserve/v2.0/session/destroy/', 200],
])('%s %s takes a JSON request without a body: %d', async (method, path, status) => {
  const token = await client.login('any');
  const headers = {
    ...client.headers(),
    Authorization: `Hydrogen-r1 ${token}`,
    'Content-Type': 'application/json',
  };
  const answer = await client.send(method, path, undefined, headers);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).not.toContain('Body cannot be empty');
});
