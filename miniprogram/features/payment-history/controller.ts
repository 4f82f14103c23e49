import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import { createPaging } from '../../state/paging/paging';
import { canLoadMore, isBusy, type PagingState } from '../../state/paging/paging-state';
import { createPrefetch } from '../../state/window/prefetch';
import { textsIn } from '../../texts/texts';
import { createRetryWhenOnline } from '../shared/retry-when-online';
import { createRenderer } from './renderer';
import type { HistoryFilter } from './query/filter';
import { createFinder } from './query/finder';
import type { Snapshot } from './snapshot';
import { searchStatus, progress } from './view/search-status';
import {
  historyWords,
  INITIAL_DATA,
  type HistoryScreen,
  type HistoryController,
} from './history-data';
import { createHistoryList } from './history-list';
import type { LayoutMetrics } from '../shared/layout-metrics';
import { createFreshness, offlineText, withoutEcho } from './view/offline';
import { asListed, filteredSources, ORDER_TRAITS } from './query/order-source';
import { refreshAndSummarize } from './refresh-summary';
import { createRowActions } from './row-actions';
import { screenOf } from './view/status';
import { lastFilter, rememberFilter } from './query/last-filter';

/** Pages that a search goes further back at a time. */
const FURTHER_PAGES = 5;

/** What a history begins with. */
export interface HistoryBeginning {
  readonly module: PaymentHistory;
  readonly snapshot: Snapshot;
  readonly metrics: LayoutMetrics;
  /** Null for the filter that was last chosen. */
  readonly preset: HistoryFilter | null;
}

/** Joins the order service, the paging state and the window over the list. */
export function createHistoryController(
  beginning: HistoryBeginning,
  screen: HistoryScreen,
): HistoryController {
  const { module, snapshot, preset } = beginning;
  const { network, clock } = module;
  let { metrics } = beginning;
  const texts = textsIn(module.language);
  const finder = createFinder(preset ?? lastFilter(), {
    orders: module.orders,
    texts,
    loaded: () => paging.state.items,
    onFilter(filter) {
      // What an app asked for is nothing that a person chose for every list.
      if (!preset) rememberFilter(filter);
      begin();
    },
    onChange(isList) {
      if (isList) renderer.beginAnew();
      redraw();
    },
    onFound(order) {
      module.orderCache.keep(order);
      screen.open(order);
    },
  });
  const prefetch = createPrefetch({ isOn: module.prefetch });
  const sources = () => filteredSources(module.orders, finder.finding.filter, prefetch, clock);
  const paging = createPaging({ ...ORDER_TRAITS, sources: sources() });
  const list = createHistoryList(texts, metrics.heights);
  /** Read anew while a page was on its way, which may bring an older state of them. */
  let renewed: Order[] = [];

  /** What an earlier visit left stands in until there is an answer. */
  const rowsOf = (state: PagingState<Order>) =>
    state.generation === 0 && finder.isAll ? snapshot.orders : finder.sift(state.items);

  const content = () => ({
    orders: rowsOf(paging.state),
    isLast: paging.state.reachesEnd,
    isPart: finder.isPart,
    now: clock.now(),
    isPaying: actions.isPaying,
  });

  function around() {
    const { state } = paging;
    const { finding, isPart } = finder;
    const shown = rowsOf(state).length;
    const whole = screenOf(state, shown > 0, texts);
    const found = { finding, isPart, shown };
    const find = { ...finder.view, note: progress(state, found, texts) };
    const at = shown > 0 ? freshness.at : null;
    const offline = network.isOffline ? offlineText(at, clock.now(), texts) : '';
    const screenFound = searchStatus(whole, state, found, texts);
    const said = offline ? withoutEcho(screenFound, state.error) : screenFound;
    return { ...said, find, metrics, offline };
  }

  const renderer = createRenderer({ ...INITIAL_DATA, metrics }, list, screen, { content, around });
  const { redraw } = renderer;
  const freshness = createFreshness(() => snapshot.at, clock);
  const retryWhenOnline = createRetryWhenOnline(network, () => void paging.retry(), redraw);
  const actions = createRowActions(module, () => ({
    current: paging.state.items,
    kept: snapshot.orders,
  }));

  paging.subscribe((state) => {
    screen.enter(state.phase);
    freshness.follow(state.phase);
    // What is kept are the newest of all payments.
    if (finder.isAll || state.error) snapshot.follow(state, freshness.at);
    if (!isBusy(state)) renewed.splice(0).forEach((order) => paging.patch(order));
    redraw();
    retryWhenOnline.follow({ isBusy: isBusy(state), error: state.error });
  });

  const stopWatchingUser = module.orders.onUserChange(() => {
    snapshot.forget();
    finder.endLookup();
    begin();
  });

  const stopHearing = [
    module.orderCache.onUpdate((order) => {
      if (isBusy(paging.state)) renewed = [...renewed, asListed(order)];
      paging.patch(asListed(order));
    }),
    module.pendingPayments.onChange(redraw),
  ];
  function begin(): void {
    renderer.beginAnew();
    renewed = [];
    prefetch.reset();
    void paging.replaceSource(sources());
  }

  return {
    words: historyWords(texts),
    finder,
    start() {
      if (finder.isAll && snapshot.orders.length > 0) redraw();
      void paging.refresh();
    },
    refresh: () => refreshAndSummarize(paging, rowsOf, module.pendingPayments),
    loadMore: () => paging.loadMore(),
    retry: () => paging.retry(),
    goOn: () => paging.loadMore(finder.isPart ? FURTHER_PAGES : 1),
    async leaveNothing() {
      if (finder.isPart && !paging.state.isLast) await paging.loadMore(FURTHER_PAGES);
      else finder.showAll();
    },
    resize(to) {
      if (JSON.stringify(to) === JSON.stringify(metrics)) return;
      metrics = to;
      list.resize(to.heights);
      redraw();
    },
    openMonths(current) {
      list.openMenu(current);
      redraw();
    },
    closeMonths() {
      list.openMenu(null);
      redraw();
    },
    goToMonth: (month) => renderer.goTo(month),
    actions,
    refreshPayment: (transactionNo, outcome) =>
      module.pendingPayments.settle(transactionNo, outcome),
    move(viewport) {
      // Drawing makes the watch begin anew, which tells at once what is on screen: the same again.
      if (!list.move(viewport)) return;
      prefetch.reach(list.lowestRow, clock.now());
      redraw();
    },
    lookAhead() {
      const { state, pageSize } = paging;
      const pages = prefetch.pagesWanted({ rows: state.confirmed, pageSize });
      if (pages > 0 && canLoadMore(state) && !finder.isPart) void paging.loadMore(pages);
    },
    setHidden: (hidden) => renderer.setHidden(hidden),
    dispose() {
      renderer.dispose();
      finder.endLookup();
      stopWatchingUser();
      stopHearing.forEach((stop) => stop());
      retryWhenOnline.dispose();
      paging.dispose();
    },
  };
}
