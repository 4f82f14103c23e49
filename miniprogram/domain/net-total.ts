import type { Order } from './order';

/** The sum of some payments without what was refunded. */
export interface NetTotal {
  /** Integer fen of CNY; payments in other currencies are left out. */
  readonly fen: number;
  /** Whether `fen` is an upper bound: the API does not say how much a partial refund returned. */
  readonly isAtMost: boolean;
  /** Number of payments that were counted; 0 means that there is no total to show. */
  readonly payments: number;
}

/** The total of no payments. */
export const NOTHING_PAID: NetTotal = { fen: 0, isAtMost: false, payments: 0 };

/**
 * Adds a payment to a total. A completely refunded, pending or failed payment adds 0 fen; a partially
 * refunded one adds its full amount and makes the total an upper bound.
 *
 * @returns The new total; the same total for an unknown amount or a currency other than CNY.
 */
export function addToNet(
  total: NetTotal,
  {
    status,
    refund,
    amountFen,
    currency,
  }: Pick<Order, 'status' | 'refund' | 'amountFen' | 'currency'>,
): NetTotal {
  if (currency !== 'CNY' || amountFen === null) return total;
  const isPaid = status === 'success' && refund !== 'complete';
  return {
    fen: total.fen + (isPaid ? amountFen : 0),
    isAtMost: total.isAtMost || (isPaid && (refund === 'partial' || refund === 'unknown')),
    payments: total.payments + 1,
  };
}
