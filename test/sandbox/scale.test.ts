import { OrderDatabase } from '../../sandbox/database';
import type { StoredOrder } from '../../sandbox/order';
import { seedOrders } from '../../sandbox/seed/seed-orders';
import { startSandbox } from '../../sandbox/server';
import { Client, closeAll, noon } from './support/client';

const many = 100_000;
afterAll(closeAll);

test('stores all of a hundred thousand orders', () => {
  const orders = seedOrders(1, many, noon);
  const database = new OrderDatabase();
  database.replaceAll(orders);
  const page = { user: 1, filters: {}, orderBy: 'created_at', limit: 1, offset: 0 } as const;
  expect(database.page(page).totalCount).toBe(many);
  database.close();
});

test('keeps the stored orders when a replacement fails, and accepts the next one', () => {
  const [first, second] = seedOrders(1, 2, noon) as [StoredOrder, StoredOrder];
  const database = new OrderDatabase();
  database.replaceAll([first]);
  const doubled = [second, { ...second, id: second.id + 1 }];
  expect(() => database.replaceAll(doubled)).toThrow('UNIQUE');
  expect(database.ordersOf(1)).toEqual([first]);
  database.replaceAll([second]);
  expect(database.ordersOf(1)).toEqual([second]);
  database.close();
});

test('does not start with more orders than the limit', async () => {
  await expect(startSandbox({ count: 200_001 })).rejects.toThrow(
    new RangeError('count must be an integer from 0 to 200000, got 200001'),
  );
});

test('pages through a hundred thousand orders at both ends', async () => {
  const client = await Client.start({ count: many });
  const stored = 'SELECT id FROM orders WHERE user = 1 ORDER BY created_at, id';
  const all = client.sandbox.query<{ id: number }>(stored).map(({ id }) => id);
  expect(all).toHaveLength(many);
  const first = await client.list({ limit: 100, order_by: '-created_at' });
  const last = await client.list({ limit: 100, offset: many - 50, order_by: '-created_at' });
  expect(first.meta.total_count).toBe(many);
  expect(first.objects.map((order) => order.id)).toEqual(all.slice(-100).reverse());
  expect(last.objects.map((order) => order.id)).toEqual(all.slice(0, 50).reverse());
});
