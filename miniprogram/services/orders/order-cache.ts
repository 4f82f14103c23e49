import type { Order } from '../../domain/order';
import type { OrderNumber, OrdersService } from './orders';

/** Payments that were on one screen and may be shown by another before it has asked. */
export interface OrderCache {
  get(number: OrderNumber): Order | null;
  /** Keeps a payment for the screen that is about to show it. */
  keep(order: Order): void;
  /** Keeps what was just read of a payment, and tells whoever shows it. */
  update(order: Order): void;
  /** Calls with every order that is renewed; the result ends that. */
  onUpdate(listener: (order: Order) => void): () => void;
}

const AT_MOST = 20;

/**
 * Starts empty, keeps the latest in memory, and forgets all when another user signs in.
 *
 * @param atMost - How many payments are kept; 20 unless told.
 */
export function createOrderCache(
  { onUserChange }: Pick<OrdersService, 'onUserChange'>,
  atMost = AT_MOST,
): OrderCache {
  const listeners = new Set<(order: Order) => void>();
  let latest: readonly Order[] = [];
  onUserChange(() => (latest = []));

  function keep(order: Order): void {
    latest = [order, ...latest.filter(({ key }) => key !== order.key)].slice(0, atMost);
  }

  return {
    get: (number) => latest.find((order) => hasNumber(order, number)) || null,
    keep,
    update(order) {
      keep(order);
      listeners.forEach((listener) => listener(order));
    },
    onUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function hasNumber(order: Order, number: OrderNumber): boolean {
  return 'transactionNo' in number
    ? order.transactionNo === number.transactionNo
    : order.tradeNo === number.tradeNo;
}
