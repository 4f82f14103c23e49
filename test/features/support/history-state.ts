import type { Order } from '../../../miniprogram/domain/order';
import type { HistoryState } from '../../../miniprogram/features/payment-history/history-state';
import { createLayOut } from '../../../miniprogram/features/payment-history/list-layout';
import { NO_QUERY } from '../../../miniprogram/features/payment-history/query/history-query';
import { layoutMetricsFor } from '../../../miniprogram/features/shared/layout-metrics';
import type { OnScreen } from '../../../miniprogram/features/payment-history/view/visible-rows';
import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import type { PagingState } from '../../../miniprogram/state/paging/paging-state';
import { textsIn } from '../../../miniprogram/texts/texts';
import { NOW } from './order';
import { pagingState } from './paging-state';

export const METRICS = layoutMetricsFor(1, 375);
/** Rows of 76 px, headers of 44 px. */
export const HEIGHTS = METRICS.heights;

/** A list of orders on a screen of 844 px at its top, but for the changes. */
export function historyState(
  orders: readonly ListedOrder[],
  changes: Partial<HistoryState & OnScreen> = {},
  paging: Partial<PagingState<Order>> = {},
): HistoryState & OnScreen {
  return {
    paging: pagingState<Order>([], paging),
    query: NO_QUERY,
    lookup: null,
    isPart: false,
    list: createLayOut(textsIn('zh-CN'))(orders, HEIGHTS),
    listId: 0,
    viewport: { top: 0, height: 844 },
    openMonth: null,
    goal: null,
    jump: null,
    readAt: null,
    isOffline: false,
    isWaiting: false,
    isVeiled: false,
    isRetrying: false,
    metrics: METRICS,
    now: NOW,
    canContinue: true,
    actions: null,
    isPaying: () => false,
    ...changes,
  };
}
