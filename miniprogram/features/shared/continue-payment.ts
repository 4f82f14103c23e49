import type { Order } from '../../domain/order';
import { ageOf, isPayable } from '../../domain/payability';
import type { PendingPayments } from '../../services/orders/pending-payments';

/** Detail of `continue-payment`. */
export interface ContinuePaymentDetail {
  readonly transactionNo: string;
  readonly tradeNo: string | null;
  /** Seconds since the order was made. */
  readonly ageSeconds: number;
}

/**
 * Begins to continue a payment.
 *
 * @param now - Milliseconds since the Unix epoch.
 * @returns What the host app is told; null where it cannot be paid, or is being paid already.
 */
export function beginContinuePayment(
  order: Order,
  settlements: Pick<PendingPayments, 'begin'>,
  now: number,
): ContinuePaymentDetail | null {
  const { transactionNo, tradeNo } = order;
  const ageSeconds = ageOf(order, now);
  if (transactionNo === null || ageSeconds === null || !isPayable(order, now)) return null;
  return settlements.begin(transactionNo) ? { transactionNo, tradeNo, ageSeconds } : null;
}
