import { createHttpClient, createOrders, type Order } from 'hydrogen-payment-history';
import { connection } from './connection';

/** Reads the five newest paid payments. */
export async function latestPayments(): Promise<readonly Order[]> {
  const client = createHttpClient(connection());
  const { orders } = await createOrders(client).list({ status: 'success', limit: 5 });
  return orders;
}
