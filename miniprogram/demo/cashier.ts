import { pageTexts } from '../features/shared/page-texts';
import { toast } from '../features/shared/toast';
import {
  createHttpClient,
  createOrders,
  isApiError,
  type HttpClientOptions,
  type PaymentOutcome,
  type PaymentParameters,
} from '../index';

/** Pays for the demo app; a real app uses its own checkout. */
export interface Cashier {
  /** Pays a pending payment. Never rejects. @returns `paid` where WeChat reports success. */
  pay(transactionNo: string): Promise<PaymentOutcome>;
}

/** Creates the cashier. @throws Error when an option is not usable. */
export function createCashier(settings: HttpClientOptions): Cashier {
  /** Filled while an order is read; an object, so that TypeScript sees that it changes. */
  const read: { parameters: PaymentParameters | null } = { parameters: null };
  // A separate service, so that payment parameters are read only for the payment that is being paid.
  const orders = createOrders(createHttpClient(settings), {
    onPaymentParameters: (_order, parameters) => (read.parameters = parameters),
  });

  async function payOnce(transactionNo: string): Promise<PaymentOutcome> {
    read.parameters = null;
    // Read at the last moment: a payment that was paid elsewhere has no parameters.
    const { status } = await orders.get({ transactionNo });
    const { parameters } = read;
    read.parameters = null;
    if (!parameters) {
      // Some answers of Hydrogen hold the parameters as text that is not JSON.
      if (status === 'pending') toast(pageTexts().cannotContinue);
      return 'unknown';
    }
    await wx.requestPayment<WechatMiniprogram.RequestPaymentOption>(parameters);
    return 'paid';
  }

  return {
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

/** Shows a failure of the API or of WeChat Pay; a person who cancelled needs no message. */
function showFailure(error: unknown): void {
  const { errMsg } = Object(error) as { errMsg?: unknown };
  if (/^requestPayment:fail cancel/.test(String(errMsg))) return;
  const { paymentFailed, failure } = pageTexts();
  const title = isApiError(error) ? failure(error) : paymentFailed;
  toast(title);
}
