import { createHttpClient, createOrders, type Order } from 'hydrogen-payment-history';
import { connection } from './connection';

const service = createOrders(createHttpClient(connection()));

/** Reads the five newest paid payments. */
export async function latestPayments(): Promise<readonly Order[]> {
  const { orders } = await service.list({ status: 'success', limit: 5 });
  return orders;
}
