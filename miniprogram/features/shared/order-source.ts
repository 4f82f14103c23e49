import type { Order } from '../../domain/order';
import type { OrderFilters } from '../../domain/order-filter';
import { isApiError } from '../../services/api-error';
import type { OrdersPage, OrdersService } from '../../services/orders/orders';
import type { FetchPage, ItemTraits, Source } from '../../state/paging/source';

/** How a paged list identifies, sorts and compares orders. */
export const ORDER_TRAITS: ItemTraits<Order> = {
  keyOf: ({ key }) => key,
  compare: (a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0),
  isPlaced: ({ createdAt }) => createdAt !== null,
  isOlder: ({ updatedAt }, listed) =>
    updatedAt !== null && listed.updatedAt !== null && updatedAt < listed.updatedAt,
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

/** The query of one source. */
export interface SourceQuery {
  /** The filters that the server applies. */
  readonly serverFilters: OrderFilters;
  /**
   * Which of the answered payments belong to the list, where `serverFilters` cannot say it.
   *
   * @default all of them
   */
  readonly isShown?: (order: Order) => boolean;
  /** Whether a server that rejects the query, or ignores it, counts as having no such payments. */
  readonly isOptional?: true;
}

/** Whether the server has answered a query with other payments only. */
function isOnlyMismatches({ orders, mismatches }: OrdersPage): boolean {
  return orders.length === 0 && mismatches.length > 0;
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
    const isIgnored = isOptional && page && range.offset === 0 && isOnlyMismatches(page);
    if (!page || isIgnored) return { rows: [], limit: range.limit, isLast: true, totalCount: 0 };
    // An empty history would tell the user that they never paid.
    const unreadable = page.problems.filter(({ key }) => key === null).length;
    if (range.offset === 0 && unreadable > 0 && unreadable === page.received)
      throw new Error('no row of the first page can be read');
    return page;
  };
  const isFiltered = Object.keys(serverFilters).length > 0;
  return { fetchPage, ...(isShown && { isShown }), ...(isFiltered && { limit: FILTERED_ROWS }) };
}
