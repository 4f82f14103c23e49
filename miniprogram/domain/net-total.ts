import type { Order } from './order';

/** What payments come to after what is known to have been given back. */
export interface NetTotal {
  /** Integer fen of CNY; other currencies are never added. */
  readonly fen: number;
  /** A partial refund is among them: of what was given back the wire does not tell the amount. */
  readonly isAtMost: boolean;
  /** Payments that had something to say about it; without any there is no total. */
  readonly payments: number;
}

/** Of no payment at all. */
export const NOTHING_PAID: NetTotal = { fen: 0, isAtMost: false, payments: 0 };

/**
 * Adds a payment. What was given back completely, is pending or failed adds nothing; a partial refund is
 * counted in full and marked.
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
