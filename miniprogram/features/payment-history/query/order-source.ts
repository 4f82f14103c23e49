import type { Clock } from '../../../core/clock';
import type { Order } from '../../../domain/order';
import { isApiError } from '../../../services/api-error';
import type { OrdersService } from '../../../services/orders/orders';
import type { FetchPage, PagingOptions, Source } from '../../../state/paging/paging';
import type { Prefetch } from '../../../state/window/prefetch';
import { planOf, type HistoryFilter, type SourceQuery } from './filter';

/** What paging needs to know of orders. */
export const ORDER_TRAITS: Pick<PagingOptions<Order>, 'keyOf' | 'compare' | 'sameItem'> = {
  keyOf: ({ key }) => key,
  compare: (a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0),
  // Orders are plain data, written field by field in one order.
  sameItem: (a, b) => JSON.stringify(a) === JSON.stringify(b),
};

/** An order as the pages of the list bring it: without its details. */
export function asListed(order: Order): Order {
  const listed: { -readonly [Field in keyof Order]: Order[Field] } = { ...order };
  delete listed.snapshot;
  delete listed.wechat;
  return listed;
}

/** Reads pages of the user's payments, or of those that a query wants. */
export function orderSource(
  orders: OrdersService,
  { ask, only, isOptional }: SourceQuery = { ask: {} },
): FetchPage<Order> {
  return async (range, signal) => {
    const answer = await orders.list({ ...ask, ...range }, signal).catch((error: unknown) => {
      if (isOptional && isApiError(error) && error.kind === 'invalid-request') return null;
      throw error;
    });
    if (!answer) return { items: [], limit: range.limit, isLast: true, total: 0 };
    const { orders: items, totalCount: total, ...page } = answer;
    // Rows of which none can be read are no empty history: nobody may be told that they never paid.
    const unreadable = page.problems.filter(({ key }) => key === null).length;
    if (range.offset === 0 && unreadable > 0 && unreadable === page.received)
      throw new Error('no row of the first page can be read');
    return only ? { ...page, items: items.filter(only), total: null } : { ...page, items, total };
  };
}

/** Reads pages of the payments that a filter wants, and tells the prefetch how long answers take. */
export function filteredSource(
  orders: OrdersService,
  filter: HistoryFilter,
  prefetch: Pick<Prefetch, 'measured'>,
  clock: Pick<Clock, 'now'>,
): Source<Order> {
  const sources = planOf(filter).queries.map((query) =>
    measured(orderSource(orders, query), prefetch, clock),
  );
  return sources.length === 1 && sources[0] ? sources[0] : sources;
}

function measured<Item>(
  fetchPage: FetchPage<Item>,
  prefetch: Pick<Prefetch, 'measured'>,
  clock: Pick<Clock, 'now'>,
): FetchPage<Item> {
  return async (range, signal) => {
    const asked = clock.now();
    const page = await fetchPage(range, signal);
    prefetch.measured(clock.now() - asked);
    return page;
  };
}
