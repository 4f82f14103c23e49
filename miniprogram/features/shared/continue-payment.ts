import type { Order } from '../../domain/order';
import { ageOf, isPayable } from '../../domain/payability';
import type { ContinuePaymentDetail } from '../../elements';
import type { PendingPayments } from '../../services/orders/pending-payments';

/**
 * Starts to pay a pending payment.
 *
 * @param now - Milliseconds since the Unix epoch.
 * @returns The event for the host app; null where the payment cannot be paid, or is being paid already.
 */
export function beginContinuePayment(
  order: Order,
  pendingPayments: Pick<PendingPayments, 'begin'>,
  now: number,
): ContinuePaymentDetail | null {
  const { transactionNo, tradeNo } = order;
  const ageSeconds = ageOf(order, now);
  if (transactionNo === null || ageSeconds === null || !isPayable(order, now)) return null;
  return pendingPayments.begin(transactionNo) ? { transactionNo, tradeNo, ageSeconds } : null;
}
