import type { ServerClock } from '../../../core/server-clock';
import type { Order } from '../../../domain/order';
import type { OrdersService } from '../../../services/orders/orders';
import type { FetchPage, Source } from '../../../state/paging/source';
import type { Prefetch } from '../../../state/window/prefetch';
import { ORDER_TRAITS, orderSource } from '../../shared/order-source';
import type { PageMemory } from '../page-memory';
import { isDecided, isOfRefunds, matchesFilter, planOf, type HistoryFilter } from './filter';

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
  const { queries } = planOf(filter, (family) => memory.hasUnlisted(family));
  const requests = queries.filter(({ serverFilters }) => !memory.has(serverFilters)).length;
  const isShown = (order: Order) => matchesFilter(order, filter);
  const isCheaper = memory.pagesLeft({}) < requests && isDecided(memory.ordersOf({}), filter);
  const sources = (isCheaper ? [{ serverFilters: {}, isShown }] : queries).map((query) => {
    const source = orderSource(orders, query);
    const fetchPage = measured(source.fetchPage, prefetch, clock);
    return { ...source, fetchPage: memory.repeating(query.serverFilters, fetchPage) };
  });
  const { refundedByHost } = orders;
  if (isCheaper || !refundedByHost || !isOfRefunds(filter)) return sources;
  return [...sources, sourceOf(() => refundedByHost().filter(isShown))];
}

/** What no query of the server finds. */
function sourceOf(read: () => readonly Order[]): Source<Order> {
  const fetchPage: FetchPage<Order> = ({ offset, limit }) => {
    const all = [...read()].sort(ORDER_TRAITS.compare);
    const rows = all.slice(offset, offset + limit);
    const isLast = offset + limit >= all.length;
    return Promise.resolve({ rows, limit, isLast, totalCount: all.length });
  };
  return { fetchPage };
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
