import { HttpError } from './errors';
import type { StoredOrder } from './order';
import { makeOrder, makeUniqueOrder } from './seed/make-order';
import type { World } from './world';

/** Some fields of an order. */
export type OrderChange = Partial<Omit<StoredOrder, 'id'>>;

/**
 * Checks that a transaction number is free.
 *
 * @param id - The order that may already have the number.
 * @throws HttpError 409 when another order has the number.
 */
export function requireFree(world: World, transactionNo: string, id?: number): void {
  const owner = world.database.find(transactionNo);
  if (owner !== null && owner.id !== id) {
    throw new HttpError(409, `transaction_no is taken: ${transactionNo}`);
  }
}

/**
 * Stores a new order with the given fields and generated values for the others.
 *
 * By default it belongs to user 1, is paid now, and the shop knows of no refund.
 *
 * @throws HttpError 409 when the transaction number is taken.
 */
export function insertOrder(world: World, change: OrderChange): StoredOrder {
  const id = world.database.nextId();
  const { user = 1, created_at = world.now(), ...traits } = change;
  if (change.transaction_no !== undefined) requireFree(world, change.transaction_no);
  const paidByWechat = { status: 'success', refund_status: null, gateway_type: 'weixin_tenpay' };
  const defaults = { ...paidByWechat, refunds: [] };
  const generated = makeUniqueOrder(
    (random) => makeOrder(user, created_at, world.now(), { ...defaults, ...traits }, random),
    (transactionNo) => world.database.find(transactionNo) !== null,
    ...[world.settings.seed, id],
  );
  const order: StoredOrder = { id, ...generated, ...change };
  world.database.save(order);
  return order;
}
