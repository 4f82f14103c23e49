import type { Order } from '../../domain/order';
import type { OpenPaymentDetail } from '../../elements';

/** The number by which a payment can be read, as `open-payment` has it; null where it has none. */
export function numberOf({
  transactionNo,
  tradeNo,
}: Pick<Order, 'transactionNo' | 'tradeNo'>): OpenPaymentDetail | null {
  if (transactionNo !== null) return { transactionNo };
  return tradeNo === null ? null : { tradeNo };
}
