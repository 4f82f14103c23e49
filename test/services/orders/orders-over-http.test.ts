import { createCancellation } from '../../../miniprogram/core/cancellation';
import type { Order } from '../../../miniprogram/domain/order';
import type { StoredOrder } from '../../../sandbox/order';
import { LIST, LOGIN, startWithOrders } from '../support/sandbox';

const MONDAY = '2024-06-03T12:00:00+08:00';

let stop: () => Promise<void>;
const start = async (...options: Parameters<typeof startWithOrders>) => {
  const [sandbox, ...others] = options;
  const started = await startWithOrders({ now: MONDAY, ...sandbox }, ...others);
  stop = () => started.sandbox.close();
  return started;
};
afterEach(() => stop());

/** The expected order, computed from the row of the database. */
const expected = (stored: StoredOrder) => {
  const given = <T>(field: string, value: T) => (stored.missing.includes(field) ? null : value);
  const refund = given('refund_status', stored.refund_status)?.trim() || 'none';
  return {
    key: stored.transaction_no,
    id: String(stored.id),
    tradeNo: stored.trade_no,
    status:
      { pending: 'pending', failed: 'failed', success: 'success', complete: 'success' }[
        stored.status
      ] ?? 'unknown',
    statusRaw: stored.status,
    refund,
    amountFen: stored.total_fen,
    currency: 'CNY',
    createdAt: stored.created_at,
    updatedAt: given('updated_at', stored.updated_at),
    paidAt: stored.paid_at,
    gatewayRaw: given('gateway_type', stored.gateway_type),
    description: stored.merchandise_description,
    merchandiseRecordId: given('merchandise_record_id', stored.merchandise_record_id),
  } satisfies Partial<Record<keyof Order, unknown>>;
};

describe.each(['documented', 'captured'] as const)('in the %s dialect', (dialect) => {
  test('pages of 20 bring each of the 95 orders once, newest first, as in the database', async () => {
    const { sandbox, orders } = await start({ dialect });
    const read: Order[] = [];
    for (let offset = 0, isLast = false; !isLast; offset = read.length) {
      const page = await orders.list({ limit: 20, offset });
      expect(page).toMatchObject({ limit: 20, offset, totalCount: 95, problems: [] });
      read.push(...page.orders);
      isLast = page.isLast;
    }
    expect(read).toHaveLength(95);
    expect(read).toMatchObject(sandbox.orders().reverse().map(expected));
  });

  test('reports a row that cannot be read and keeps the others', async () => {
    const { sandbox, control, orders } = await start({ dialect, count: 5 });
    const [broken, keyless] = sandbox.orders().map((order) => order.transaction_no);
    await control('PATCH', `/orders/${broken}`, { wire: { total_cost: 'free', paid_at: [] } });
    const missing = ['transaction_no', 'trade_no', 'id', 'created_at'];
    await control('PATCH', `/orders/${keyless}`, { missing });
    const page = await orders.list({ order: 'oldest-first' });
    expect(page.orders).toHaveLength(4);
    expect(page).toMatchObject({ isLast: true, received: 5 });
    expect(page.orders[0]).toMatchObject({ key: broken, amountFen: null, paidAt: null });
    expect(page.problems).toEqual([
      { row: 0, key: broken, fields: ['total_cost', 'paid_at'] },
      { row: 1, key: null, fields: ['transaction_no', 'id', 'created_at'] },
    ]);
  });
});

test('every list request has the three headers, limit, offset and order', async () => {
  const { sandbox, orders } = await start();
  await orders.list();
  await orders.list({ limit: 7, offset: 14, order: 'oldest-first', status: 'pending' });
  const [login, first, second] = sandbox.requests();
  expect(login).toMatchObject({ method: 'POST', path: LOGIN, status: 201 });
  expect(first?.query).toEqual({ limit: '20', offset: '0', order_by: '-created_at' });
  expect(second?.query).toEqual({
    limit: '7',
    offset: '14',
    order_by: 'created_at',
    status: 'pending',
  });
  for (const request of [first, second]) {
    expect(request).toMatchObject({ method: 'GET', path: LIST, status: 200 });
    expect(request?.headers).toMatchObject({
      'x-hydrogen-client-id': 'sandbox-client',
      authorization: expect.stringMatching(/^Hydrogen-r1 \S+$/) as string,
      'content-type': 'application/json',
    });
  }
  expect(sandbox.requests()).toHaveLength(3);
});

test('reads the orders of one status', async () => {
  const { sandbox, orders } = await start();
  const pending = sandbox.orders().filter(({ status }) => status === 'pending');
  const page = await orders.list({ limit: 100, status: 'pending' });
  expect(page.orders.map(({ key }) => key)).toEqual(
    pending.reverse().map((order) => order.transaction_no),
  );
  expect(page.totalCount).toBe(pending.length);
});

test('uses the limit that the server grants', async () => {
  const { orders } = await start({ maxLimit: 10 });
  const page = await orders.list({ limit: 50 });
  expect(page).toMatchObject({ limit: 10, isLast: false });
  expect(page.orders).toHaveLength(10);
});

test('recognises the end by an empty page where there is no total', async () => {
  const { orders } = await start({ totalCount: 'missing', count: 40 });
  const full = await orders.list({ offset: 20 });
  expect(full).toMatchObject({ totalCount: null, isLast: false });
  const empty = await orders.list({ offset: 40 });
  expect(empty).toMatchObject({ totalCount: null, isLast: true, orders: [] });
});

