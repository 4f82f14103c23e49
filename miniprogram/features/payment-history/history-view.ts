import type { RowWords } from '../../components/payment-row/row-view';
import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import type { PaymentOutcome } from '../../services/settlements';
import { createPaging } from '../../state/paging';
import { canLoadMore, type PagingPhase, type PagingState } from '../../state/paging-state';
import { createPrefetch } from '../../state/prefetch';
import type { Viewport } from '../../state/window';
import { textsIn } from '../../texts/texts';
import type { FirstScreen } from './first-screen';
import { createHistoryList } from './history-list';
import { EMPTY_LIST, type ListView } from './list-view';
import { measuresFor, type Measures } from './measures';
import { asListed, measured, ORDER_TRAITS, orderSource } from './order-source';
import { patchBetween, type Patch } from './patch';
import type { Place } from './place';
import { createRowActions, type RowActions } from './row-actions';
import { rowWords } from './row-view';
import { INITIAL_SCREEN, screenOf, type Screen } from './screen';

/** The words that never change, for the template. */
export interface HistoryWords {
  readonly loading: string;
  readonly retry: string;
  readonly backToTop: string;
  readonly row: RowWords;
}

/** View data of the history: everything that is drawn. */
export type HistoryData = ListView & Screen & { readonly measures: Measures };

/** Before anything was asked for. */
export const INITIAL_DATA: HistoryData = {
  ...EMPTY_LIST,
  ...INITIAL_SCREEN,
  measures: measuresFor(1, 375),
};

/** The screen that the history is shown on. */
export interface HistoryScreen {
  /**
   * Takes what changed; for an appended page that is its rows, not the list.
   *
   * @param scrollTop - Where to scroll the page afterwards, so that what is on screen stays there; null
   * leaves it.
   */
  show(patch: Patch, scrollTop: number | null): void;
  /** Takes where the list stands now; nothing on screen shows it. */
  enter(phase: PagingPhase): void;
  /** Measures where the list is; null while there is none. */
  measure(): Promise<Place | null>;
}

/** The history without its component: orders in, patches of view data out. */
export interface HistoryView {
  readonly words: HistoryWords;
  /** Draws what an earlier visit left and asks for what is new. */
  start(): void;
  refresh(): Promise<void>;
  loadMore(): Promise<void>;
  retry(): Promise<void>;
  /** The phone's measures may be others now; what is on screen stays there. */
  resize(measures: Measures): void;
  readonly actions: RowActions;
  /** Reads one payment anew; see {@link Settlements.settle}. */
  patch(transactionNo: string, outcome: PaymentOutcome): Promise<void>;
  /** Something else came on screen. */
  move(viewport: Viewport): void;
  /** Asks for what the person will soon come to; called whenever something was drawn or came on screen. */
  lookAhead(): void;
  /** While the page is hidden nothing is drawn; what happened meanwhile is drawn at once afterwards. */
  setHidden(hidden: boolean): void;
  dispose(): void;
}

/** Joins the order service, the paging state and the window over the list. */
export function createHistoryView(
  module: PaymentHistory,
  firstScreen: FirstScreen,
  phone: Measures,
  screen: HistoryScreen,
): HistoryView {
  const texts = textsIn(module.language);
  const prefetch = createPrefetch({ isOn: module.prefetch });
  const source = measured(orderSource(module.orders), prefetch);
  const paging = createPaging({ ...ORDER_TRAITS, fetchPage: source });
  let measures = phone;
  const list = createHistoryList(texts, measures.heights);
  let shown: HistoryData = { ...INITIAL_DATA, measures };
  let isHidden = false;
  let isMeasuring = false;
  let isDisposed = false;

  /** What an earlier visit left stands in until there is an answer. */
  const rowsOf = (state: PagingState<Order>) =>
    state.generation === 0 ? firstScreen.orders : state.items;

  function draw(place: Place | null): void {
    const { state } = paging;
    const rows = rowsOf(state);
    const { isLast, confirmed } = state;
    const { isUnderWay } = actions;
    const content = { orders: rows, confirmed, isLast, now: module.now(), isUnderWay };
    const shift = list.update(content, place);
    const next = { ...list.view, ...screenOf(state, rows.length > 0, texts), measures };
    const patch = patchBetween(shown, next);
    shown = next;
    const scrollTop = place && shift !== 0 ? place.scrollTop + shift : null;
    // Also when nothing changed on screen: there may be more to come now.
    screen.show(patch, scrollTop);
  }

  const actions = createRowActions(module, () => ({
    current: paging.state.items,
    kept: firstScreen.orders,
  }));

  /** What is on screen can move only when rows above it come or go, so only then is it measured. */
  function redraw(): void {
    if (isHidden || isMeasuring || isDisposed) return;
    if (list.onlyGrowsTo(rowsOf(paging.state))) return draw(null);
    isMeasuring = true;
    void screen.measure().then((place) => {
      isMeasuring = false;
      if (!isHidden && !isDisposed) draw(place);
    });
  }

  paging.subscribe((state) => {
    screen.enter(state.phase);
    firstScreen.follow(state);
    redraw();
  });

  const stopWatchingUser = module.orders.onUserChange(() => {
    firstScreen.forget();
    prefetch.reset();
    void paging.replaceSource(source);
  });

  const stopHearing = [
    module.known.onRenew((order) => paging.patch(asListed(order))),
    module.settlements.onChange(redraw),
  ];

  return {
    words: {
      loading: texts.loading,
      retry: texts.retry,
      backToTop: texts.backToTop,
      row: rowWords(texts),
    },
    start() {
      if (firstScreen.orders.length > 0) draw(null);
      void paging.refresh();
    },
    async refresh() {
      await paging.refresh();
      module.settlements.clear();
    },
    loadMore: () => paging.loadMore(),
    retry: () => paging.retry(),
    resize(to) {
      if (JSON.stringify(to) === JSON.stringify(measures)) return;
      measures = to;
      list.resize(to.heights);
      redraw();
    },
    actions,
    patch: (transactionNo, outcome) => module.settlements.settle(transactionNo, outcome),
    move(viewport) {
      list.move(viewport);
      prefetch.reach(list.lowestRow, Date.now());
      redraw();
    },
    lookAhead() {
      const { state, pageSize } = paging;
      const pages = prefetch.pagesWanted({ rows: state.confirmed, pageSize });
      if (pages > 0 && canLoadMore(state)) void paging.loadMore(pages);
    },
    setHidden(hidden) {
      isHidden = hidden;
      redraw();
    },
    dispose() {
      isDisposed = true;
      stopWatchingUser();
      stopHearing.forEach((stop) => stop());
      paging.dispose();
    },
  };
}
