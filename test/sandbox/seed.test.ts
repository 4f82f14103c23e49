import { beijingHour } from '../../sandbox/beijing';
import { seedOrders } from '../../sandbox/seed/seed-orders';
import { noon } from './support/client';

const seeds = [1, 2, 3, 42, 2024];

function mainUser(seed: number, count = 95) {
  return seedOrders(seed, count, noon).filter((order) => order.user === 1);
}

test('equal seed, count and clock give equal orders', () => {
  expect(seedOrders(7, 200, noon)).toEqual(seedOrders(7, 200, noon));
});

test('another seed gives other transaction numbers', () => {
  const numbers = new Set(mainUser(1).map((order) => order.transaction_no));
  expect(mainUser(2).some((order) => numbers.has(order.transaction_no))).toBe(false);
});

test.each([0, 1, 5, 95, 1000])('user 1 has %i orders, other users fewer', (count) => {
  const orders = seedOrders(1, count, noon);
  const owned = [1, 2, 3, 4].map((user) => orders.filter((order) => order.user === user).length);
  expect(owned[0]).toBe(count);
  expect(owned[1]).toBe(Math.min(40, Math.round(count / 8)));
  expect(owned[2]).toBe(Math.min(10, Math.round(count / 30)));
  expect(owned[3]).toBe(0);
});

test.each(seeds)(
  'seed %i: the amounts of the special cases are among the newest twenty',
  (seed) => {
    const newest = mainUser(seed).slice(-20);
    const amounts = newest.map((order) => order.total_fen);
    expect(amounts).toEqual(expect.arrayContaining([1, 10000, 39800, 1990, 123456789]));
  },
);

test.each(seeds)('seed %i: every status, refund and special case occurs', (seed) => {
  const orders = mainUser(seed);
  const statuses = new Set(orders.map((order) => order.status));
  expect([...statuses].sort()).toEqual(['closed', 'complete', 'failed', 'pending', 'success']);
  const refunds = new Set(orders.map((order) => order.refund_status));
  for (const refund of [null, '', ' ', 'partial', 'complete', 'failed']) {
    expect(refunds).toContain(refund);
  }
  const gateways = new Set(orders.map((order) => order.gateway_type));
  for (const gateway of ['weixin_tenpay', 'alipay', 'qpay', 'bytedance_miniapp_pay', null]) {
    expect(gateways).toContain(gateway);
  }
  expect(orders.some((order) => order.status === 'success' && order.paid_at === null)).toBe(true);
  expect(orders.some((order) => order.merchandise_description === '')).toBe(true);
  expect(orders.some((order) => order.merchandise_description.length > 150)).toBe(true);
  expect(orders.some((order) => order.missing.length > 5)).toBe(true);
});

test.each(seeds)('seed %i: most orders are paid, by WeChat, and in the daytime', (seed) => {
  const orders = mainUser(seed);
  const paid = orders.filter((order) => order.status === 'success');
  expect(paid.length / orders.length).toBeGreaterThan(0.75);
  const weixin = orders.filter((order) => order.gateway_type?.startsWith('weixin') === true);
  expect(weixin.length / orders.length).toBeGreaterThan(0.6);
  const nightly = orders.slice(0, -1).filter((order) => beijingHour(order.created_at) < 7);
  expect(nightly).toEqual([]);
});

test.each(seeds)('seed %i: the newest order is minutes old, the oldest about two years', (seed) => {
  const times = mainUser(seed).map((order) => order.created_at);
  const newest = times.at(-1) ?? 0;
  expect(noon - newest).toBeGreaterThanOrEqual(8 * 60);
  expect(noon - newest).toBeLessThanOrEqual(50 * 60);
  const days = (newest - (times[0] ?? 0)) / 86400;
  expect(days).toBeGreaterThan(550);
  expect(days).toBeLessThan(900);
});

test('ids grow with time, and no time is in the future', () => {
  const orders = seedOrders(1, 1000, noon);
  expect(orders.map((order) => order.id)).toEqual(
    orders.map((order) => order.id).sort((a, b) => a - b),
  );
  expect(orders.map((order) => order.created_at)).toEqual(
    orders.map((order) => order.created_at).sort((a, b) => a - b),
  );
  for (const order of orders) {
    expect(order.updated_at).toBeLessThanOrEqual(noon);
    expect(order.updated_at).toBeGreaterThanOrEqual(order.paid_at ?? order.created_at);
    expect(order.paid_at ?? order.created_at).toBeGreaterThanOrEqual(order.created_at);
  }
});

test.each([
  [5, 50_000],
  [1, 150_000],
])('seed %i: every transaction number of %i orders is unique', (seed, count) => {
  const orders = seedOrders(seed, count, noon);
  expect(new Set(orders.map((order) => order.transaction_no)).size).toBe(orders.length);
});

test('twenty thousand orders span eight years at most', () => {
  const orders = seedOrders(1, 20_000, noon);
  const oldest = orders[0]?.created_at ?? 0;
  expect((noon - oldest) / (365 * 86400)).toBeLessThan(8.2);
  expect(new Set(orders.map((order) => order.transaction_no)).size).toBe(orders.length);
});
