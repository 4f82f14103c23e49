import type { StoredOrder } from '../../sandbox/order';
import { Client, closeAll, detailPath, listPath, type OrderPage } from './support/client';

let client: Client;
let all: StoredOrder[];
beforeAll(async () => {
  client = await Client.start({ maxLimit: 50 });
  all = client.sandbox.orders();
});
afterAll(closeAll);

function idsBy(compare: (a: StoredOrder, b: StoredOrder) => number): number[] {
  return [...all].sort(compare).map((order) => order.id);
}

describe('meta', () => {
  test('describes a first page of twenty orders, the next page and the total count', async () => {
    const { meta, objects } = await client.list();
    expect(objects).toHaveLength(20);
    expect(meta).toEqual({
      limit: 20,
      next: '/hserve/v2.2/idp/pay/order/?limit=20&offset=20',
      offset: 0,
      previous: null,
      total_count: 95,
    });
  });

  test('has a next page even past the end, as in the documented sample', async () => {
    const { meta, objects } = await client.list({ limit: 20, offset: 100 });
    expect(objects).toEqual([]);
    expect(meta).toEqual({
      limit: 20,
      next: '/hserve/v2.2/idp/pay/order/?limit=20&offset=120',
      offset: 100,
      previous: '/hserve/v2.2/idp/pay/order/?limit=20&offset=80',
      total_count: 95,
    });
  });

  test('has the reduced limit', async () => {
    const { meta, objects } = await client.list({ limit: 1000 });
    expect(meta.limit).toBe(50);
    expect(objects).toHaveLength(50);
  });

  test('links to the API version of the request', async () => {
    const { body } = await client.get<OrderPage>('/hserve/v2.0/idp/pay/order/');
    expect(body.objects).toHaveLength(20);
    expect(body.meta['next']).toBe('/hserve/v2.0/idp/pay/order/?limit=20&offset=20');
  });

  test.each([
    ['missing', undefined],
    [7, 7],
    ['exact', 95],
  ])('has the total count of the setting %p', async (totalCount, expected) => {
    const own = await Client.start({ totalCount: totalCount as 'exact' | 'missing' | number });
    expect((await own.list()).meta.total_count).toBe(expected);
  });
});

describe('order', () => {
  test('is oldest first by default', async () => {
    expect(await client.idsOfAllPages(20)).toEqual(all.map((order) => order.id));
  });

  test('breaks ties by id, and lists every order once in both directions', async () => {
    const seconds = new Set(all.map((order) => order.created_at));
    expect(seconds.size).toBeLessThan(all.length);
    const oldestFirst = idsBy((a, b) => a.created_at - b.created_at || a.id - b.id);
    for (const limit of [1, 7, 50]) {
      expect(await client.idsOfAllPages(limit, { order_by: 'created_at' })).toEqual(oldestFirst);
      expect(await client.idsOfAllPages(limit, { order_by: '-created_at' })).toEqual(
        [...oldestFirst].reverse(),
      );
    }
  });

  test.each([
    ['id', (a: StoredOrder, b: StoredOrder) => a.id - b.id],
    ['total_cost', (a: StoredOrder, b: StoredOrder) => a.total_fen - b.total_fen || a.id - b.id],
    ['updated_at', (a: StoredOrder, b: StoredOrder) => a.updated_at - b.updated_at || a.id - b.id],
    [
      'paid_at',
      (a: StoredOrder, b: StoredOrder) => (a.paid_at ?? 0) - (b.paid_at ?? 0) || a.id - b.id,
    ],
  ])('is by %s, ascending and descending', async (column, compare) => {
    expect(await client.idsOfAllPages(30, { order_by: column })).toEqual(idsBy(compare));
    expect(await client.idsOfAllPages(30, { order_by: `-${column}` })).toEqual(
      idsBy(compare).reverse(),
    );
  });

  test('is oldest first when order_by is not honoured', async () => {
    const own = await Client.start({ honourOrderBy: false });
    expect(await own.idsOfAllPages(40, { order_by: '-created_at' })).toEqual(
      own.sandbox.orders().map((order) => order.id),
    );
  });
});

describe('detail', () => {
  test('is the same order as in the list', async () => {
    const [first] = (await client.list()).objects;
    const { status, body } = await client.get(`${detailPath}${first?.transaction_no}/`);
    expect(status).toBe(200);
    expect(body).toEqual(first);
  });

  test("answers 404 for an unknown order and for another user's order", async () => {
    const foreign = String(client.sandbox.orders(2)[0]?.transaction_no);
    for (const number of ['unknown', foreign]) {
      expect(await client.get(`${detailPath}${number}/`)).toEqual({
        status: 404,
        body: { status: 'error', error_msg: `order not found: ${number}` },
      });
    }
  });
});

test('users see only their own orders, and the last seeded user has none', async () => {
  for (const [code, count] of [
    ['user-2', 12],
    ['user-3', 3],
    ['user-4', 0],
  ] as const) {
    const headers = {
      ...client.headers(),
      Authorization: `Hydrogen-r1 ${await client.login(code)}`,
    };
    const { body } = await client.get<OrderPage>(listPath, headers);
    expect(body.meta.total_count).toBe(count);
  }
});
