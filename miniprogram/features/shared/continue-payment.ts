import type { PaymentHistory } from '../../configure';
import { reportHostFailure } from '../../core/call-host';
import type { Order } from '../../domain/order';
import { ageOf, hasLapsed, isPayable } from '../../domain/payability';
import type { ContinuePaymentDetail } from '../../elements';
import type { PaymentOutcome } from '../../services/orders/pending-payments';
import type { Texts } from '../../texts/texts';
import type { Absence } from './absence';
import { isCancelled } from './cancelled';
import { errorText } from './error-text';
import type { ListedOrder } from './row-model';

/** Starts the payments of one tag. */
export interface ContinuePayment {
  /**
   * Starts to pay a pending payment. The order is read first where what is known of it may be outdated.
   *
   * @param order - The payment as it is on screen; with its trade number where it was read in this visit.
   * @returns The event for the host app; or the words that tell the person why nothing is paid, empty where
   * the tag is gone or the person has left its page.
   */
  start(order: ListedOrder | Order): Promise<ContinuePaymentDetail | string>;
  /**
   * Pays by the setting `checkOut`, and follows the payment whatever the result, also when the tag is gone by then.
   *
   * @returns Words for the person where the promise of `checkOut` was rejected and the server knows of no payment
   * yet; empty where the person cancelled.
   */
  checkOut(detail: ContinuePaymentDetail): Promise<string>;
  /** Frees a payment that was started and is not made. */
  abandon(transactionNo: string): void;
  /** Frees and follows the payments whose end the host app can no longer report: the tag is gone. */
  dispose(): void;
}

/**
 * Creates a starter that has started nothing.
 *
 * @param absence - Whether the person is on another page or in another app.
 */
export function createContinuePayment(
  {
    orders,
    orderCache,
    pendingPayments,
    clock,
    checkOut: pay,
  }: Pick<PaymentHistory, 'orders' | 'orderCache' | 'pendingPayments' | 'clock' | 'checkOut'>,
  texts: Texts,
  absence: Pick<Absence, 'isAway'>,
): ContinuePayment {
  const words = texts.notContinued;
  /** The payments whose end the tag has to hear of. */
  const started = new Set<string>();
  let isDisposed = false;

  function refusal(order: Pick<Order, 'status' | 'createdAt'>): string {
    if (order.status !== 'pending') return texts.status[order.status];
    return hasLapsed(order, clock.now()) ? words.late : words.elsewhere;
  }

  async function readAgain(transactionNo: string): Promise<Order | string> {
    try {
      const order = await orders.get({ transactionNo });
      // It is released when another user signs in meanwhile.
      if (pendingPayments.isPaying(transactionNo)) orderCache.update(order);
      return order;
    } catch (error) {
      return errorText(error, texts).happened;
    }
  }

  return {
    async start(order) {
      const { transactionNo } = order;
      if (transactionNo === null) return words.elsewhere;
      if (pendingPayments.isPaying(transactionNo)) return words.busy;
      if (!isPayable(order, clock.now())) return refusal(order);
      pendingPayments.begin(transactionNo);
      started.add(transactionNo);
      const isKnown =
        isOfThisVisit(order) &&
        !clock.isDoubtful &&
        // The server may have learned of an earlier attempt.
        !pendingPayments.isFollowed(transactionNo);
      const current = isKnown ? order : await readAgain(transactionNo);
      // Meanwhile the tag may be gone, or another user may have signed in.
      if (isDisposed || !pendingPayments.isPaying(transactionNo)) return '';
      // No payment sheet opens above another page.
      if (absence.isAway) {
        pendingPayments.release(transactionNo);
        return '';
      }
      const isRead = typeof current !== 'string';
      const ageSeconds = isRead ? ageOf(current, clock.now()) : null;
      if (isRead && ageSeconds !== null && isPayable(current, clock.now())) {
        return { transactionNo, tradeNo: current.tradeNo, ageSeconds };
      }
      pendingPayments.release(transactionNo);
      return isRead ? refusal(current) : current;
    },
    async checkOut(detail) {
      started.delete(detail.transactionNo);
      let outcome: PaymentOutcome = 'unknown';
      let hasFailed = false;
      try {
        if (pay) outcome = await pay(detail);
      } catch (cause) {
        hasFailed = !isCancelled(cause);
        if (hasFailed) reportHostFailure(cause);
      }
      await pendingPayments.settle(detail.transactionNo, outcome);
      // The server has not settled a payment that is still followed.
      const isOpen = hasFailed && pendingPayments.isFollowed(detail.transactionNo);
      return isOpen ? words.notReceived : '';
    },
    abandon(transactionNo) {
      started.delete(transactionNo);
      pendingPayments.release(transactionNo);
    },
    dispose() {
      isDisposed = true;
      started.forEach((one) => {
        const isOpen = pendingPayments.isPaying(one) && !pendingPayments.isFollowed(one);
        if (isOpen) void pendingPayments.settle(one, 'unknown');
      });
    },
  };
}

/** The rows of an earlier visit lack most fields of an order. */
function isOfThisVisit(order: ListedOrder | Order): order is Order {
  return 'updatedAt' in order;
}
