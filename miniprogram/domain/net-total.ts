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

/** What one payment adds to a total, in minor units of its currency. */
export interface NetAmount {
  /** The amount without the refund; 0 unless the payment succeeded. */
  readonly fen: number;
  /** Whether `fen` is an upper bound. */
  readonly isAtMost: boolean;
}

/** The fields of an order that decide about its net amount. */
export type NetFields = Pick<Order, 'status' | 'refund' | 'refundFen' | 'amountFen'>;

/**
 * The net amount of a payment. It is 0 for a completely refunded, pending or failed payment, and without
 * the refund for a partially refunded one. Where the amount of the refund is unknown, it is the full amount
 * and an upper bound.
 *
 * @returns Null for an unknown amount.
 */
export function netOf(order: NetFields): NetAmount | null {
  const { status, refund, amountFen } = order;
  if (amountFen === null) return null;
  if (status !== 'success' || refund === 'complete') return { fen: 0, isAtMost: false };
  const refunded = partialRefundFen(order);
  const isAtMost = refund === 'unknown' || (refund === 'partial' && refunded === null);
  return { fen: amountFen - (refunded ?? 0), isAtMost };
}

/** Whether everything of a payment was refunded, also where the API calls that partial. */
export function isReturned(order: Pick<Order, 'refund' | 'refundFen' | 'amountFen'>): boolean {
  const { refund, amountFen } = order;
  return refund === 'complete' || (amountFen !== null && partialRefundFen(order) === amountFen);
}

/**
 * Adds the net amount of a payment to a total.
 *
 * @returns The new total; the same total for an unknown amount or a currency other than CNY.
 */
export function addToNet(total: NetTotal, order: NetFields & Pick<Order, 'currency'>): NetTotal {
  const net = order.currency === 'CNY' ? netOf(order) : null;
  if (!net) return total;
  return {
    fen: total.fen + net.fen,
    isAtMost: total.isAtMost || net.isAtMost,
    payments: total.payments + 1,
  };
}
