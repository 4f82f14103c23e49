import type { Order } from './order';

/** WeChat honours what it was asked to collect for two hours. */
const PAYABLE_SECONDS = 2 * 3600;

/**
 * Seconds since an order was made; null where that is not known. A phone whose clock is behind is
 * no reason for a negative age.
 *
 * @param now - Milliseconds since the Unix epoch.
 */
export function ageOf({ createdAt }: Pick<Order, 'createdAt'>, now: number): number | null {
  return createdAt === null ? null : Math.max(0, Math.floor(now / 1000 - createdAt));
}

/**
 * Whether a payment can still be made, and here: other apps' ways to pay are not open in a mini program.
 *
 * @param now - Milliseconds since the Unix epoch.
 */
export function isPayable(
  order: Pick<Order, 'status' | 'createdAt' | 'gateway' | 'transactionNo'>,
  now: number,
): boolean {
  const { status, gateway, transactionNo } = order;
  const isHere = gateway === 'weixin' && transactionNo !== null;
  return status === 'pending' && isHere && !hasLapsed(order, now);
}

/**
 * Whether a pending payment is too old to be paid any more. One without a time of creation counts as
 * old: nobody may be sent to pay for what may have lapsed.
 *
 * @param now - Milliseconds since the Unix epoch.
 */
export function hasLapsed(order: Pick<Order, 'status' | 'createdAt'>, now: number): boolean {
  const age = ageOf(order, now);
  return order.status === 'pending' && (age === null || age >= PAYABLE_SECONDS);
}
