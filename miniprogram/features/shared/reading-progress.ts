import type { Order } from '../../domain/order';

/** Epoch seconds of the last payment that has a time; null without one. */
export function oldestTime(orders: readonly Pick<Order, 'createdAt'>[]): number | null {
  for (let at = orders.length - 1; at >= 0; at--) {
    const time = orders[at]?.createdAt;
    if (typeof time === 'number') return time;
  }
  return null;
}

/** A part of 1 in whole per cent, from 0 to 100. */
export function percentOf(part: number): number {
  return Math.floor(Math.max(0, Math.min(1, part)) * 100);
}
