import { paymentHistory } from '../configure';
import { errorText } from '../features/shared/error-text';
import { createHttpClient, type HttpClientOptions } from '../services/http/client';
import type { PaymentParameters } from '../services/orders/gateway-info';
import { errMsgOf } from '../services/http/send';
import { createOrders } from '../services/orders/orders';
import type { PaymentOutcome } from '../services/orders/pending-payments';
import { textsIn } from '../texts/texts';

/** How the demo app continues a payment; an app with a checkout of its own does it there. */
export interface Cashier {
  /** Pays what is still to be paid, and says how that ended as far as the phone knows. Never rejects. */
  pay(transactionNo: string): Promise<PaymentOutcome>;
}

let opened: Cashier | null = null;

/** Makes the cashier; call it in `App.onLaunch`. @throws Error when the host is not usable. */
export function openCashier(settings: HttpClientOptions): void {
  let parameters: PaymentParameters | null = null;
  // Of its own, so that the parameters, by which money moves, are read for the one payment alone.
  const orders = createOrders(createHttpClient(settings), {
    onPaymentParameters: (_order, given) => (parameters = given),
  });

  async function payOnce(transactionNo: string): Promise<PaymentOutcome> {
    parameters = null;
    // Read at the last moment: it may have been paid elsewhere, and then has no parameters.
    await orders.get({ transactionNo });
    const given = parameters as PaymentParameters | null;
    parameters = null;
    if (!given) return 'unknown';
    await wx.requestPayment(given as WechatMiniprogram.RequestPaymentOption);
    return 'paid';
  }

  opened = {
    async pay(transactionNo) {
      try {
        return await payOnce(transactionNo);
      } catch (error) {
        tell(error);
        return 'unknown';
      }
    },
  };
}

/** The demo app's cashier. @throws Error before {@link openCashier} was called. */
export function cashier(): Cashier {
  if (opened) return opened;
  throw new Error('The cashier is not open: call openCashier(…) in App.onLaunch.');
}

/** Whoever gave up knows that. */
function tell(error: unknown): void {
  const errMsg = errMsgOf(error);
  if (/^requestPayment:fail cancel/.test(errMsg)) return;
  const texts = textsIn(paymentHistory().language);
  const title = errMsg ? texts.detail.stage.failed.title : errorText(error, texts).happened;
  void wx.showToast({ title, icon: 'none' });
}
