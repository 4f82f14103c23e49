import {
  createHttpClient,
  createOrders,
  type ContinuePaymentDetail,
  type PaymentOutcome,
  type PaymentParameters,
} from 'hydrogen-payment-history';
import { connection } from './connection';

/** Pays a pending payment with the parameters that Hydrogen keeps for it. */
export async function checkOut({ transactionNo }: ContinuePaymentDetail): Promise<PaymentOutcome> {
  const found: PaymentParameters[] = [];
  const client = createHttpClient(connection());
  const orders = createOrders(client, {
    onPaymentParameters: (_order, parameters) => void found.push(parameters),
  });
  await orders.get({ transactionNo });
  const [parameters] = found;
  if (!parameters) throw new Error('Hydrogen keeps no parameters for this payment');
  // After an exception the module asks the server. It shows a toast unless the person cancelled.
  await wx.requestPayment(parameters);
  return 'paid';
}
