import {
  createHttpClient,
  createOrders,
  type ContinuePaymentDetail,
  type PaymentOutcome,
  type PaymentParameters,
} from 'hydrogen-payment-history';
import { connection } from './connection';

/** The parameters of payments that were just read. */
const found = new Map<string, PaymentParameters>();
const orders = createOrders(createHttpClient(connection()), {
  onPaymentParameters: ({ key }, parameters) => void found.set(key, parameters),
});

/** Pays a pending payment with the parameters that Hydrogen keeps for it. */
export async function checkOut({ transactionNo }: ContinuePaymentDetail): Promise<PaymentOutcome> {
  const { status } = await orders.get({ transactionNo });
  const parameters = found.get(transactionNo);
  found.delete(transactionNo);
  if (!parameters) {
    // A payment that was paid elsewhere has none, and some answers of Hydrogen have none that can be read.
    if (status === 'pending') void uni.showToast({ title: '请回到下单的地方支付', icon: 'none' });
    return 'unknown';
  }
  // After an exception the module asks the server. It shows a toast unless the person cancelled.
  await uni.requestPayment({ provider: 'wxpay', orderInfo: '', ...parameters });
  return 'paid';
}
