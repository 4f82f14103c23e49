import {
  createHttpClient,
  createOrders,
  silentLogin,
  type PaymentOutcome,
  type PaymentParameters,
} from 'hydrogen-payment-history';
import { connection } from './connection';

/** Pays a pending payment with the parameters that Hydrogen keeps for it. */
export async function checkOut(transactionNo: string): Promise<PaymentOutcome> {
  const found: PaymentParameters[] = [];
  const client = createHttpClient({ ...connection(), session: silentLogin(connection()) });
  const orders = createOrders(client, {
    onPaymentParameters: (_order, parameters) => void found.push(parameters),
  });
  try {
    await orders.get({ transactionNo });
    const [parameters] = found;
    if (!parameters) return 'unknown';
    await wx.requestPayment(parameters);
    return 'paid';
  } catch {
    // No network, or the person cancelled.
    return 'unknown';
  }
}
