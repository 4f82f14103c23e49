import type { LookupView } from '../../components/find-bar/find-bar';
import type { Order } from '../../domain/order';
import type { PagingState } from '../../state/paging/paging-state';
import type { LayoutMetrics } from '../shared/layout-metrics';
import type { ListLayout } from './list-layout';
import type { YearMonth } from './months';
import type { RowActions } from './row-actions';
import type { HistoryQuery } from './query/history-query';

/** What the host does for the history. */
export interface Abilities {
  /** It continues payments. */
  readonly canContinue: boolean;
  /** A payment can be opened. */
  readonly canOpen: boolean;
  /** Its actions for payments; null for none. */
  readonly actions: RowActions | null;
}

/** Everything that the view of the history depends on, except for the texts and the part of the list on screen. */
export interface HistoryState {
  readonly paging: PagingState<Order>;
  readonly query: HistoryQuery;
  /** State of a search by number; null while there is none. */
  readonly lookup: LookupView | null;
  /** The server cannot answer the query: the list is a part of the loaded payments. */
  readonly isPart: boolean;
  /** The payments that are shown. */
  readonly list: ListLayout;
  /** Changes with the source and with the text of the search: another list starts at its top. */
  readonly listId: number;
  /** Title of the month from which the month menu was opened; null while it is closed. */
  readonly openMonth: string | null;
  /** The month to scroll to; every new object is scrolled to once. */
  readonly goal: { readonly month: string } | null;
  /** The month to which the list reads back; the menu shows that it does. */
  readonly jump: { readonly target: YearMonth; readonly isShown: boolean } | null;
  /** When the newest payments were read, in milliseconds since the Unix epoch; null where unknown. */
  readonly readAt: number | null;
  readonly isOffline: boolean;
  /** Requests wait for the limit per minute. */
  readonly isWaiting: boolean;
  /** The session is asked who is signed in: nothing that is known may be seen. */
  readonly isVeiled: boolean;
  /** The button of the notice repeats a request that failed. */
  readonly isRetrying: boolean;
  readonly metrics: LayoutMetrics;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Whether the host continues payments: their rows have a button. */
  readonly canContinue: boolean;
  readonly actions: Abilities['actions'];
  /** Whether the payment with a transaction number is being paid; every state has a function of its own, so its rows are projected. */
  readonly isPaying: (transactionNo: string) => boolean;
}
