import type { Order } from '../../domain/order';
import type { PendingPayments } from '../../services/orders/pending-payments';
import type { Paging } from '../../state/paging/paging';
import type { PagingState } from '../../state/paging/paging-state';
import type { ListedOrder } from '../shared/row-model';

/** The changes that a refresh brought, in payments. */
export interface RefreshSummary {
  readonly added: number;
  /** Payments that look different now, or left the list. */
  readonly changed: number;
}

/**
 * Refreshes a list.
 *
 * @param rowsOf - Selects the orders of a state that are shown.
 * @returns Null where the refresh failed or was superseded, or no row is left for a comparison.
 */
export async function refreshAndSummarize(
  paging: Pick<Paging<Order>, 'state' | 'subscribe' | 'refresh'>,
  rowsOf: (state: PagingState<Order>) => readonly ListedOrder[],
  pendingPayments: Pick<PendingPayments, 'releaseStale'>,
): Promise<RefreshSummary | null> {
  const before = paging.state;
  let isOver = false;
  let summary: RefreshSummary | null = null;
  const stop = paging.subscribe((state) => {
    if (isOver || state.phase === 'refreshing') return;
    isOver = true;
    // An earlier listener may have requested the next page already.
    if (state.phase !== 'ready' && state.phase !== 'appending') return;
    // The query may have changed meanwhile: both states are compared under the present one.
    summary = summarizeRefresh(rowsOf(before), rowsOf(state), state.reachesEnd);
    pendingPayments.releaseStale();
  });
  await paging.refresh();
  stop();
  return summary;
}

/**
 * Compares two states of a list.
 *
 * @param reachesEnd - The second state reaches the end of the list: an order that it lacks is gone.
 * @returns Null where no row of the first state is left: the number of new ones is unknown then.
 */
export function summarizeRefresh(
  before: readonly ListedOrder[],
  after: readonly ListedOrder[],
  reachesEnd: boolean,
): RefreshSummary | null {
  const known = new Map(before.map((order) => [order.key, order]));
  const stayed = new Set(after.map(({ key }) => key).filter((key) => known.has(key)));
  if (before.length > 0 && stayed.size === 0) return null;
  const isNew = (order: ListedOrder) => !known.has(order.key) && isAbove(before, order);
  const isGone = (order: ListedOrder) =>
    !stayed.has(order.key) && (reachesEnd || isAbove(after, order));
  const isChanged = (order: ListedOrder) => {
    const old = known.get(order.key);
    return old !== undefined && looksDifferent(order, old);
  };
  return {
    added: after.filter(isNew).length,
    changed: after.filter(isChanged).length + before.filter(isGone).length,
  };
}

/** An order below the end of a list was not read yet; it is neither new nor gone. */
function isAbove(list: readonly ListedOrder[], { createdAt }: ListedOrder): boolean {
  const oldest = list[list.length - 1];
  return !oldest || (createdAt ?? 0) > (oldest.createdAt ?? 0);
}

/** Most orders of a list are the same objects as before and need no comparison. */
function looksDifferent(order: ListedOrder, before: ListedOrder): boolean {
  return order !== before && looks(order) !== looks(before);
}

function looks({
  status,
  statusRaw,
  refund,
  refundRaw,
  refundFen,
  amountFen,
  description,
}: ListedOrder): string {
  return JSON.stringify([status, statusRaw, refund, refundRaw, refundFen, amountFen, description]);
}
