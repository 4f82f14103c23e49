import { paymentHistory } from '../configure';
import { errorText } from '../features/shared/error-text';
import { createHttpClient, type HttpClientOptions } from '../services/http/client';
import type { PaymentParameters } from '../services/orders/gateway-info';
import { errMsgOf } from '../services/http/send';
import { createOrders } from '../services/orders/orders';
import type { PaymentOutcome } from '../services/orders/pending-payments';
import { textsIn } from '../texts/texts';

/** Pays for the demo app; a real app uses its own checkout. */
export interface Cashier {
  /** Pays a pending payment. Never rejects. @returns `paid` where WeChat reports success. */
  pay(transactionNo: string): Promise<PaymentOutcome>;
}

let opened: Cashier | null = null;

/** Creates the cashier; call it in `App.onLaunch`. @throws Error when the host is not usable. */
export function openCashier(settings: HttpClientOptions): void {
  let parameters: PaymentParameters | null = null;
  // A separate service, so that payment parameters are read only for the payment that is being paid.
  const orders = createOrders(createHttpClient(settings), {
    onPaymentParameters: (_order, given) => (parameters = given),
  });

  async function payOnce(transactionNo: string): Promise<PaymentOutcome> {
    parameters = null;
    // Read at the last moment: a payment that was paid elsewhere has no parameters.
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
        showFailure(error);
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

/** Shows a failure; a person who cancelled needs no message. */
function showFailure(error: unknown): void {
  const errMsg = errMsgOf(error);
  if (/^requestPayment:fail cancel/.test(errMsg)) return;
  const texts = textsIn(paymentHistory().language);
  const title = errMsg ? texts.detail.stage.failed.title : errorText(error, texts).happened;
  void wx.showToast({ title, icon: 'none' });
}
