import type { Order } from './order';

/** WeChat's payments of other places: an app, a QR code, a browser, an official account. */
const ELSEWHERE = /_(app|native|wap|js)$/;

/** WeChat Pay accepts a payment for two hours after the order was created. */
const PAYABLE_SECONDS = 2 * 3600;

/**
 * The age of an order in whole seconds, never negative: the phone's clock may be behind the server's.
 *
 * @param now - Milliseconds since the Unix epoch.
 * @returns Null where the time of creation is unknown.
 */
export function ageOf({ createdAt }: Pick<Order, 'createdAt'>, now: number): number | null {
  return createdAt === null ? null : Math.max(0, Math.floor(now / 1000 - createdAt));
}

/**
 * Whether a payment can still be made in a mini program, where only WeChat's own payments are.
 *
 * @param now - Milliseconds since the Unix epoch.
 */
export function isPayable(
  order: Pick<Order, 'status' | 'createdAt' | 'gateway' | 'gatewayRaw' | 'transactionNo'>,
  now: number,
): boolean {
  const { status, gateway, gatewayRaw, transactionNo } = order;
  const isHere = gateway === 'weixin' && !ELSEWHERE.test(gatewayRaw ?? '');
  return status === 'pending' && isHere && transactionNo !== null && !hasLapsed(order, now);
}

/**
 * Whether a pending payment is too old to be paid. An unknown time of creation counts as too old, so that
 * no user is sent to pay an order that may have lapsed.
 *
 * @param now - Milliseconds since the Unix epoch.
 */
export function hasLapsed(order: Pick<Order, 'status' | 'createdAt'>, now: number): boolean {
  const age = ageOf(order, now);
  return order.status === 'pending' && (age === null || age >= PAYABLE_SECONDS);
}

/**
 * When the next of these payments becomes too old to be paid.
 *
 * @param orders - Newest first: the search ends at the first order that is too old.
 * @param now - Milliseconds since the Unix epoch, as is the result.
 * @returns Null where none of them is waiting.
 */
export function nextLapse(
  orders: readonly Pick<Order, 'status' | 'createdAt'>[],
  now: number,
): number | null {
  let next: number | null = null;
  for (const { status, createdAt } of orders) {
    if (createdAt === null) continue;
    const lapse = (createdAt + PAYABLE_SECONDS) * 1000;
    if (lapse <= now) break;
    if (status === 'pending') next = lapse;
  }
  return next;
}
