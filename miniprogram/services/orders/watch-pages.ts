import { createEvent, type EventSource } from '../../core/event';
import type { Order } from '../../domain/order';
import type { OrdersService } from './orders';

/** An order service whose pages others can follow. */
export interface WatchedOrders {
  readonly orders: OrdersService;
  /** Calls a listener with the orders of every page that `list` has read. @returns A function that removes it. */
  readonly onPage: EventSource<readonly Order[]>['subscribe'];
}

/** Passes on what one list reads to the other lists of the mini program, which may have an older state of it. */
export function watchPages(orders: OrdersService): WatchedOrders {
  const read = createEvent<readonly Order[]>();
  return {
    orders: {
      ...orders,
      async list(query, signal) {
        const page = await orders.list(query, signal);
        read.emit(page.orders);
        return page;
      },
    },
    onPage: read.subscribe,
  };
}