test('recognises a full last page by the total, though it has meta.next', async () => {
  const { orders } = await start({ count: 20 });
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 20, isLast: true });
});

test('an expired token costs one login and one repetition', async () => {
  const { control, orders, asked } = await start();
  await orders.list();
  await control('POST', '/tokens/expire');
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 95 });
  const list = `GET ${LIST}`;
  expect(asked()).toEqual([`POST ${LOGIN}`, list, list, `POST ${LOGIN}`, list]);
});

test('twenty requests refused at once share one login', async () => {
  const { control, orders, asked } = await start();
  await orders.list();
  await control('POST', '/tokens/expire');
  await control('DELETE', '/requests');
  await Promise.all(Array.from({ length: 20 }, () => orders.list({ limit: 1 })));
  expect(asked().filter((request) => request === `POST ${LOGIN}`)).toHaveLength(1);
});

test('a request is unauthorized after the server has refused two tokens', async () => {
  const { control, orders, asked } = await start();
  await control('POST', '/faults', { kind: 'status', status: 401, match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
  const [login, list] = [`POST ${LOGIN}`, `GET ${LIST}`];
  expect(asked()).toEqual([login, list, login, list]);
});

test.each([
  [
    { kind: 'status', status: 400 },
    { kind: 'invalid-request', status: 400 },
  ],
  [
    { kind: 'status', status: 402 },
    { kind: 'payment-required', status: 402 },
  ],
  [
    { kind: 'status', status: 403 },
    { kind: 'forbidden', status: 403 },
  ],
  [
    { kind: 'status', status: 404 },
    { kind: 'not-found', status: 404 },
  ],
  [
    { kind: 'status', status: 429 },
    { kind: 'rate-limited', status: 429 },
  ],
  [
    { kind: 'status', status: 500 },
    { kind: 'server', status: 500 },
  ],
  [
    { kind: 'status', status: 502, body: '<html>' },
    { kind: 'server', serverMessage: null },
  ],
  [
    { kind: 'status', status: 500, body: 'null' },
    { kind: 'server', serverMessage: null },
  ],
  [
    { kind: 'status', status: 500, body: '' },
    { kind: 'server', serverMessage: null },
  ],
  [{ kind: 'status', status: 400, body: 'bad limit' }, { serverMessage: null }],
  [{ kind: 'status', status: 400, body: { message: 'no' } }, { serverMessage: 'no' }],
  [{ kind: 'garbage' }, { kind: 'malformed', status: 200 }],
  [
    { kind: 'garbage', body: 'null' },
    { kind: 'malformed', status: 200 },
  ],
  [
    { kind: 'garbage', body: [] },
    { kind: 'malformed', status: 200 },
  ],
  [
    { kind: 'garbage', body: { objects: {} } },
    { kind: 'malformed', status: 200 },
  ],
  [{ kind: 'drop' }, { kind: 'network', status: null }],
  [{ kind: 'truncate' }, { kind: 'network', status: null }],
])('recognises the fault %j, and the next request succeeds', async (fault, recognised) => {
  const { control, orders } = await start();
  await control('POST', '/faults', { ...fault, times: 1, match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({
    name: 'ApiError',
    method: 'GET',
    path: LIST,
    ...recognised,
  });
  await expect(orders.list()).resolves.toMatchObject({ totalCount: 95 });
});

test('a truncated body of a complete answer is malformed', async () => {
  const { control, orders } = await start();
  const body = '{"meta": {"limit": 20}, "objects": [{"id": 5, "total_co';
  await control('POST', '/faults', { kind: 'garbage', body, match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({ kind: 'malformed', status: 200 });
});

test('an answer without meta has the requested limit and offset', async () => {
  const { control, orders } = await start();
  const body = { objects: [] };
  await control('POST', '/faults', { kind: 'status', status: 200, body, match: { path: LIST } });
  await expect(orders.list({ limit: 5, offset: 10 })).resolves.toEqual({
    rows: [],
    orders: [],
    problems: [],
    mismatches: [],
    received: 0,
    limit: 5,
    offset: 10,
    totalCount: null,
    isLast: true,
  });
});

test('a stalled answer times out', async () => {
  const { control, orders } = await start({}, { timeoutMs: 2000 });
  await orders.list();
  await control('POST', '/faults', { kind: 'stall', match: { path: LIST } });
  await expect(orders.list()).rejects.toMatchObject({ kind: 'timeout', retryable: true });
});

test('a stopped sandbox is a network failure', async () => {
  const { sandbox, orders } = await start();
  await orders.list();
  await sandbox.close();
  stop = () => Promise.resolve();
  await expect(orders.list()).rejects.toMatchObject({ kind: 'network' });
});

test('cancels a stalled request at once', async () => {
  const { control, orders } = await start();
  await orders.list();
  await control('POST', '/faults', { kind: 'stall', match: { path: LIST } });
  const { signal, cancel } = createCancellation();
  const answer = orders.list({}, signal);
  cancel();
  await expect(answer).rejects.toMatchObject({ kind: 'cancelled', retryable: false });
});

test('does not send options that are not given', async () => {
  const { sandbox, orders } = await start();
  await orders.list({ status: undefined, order: null, limit: '' } as object);
  expect(sandbox.requests()[1]?.query).toEqual({
    limit: '20',
    offset: '0',
    order_by: '-created_at',
  });
});
