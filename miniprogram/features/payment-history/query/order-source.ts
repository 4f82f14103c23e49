import type { Clock } from '../../../core/clock';
import type { Order } from '../../../domain/order';
import { isApiError } from '../../../services/api-error';
import type { OrdersService } from '../../../services/orders/orders';
import type { FetchPage, ItemTraits, Source } from '../../../state/paging/source';
import type { Prefetch } from '../../../state/window/prefetch';
import { planOf, type HistoryFilter, type SourceQuery } from './filter';

/** How a paged list identifies, sorts and compares orders. */
export const ORDER_TRAITS: ItemTraits<Order> = {
  keyOf: ({ key }) => key,
  compare: (a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0),
  // Orders are plain data whose fields are always written in the same order.
  sameItem: (a, b) => JSON.stringify(a) === JSON.stringify(b),
};

/** The order as the pages of the list have it: without its details. */
export function asListed(order: Order): Order {
  const listed: { -readonly [Field in keyof Order]: Order[Field] } = { ...order };
  delete listed.snapshot;
  delete listed.wechat;
  return listed;
}

/**
 * The payments of the user, or those of one query.
 *
 * @throws From `fetchPage`, an error when no row of the first page can be read.
 */
export function orderSource(
  orders: OrdersService,
  { serverFilters, isShown, isOptional }: SourceQuery = { serverFilters: {} },
): Source<Order> {
  const fetchPage: FetchPage<Order> = async (range, signal) => {
    const page = await orders
      .list({ ...serverFilters, ...range }, signal)
      .catch((error: unknown) => {
        if (isOptional && isApiError(error) && error.kind === 'invalid-request') return null;
        throw error;
      });
    if (!page) return { rows: [], limit: range.limit, isLast: true, totalCount: 0 };
    // An empty history would tell the user that they never paid.
    const unreadable = page.problems.filter(({ key }) => key === null).length;
    if (range.offset === 0 && unreadable > 0 && unreadable === page.received)
      throw new Error('no row of the first page can be read');
    return page;
  };
  return { fetchPage, ...(isShown && { isShown }) };
}

/** The sources of the payments that match a filter. They report to `prefetch` how long answers take. */
export function filteredSources(
  orders: OrdersService,
  filter: HistoryFilter,
  prefetch: Pick<Prefetch, 'measured'>,
  clock: Pick<Clock, 'now'>,
): readonly Source<Order>[] {
  return planOf(filter).queries.map((query) => {
    const source = orderSource(orders, query);
    return { ...source, fetchPage: measured(source.fetchPage, prefetch, clock) };
  });
}

function measured<Item>(
  fetchPage: FetchPage<Item>,
  prefetch: Pick<Prefetch, 'measured'>,
  clock: Pick<Clock, 'now'>,
): FetchPage<Item> {
  return async (range, signal) => {
    const start = clock.now();
    const page = await fetchPage(range, signal);
    prefetch.measured(clock.now() - start);
    return page;
  };
}
