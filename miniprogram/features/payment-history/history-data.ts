import type { FindView, FindWords } from '../../components/find-bar/find-bar';
import type { MonthSheetWords } from '../../components/month-sheet/month-sheet';
import type { ChunkWords } from '../../components/payment-chunk/payment-chunk';
import type { Order } from '../../domain/order';
import type { PaymentOutcome } from '../../services/orders/pending-payments';
import type { PagingPhase } from '../../state/paging/paging-state';
import type { Viewport } from '../../state/window/window';
import type { Texts } from '../../texts/texts';
import { findWords } from './view/find';
import type { Finder } from './query/finder';
import { EMPTY_PICTURE, type ListPicture } from './history-list';
import { layoutMetricsFor, type LayoutMetrics } from '../shared/layout-metrics';
import type { DataDiff } from '../shared/data-diff';
import type { MeasuredViewport } from './viewport';
import type { RefreshSummary } from './refresh-summary';
import type { RowActions } from './row-actions';
import { rowWords } from '../shared/row-model';
import { INITIAL_SCREEN, type Screen } from './view/status';

/** The words that never change, for the template. */
export interface HistoryWords {
  readonly loading: string;
  readonly retry: string;
  readonly further: string;
  readonly backToTop: string;
  readonly row: ChunkWords;
  readonly months: MonthSheetWords;
  readonly find: FindWords;
}

/** View data of the history: everything that is drawn. */
export type HistoryData = ListPicture &
  Screen & {
    readonly metrics: LayoutMetrics;
    readonly find: FindView | null;
    /** Says that there is no network; empty while there is. */
    readonly offline: string;
  };

/** Before anything was asked for. */
export const INITIAL_DATA: HistoryData = {
  ...EMPTY_PICTURE,
  ...INITIAL_SCREEN,
  metrics: layoutMetricsFor(1, 375),
  find: null,
  offline: '',
};

/** The screen that the history is shown on. */
export interface HistoryScreen {
  /**
   * Takes what changed; for an appended page that is its rows, not the list.
   *
   * @param scrollTop - Where to scroll the page afterwards, so that what is on screen stays there; null
   * leaves it.
   */
  show(patch: DataDiff, scrollTop: number | null): void;
  /** Takes where the list stands now; nothing on screen shows it. */
  enter(phase: PagingPhase): void;
  /** Measures where the list is; null while there is none. */
  measure(): Promise<MeasuredViewport | null>;
  /** Leads to a payment whose number was searched for. */
  open(order: Order): void;
}

/** The history without its component: orders in, patches of view data out. */
export interface HistoryController {
  readonly words: HistoryWords;
  /** What the person is looking for. */
  readonly finder: Finder;
  /** Draws what an earlier visit left and asks for what is new. */
  start(): void;
  /** Tells what it brought, where that is known. */
  refresh(): Promise<RefreshSummary | null>;
  loadMore(): Promise<void>;
  retry(): Promise<void>;
  /** The button below the list: goes on where the list, or the search in it, stopped. */
  goOn(): Promise<void>;
  /** The button where nothing is: searches further back, or leads to all payments. */
  leaveNothing(): Promise<void>;
  /** The phone's measures may be others now; what is on screen stays there. */
  resize(measures: LayoutMetrics): void;
  readonly actions: RowActions;
  /** Reads one payment anew; see {@link Settlements.settle}. */
  refreshPayment(transactionNo: string, outcome: PaymentOutcome): Promise<void>;
  /** A month's header was tapped: the loaded months are to be chosen from. */
  openMonths(current: string): void;
  closeMonths(): void;
  /** Shows a loaded month from its header on. */
  goToMonth(month: string): void;
  /** Something else came on screen. */
  move(viewport: Viewport): void;
  /** Asks for what the person will soon come to; called whenever something was drawn or came on screen. */
  lookAhead(): void;
  /** While the page is hidden nothing is drawn; what happened meanwhile is drawn at once afterwards. */
  setHidden(hidden: boolean): void;
  dispose(): void;
}

/** Puts the words that never change together. */
export function historyWords(texts: Texts): HistoryWords {
  const { loading, retry, backToTop, find } = texts;
  const { further } = find.search;
  const { title, close, open: openMonths } = texts.months;
  return {
    loading,
    retry,
    further,
    backToTop,
    row: { ...rowWords(texts), openMonths },
    months: { title, close },
    find: findWords(find),
  };
}
