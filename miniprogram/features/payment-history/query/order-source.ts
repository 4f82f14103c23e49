import type { ServerClock } from '../../../core/server-clock';
import type { Order } from '../../../domain/order';
import { isApiError } from '../../../services/api-error';
import type { OrdersService } from '../../../services/orders/orders';
import type { FetchPage, ItemTraits, Source } from '../../../state/paging/source';
import type { Prefetch } from '../../../state/window/prefetch';
import type { PageMemory } from '../page-memory';
import { matchesFilter, planOf, type HistoryFilter, type SourceQuery } from './filter';

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

/** Rows of the first page of a filter: as many as the person reaches soon, so that one request is enough. */
const FILTERED_ROWS = 100;

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
  const isFiltered = Object.keys(serverFilters).length > 0;
  return { fetchPage, ...(isShown && { isShown }), ...(isFiltered && { limit: FILTERED_ROWS }) };
}

/**
 * The sources of the payments that match a filter. They report to `prefetch` how long answers take. Where
 * fewer requests read all payments to their end than the filter would need, the filter is applied to those.
 */
export function filteredSources(
  orders: OrdersService,
  filter: HistoryFilter,
  prefetch: Pick<Prefetch, 'measured'>,
  clock: Pick<ServerClock, 'elapsed'>,
  memory: PageMemory,
): readonly Source<Order>[] {
  const { queries } = planOf(filter);
  const requests = queries.filter(({ serverFilters }) => !memory.has(serverFilters)).length;
  const isShown = (order: Order) => matchesFilter(order, filter);
  const isCheaper = memory.pagesLeft({}) < requests;
  return (isCheaper ? [{ serverFilters: {}, isShown }] : queries).map((query) => {
    const source = orderSource(orders, query);
    const fetchPage = measured(source.fetchPage, prefetch, clock);
    return { ...source, fetchPage: memory.repeating(query.serverFilters, fetchPage) };
  });
}

function measured<Item>(
  fetchPage: FetchPage<Item>,
  prefetch: Pick<Prefetch, 'measured'>,
  clock: Pick<ServerClock, 'elapsed'>,
): FetchPage<Item> {
  return async (range, signal) => {
    const start = clock.elapsed();
    const page = await fetchPage(range, signal);
    prefetch.measured(clock.elapsed() - start);
    return page;
  };
}
