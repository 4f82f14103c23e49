import { createEvent } from '../../core/event';
import { hasNumber, type Order } from '../../domain/order';
import type { OrderNumber, OrdersService } from './orders';

/** Orders that one page has read and another page may show before its own request is answered. */
export interface OrderCache {
  get(number: OrderNumber): Order | null;
  /** Finds an order by any of its numbers, WeChat Pay's included. */
  find(number: string): Order | null;
  /** Keeps an order for the page that is about to show it. */
  keep(order: Order): void;
  /** Keeps an order that was just read, and passes it to the listeners of `onUpdate`. */
  update(order: Order): void;
  /** Removes an order that the server no longer has, and passes its number to the listeners of `onRemove`. */
  remove(number: OrderNumber): void;
  /** Calls `listener` with every order that is updated. @returns A function that removes it. */
  onUpdate(listener: (order: Order) => void): () => void;
  /** Calls `listener` with the number of every order that is removed. @returns A function that removes it. */
  onRemove(listener: (number: OrderNumber) => void): () => void;
}

/**
 * Creates an empty cache in memory. It is emptied when another user signs in.
 *
 * @param max - Number of orders that are kept, the latest ones. @default 20
 */
export function createOrderCache(
  { onUserChange }: Pick<OrdersService, 'onUserChange'>,
  max = 20,
): OrderCache {
  const updated = createEvent<Order>();
  const removed = createEvent<OrderNumber>();
  let latest: readonly Order[] = [];
  onUserChange(() => (latest = []));

  function keep(order: Order): void {
    latest = [order, ...latest.filter(({ key }) => key !== order.key)].slice(0, max);
  }

  return {
    get: (number) => latest.find((order) => isOf(order, number)) || null,
    find: (number) => latest.find((order) => hasNumber(order, number)) || null,
    keep,
    update(order) {
      keep(order);
      updated.emit(order);
    },
    remove(number) {
      latest = latest.filter((order) => !isOf(order, number));
      removed.emit(number);
    },
    onUpdate: updated.subscribe,
    onRemove: removed.subscribe,
  };
}

/** Whether a number is that of an order. */
export function isOf(
  order: Pick<Order, 'transactionNo' | 'tradeNo'>,
  number: OrderNumber,
): boolean {
  return 'transactionNo' in number
    ? order.transactionNo === number.transactionNo
    : order.tradeNo === number.tradeNo;
}
