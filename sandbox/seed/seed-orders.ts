import type { StoredOrder } from '../order';
import { specialCaseAt } from './special-cases';
import { makeOrder, makeUniqueOrder, type UnnumberedOrder } from './make-order';
import { Random } from './random';
import { timeline } from './timeline';

const firstId = 207662;
const widestIdGap = 40;

/** The number of orders of each user, user 1 first; the last user has none. */
function countsOf(count: number): number[] {
  return [count, Math.min(40, Math.round(count / 8)), Math.min(10, Math.round(count / 30)), 0];
}

function historyOf(
  user: number,
  count: number,
  seed: number,
  now: number,
  taken: Set<string>,
): UnnumberedOrder[] {
  return timeline(count, now, new Random(seed, user)).map((createdAt, index) => {
    const traits = user === 1 ? specialCaseAt(index, count) : {};
    const order = makeUniqueOrder(
      (random) => makeOrder(user, createdAt, now, traits, random),
      (transactionNo) => taken.has(transactionNo),
      ...[seed, user, index],
    );
    taken.add(order.transaction_no);
    return order;
  });
}

/**
 * Generates the orders of all users, oldest first; equal arguments give equal orders.
 *
 * @param count - Number of orders of user 1.
 * @param now - Epoch seconds; the newest orders are minutes older.
 */
export function seedOrders(seed: number, count: number, now: number): StoredOrder[] {
  const taken = new Set<string>();
  const orders = countsOf(count).flatMap((own, index) =>
    historyOf(index + 1, own, seed, now, taken),
  );
  orders.sort((a, b) => a.created_at - b.created_at);
  const gaps = new Random(seed, 0);
  let id = firstId;
  return orders.map((order) => ({ id: (id += gaps.integer(1, widestIdGap)), ...order }));
}
