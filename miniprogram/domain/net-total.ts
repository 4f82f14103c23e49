import { partialRefundFen, type Order } from './order';

/** The sum of some payments without what was refunded. */
export interface NetTotal {
  /** Integer fen of CNY; payments in other currencies are left out. */
  readonly fen: number;
  /** Whether `fen` is an upper bound: for some refund the API does not say how much was returned. */
  readonly isAtMost: boolean;
  /** Number of payments that were counted; 0 means that there is no total to show. */
  readonly payments: number;
}

/** The total of no payments. */
export const NOTHING_PAID: NetTotal = { fen: 0, isAtMost: false, payments: 0 };

/**
 * Adds a payment to a total. A completely refunded, pending or failed payment adds 0 fen, and a partially
 * refunded one its amount without the refund. Where the amount of the refund is unknown, the payment adds
 * its full amount and makes the total an upper bound.
 *
 * @returns The new total; the same total for an unknown amount or a currency other than CNY.
 */
export function addToNet(
  total: NetTotal,
  order: Pick<Order, 'status' | 'refund' | 'refundFen' | 'amountFen' | 'currency'>,
): NetTotal {
  const { status, refund, amountFen, currency } = order;
  if (currency !== 'CNY' || amountFen === null) return total;
  const isPaid = status === 'success' && refund !== 'complete';
  const refunded = partialRefundFen(order);
  const isUnclear = refund === 'unknown' || (refund === 'partial' && refunded === null);
  return {
    fen: total.fen + (isPaid ? amountFen - (refunded ?? 0) : 0),
    isAtMost: total.isAtMost || (isPaid && isUnclear),
    payments: total.payments + 1,
  };
}
