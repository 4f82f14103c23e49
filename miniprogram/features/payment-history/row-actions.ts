import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import { beginContinuePayment, type ContinuePaymentDetail } from '../shared/continue-payment';
import type { ListedOrder } from '../shared/row-model';

/** What can be done with the payment in a row. */
export interface RowActions {
  /**
   * A payment is about to be opened: hands on what is known of it.
   *
   * @returns Its transaction number; null where it has none to be asked for by.
   */
  open(key: string): string | null;
  /**
   * The person wants to pay what is pending.
   *
   * @returns What the host app is told; null where it cannot be paid, or is being paid already.
   */
  continuePayment(key: string): ContinuePaymentDetail | null;
  /** Whether a payment is being made. */
  readonly isPaying: (order: ListedOrder) => boolean;
}

/** @param orders - What the list shows now; `kept` is what an earlier visit left of it. */
export function createRowActions(
  { orderCache, pendingPayments, clock }: PaymentHistory,
  orders: () => { readonly current: readonly Order[]; readonly kept: readonly ListedOrder[] },
): RowActions {
  const named = <Row extends ListedOrder>(rows: readonly Row[], key: string) =>
    rows.find((row) => row.key === key);
  return {
    open(key) {
      const { current, kept } = orders();
      const order = named(current, key);
      if (order) orderCache.keep(order);
      const row = order || named(kept, key);
      return row ? row.transactionNo : null;
    },
    continuePayment(key) {
      const order = named(orders().current, key);
      return order ? beginContinuePayment(order, pendingPayments, clock.now()) : null;
    },
    isPaying: ({ transactionNo }) =>
      transactionNo !== null && pendingPayments.isPaying(transactionNo),
  };
}
