import type { FindView, FindWords } from '../../../components/find-bar/find-bar';
import type { MonthMenu, MonthSheetWords } from '../../../components/month-sheet/month-sheet';
import type { ChunkWords } from '../../../components/payment-chunk/payment-chunk';
import type { Texts } from '../../../texts/texts';
import { layoutMetricsFor, type LayoutMetrics } from '../../shared/layout-metrics';
import { rowWords } from '../../shared/row-model';
import type { HistoryState } from '../history-state';
import { isSearched } from '../query/history-query';
import { findView, findWords } from './find';
import type * as monthMenus from './month-menu';
import type * as sumLines from './sum-line';
import { NO_ROWS, rowsView, type OnScreen, type RowsView, type Shown } from './visible-rows';
import { searchProgress, statusLine, type StatusLine } from './status-line';

/** Everything in the component's data that changes with the state. */
export type HistoryView = RowsView &
  StatusLine & {
    readonly menu: MonthMenu | null;
    readonly find: FindView | null;
    readonly metrics: LayoutMetrics;
    /** Placeholders cover everything. */
    readonly isVeiled: boolean;
  };

/** The words in the component's data, which never change. */
export interface HistoryWords {
  readonly loading: string;
  readonly retry: string;
  readonly further: string;
  readonly backToTop: string;
  readonly refresh: string;
  readonly refreshing: string;
  readonly row: ChunkWords;
  readonly months: MonthSheetWords;
  readonly find: FindWords;
}

/** The view before the first state. */
export const INITIAL_VIEW: HistoryView = {
  ...NO_ROWS,
  body: 'skeleton',
  notice: null,
  footer: 'none',
  footerText: '',
  offline: '',
  retrying: false,
  menu: null,
  find: null,
  metrics: layoutMetricsFor(1, 375),
  isVeiled: false,
};

/** The words before the component is attached. */
export const INITIAL_WORDS: HistoryWords = {
  ...{ loading: '', retry: '', further: '', backToTop: '', refresh: '', refreshing: '' },
  row: {} as ChunkWords,
  months: {} as MonthSheetWords,
  find: {} as FindWords,
};

/**
 * Projects the state to view data. Pure: equal arguments give equal results.
 *
 * @param shown - Its rows are taken over where only the viewport has changed since.
 * @param isBeginning - Projects only the first chunk of rows.
 */
export function historyView(
  state: HistoryState & OnScreen,
  texts: Texts,
  shown?: Shown,
  isBeginning = false,
): HistoryView {
  return {
    ...rowsView(state, texts, shown, isBeginning),
    ...statusLine(state, texts),
    menu: state.openMonth !== null || state.jump?.isShown ? monthMenu(state, texts) : null,
    find: findView(
      state.query,
      state.lookup,
      texts,
      searchProgress(state, texts),
      state.list.orders.length,
      isSearched(state.query) ? sumLine(state, texts) : '',
    ),
    metrics: state.metrics,
    isVeiled: state.isVeiled,
  };
}

/** Evaluated when the menu is opened first. */
const monthMenu: typeof monthMenus.monthMenu = (...facts) =>
  (require('./month-menu') as typeof monthMenus).monthMenu(...facts);

/** Evaluated when a search or a filter is shown first. */
const sumLine: typeof sumLines.sumLine = (...facts) =>
  (require('./sum-line') as typeof sumLines).sumLine(...facts);

/** Selects the words for the template. */
export function historyWords(texts: Texts): HistoryWords {
  const { loading, retry, backToTop, refresh, refreshing, find } = texts;
  const { open: openMonths, title, close, pick, stop } = texts.months;
  return {
    loading,
    retry,
    further: find.search.further,
    ...{ backToTop, refresh, refreshing },
    row: { ...rowWords(texts), openMonths },
    months: { title, close, pick, stop },
    find: findWords(find),
  };
}
