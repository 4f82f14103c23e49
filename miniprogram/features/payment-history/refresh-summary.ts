import type { Order } from '../../domain/order';
import type { PendingPayments } from '../../services/orders/pending-payments';
import type { Paging } from '../../state/paging/paging';
import type { PagingState } from '../../state/paging/paging-state';
import type { ListedOrder } from '../shared/row-model';

/** What a refresh brought, in payments. */
export interface RefreshSummary {
  readonly added: number;
  /** Those that were there, and look otherwise now or do not belong there any more. */
  readonly changed: number;
}

/**
 * Reads the newest payments anew.
 *
 * @param rowsOf - What is shown of a list.
 * @returns What that brought; null where it failed, was superseded, or left nothing to compare with.
 */
export async function refreshAndSummarize(
  paging: Pick<Paging<Order>, 'state' | 'subscribe' | 'refresh'>,
  rowsOf: (state: PagingState<Order>) => readonly ListedOrder[],
  pendingPayments: Pick<PendingPayments, 'releaseStale'>,
): Promise<RefreshSummary | null> {
  const before = paging.state;
  let isOver = false;
  let news: RefreshSummary | null = null;
  const stop = paging.subscribe((state) => {
    if (isOver || state.phase === 'refreshing') return;
    isOver = true;
    // The next page may be on its way before anybody is told that this one is there.
    if (state.phase !== 'ready' && state.phase !== 'appending') return;
    // The person may look for others by now: both are what is shown of them now.
    news = summarizeRefresh(rowsOf(before), rowsOf(state), state.reachesEnd);
    pendingPayments.releaseStale();
  });
  await paging.refresh();
  stop();
  return news;
}

/**
 * What came and what changed between two states of a list.
 *
 * @param reachesEnd - The second state goes down to the end: what it does not have is gone.
 * @returns Null where nothing of it stayed, so that nobody knows how much came.
 */
export function summarizeRefresh(
  before: readonly ListedOrder[],
  after: readonly ListedOrder[],
  reachesEnd: boolean,
): RefreshSummary | null {
  const known = new Map(before.map((order) => [order.key, order]));
  const stayed = after.filter(({ key }) => known.has(key));
  if (before.length > 0 && stayed.length === 0) return null;
  const there = new Set(stayed.map(({ key }) => key));
  const isNew = (order: ListedOrder) => !known.has(order.key) && isAbove(before, order);
  const isGone = (order: ListedOrder) =>
    !there.has(order.key) && (reachesEnd || isAbove(after, order));
  const others = stayed.filter((order) => isOther(order, known.get(order.key) as ListedOrder));
  return {
    added: after.filter(isNew).length,
    changed: others.length + before.filter(isGone).length,
  };
}

/** What belongs below a list's end is only not read yet. */
function isAbove(list: readonly ListedOrder[], { createdAt }: ListedOrder): boolean {
  const oldest = list[list.length - 1];
  return !oldest || (createdAt ?? 0) > (oldest.createdAt ?? 0);
}

/** Most of a list is the very same orders: only the others are worth a look. */
function isOther(order: ListedOrder, before: ListedOrder): boolean {
  return order !== before && looks(order) !== looks(before);
}

function looks({
  status,
  statusRaw,
  refund,
  refundRaw,
  amountFen,
  description,
}: ListedOrder): string {
  return JSON.stringify([status, statusRaw, refund, refundRaw, amountFen, description]);
}
