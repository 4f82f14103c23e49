import { Refusal } from './errors';
import type { StoredOrder } from './order';
import { makeOrder } from './seed/make-order';
import { Random } from './seed/random';
import type { World } from './world';

/** The fields of an order as far as someone cares for them. */
export type OrderChange = Partial<Omit<StoredOrder, 'id'>>;

/** @throws Refusal 409 when another order has that number */
export function requireFree(world: World, transactionNo: string, id?: number): void {
  const owner = world.database.find(transactionNo);
  if (owner !== null && owner.id !== id) {
    throw new Refusal(409, `transaction_no is taken: ${transactionNo}`);
  }
}

/** Stores a new order: what is given, and something believable for all the rest; paid just now, by user 1. */
export function insertOrder(world: World, change: OrderChange): StoredOrder {
  const id = world.database.nextId();
  const { user = 1, created_at = world.now(), ...traits } = change;
  const random = new Random(world.settings.seed, id);
  const believable = makeOrder(
    user,
    created_at,
    world.now(),
    { status: 'success', refund_status: null, gateway_type: 'weixin_tenpay', ...traits },
    random,
  );
  const order: StoredOrder = { id, ...believable, ...change };
  requireFree(world, order.transaction_no);
  world.database.save(order);
  return order;
}
