import {
  createHttpClient,
  createOrders,
  silentLogin,
  type ContinuePaymentDetail,
  type PaymentOutcome,
  type PaymentParameters,
} from 'hydrogen-payment-history';
import { connection } from './connection';

/** Pays a pending payment with the parameters that Hydrogen keeps for it. */
export async function checkOut({ transactionNo }: ContinuePaymentDetail): Promise<PaymentOutcome> {
  const found: PaymentParameters[] = [];
  const client = createHttpClient({ ...connection(), session: silentLogin(connection()) });
  const orders = createOrders(client, {
    onPaymentParameters: (_order, parameters) => void found.push(parameters),
  });
  await orders.get({ transactionNo });
  const [parameters] = found;
  if (!parameters) return 'unknown';
  // Rejects where the person cancels: the result is then not known either.
  await wx.requestPayment(parameters);
  return 'paid';
}
