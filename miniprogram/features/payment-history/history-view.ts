import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import { createPaging } from '../../state/paging';
import { canLoadMore, isBusy, type PagingState } from '../../state/paging-state';
import { createPrefetch } from '../../state/prefetch';
import { textsIn } from '../../texts/texts';
import { createReconnection } from '../reconnection';
import { createDrawing } from './drawing';
import type { HistoryFilter } from './filter';
import { createFinder } from './finder';
import type { FirstScreen } from './first-screen';
import { foundScreen, progress } from './found-screen';
import { historyWords, INITIAL_DATA } from './history-data';
import type { HistoryScreen, HistoryView } from './history-data';
import { createHistoryList } from './history-list';
import type { Measures } from './measures';
import { createFreshness, offlineText, withoutEcho } from './offline';
import { asListed, filteredSource, ORDER_TRAITS } from './order-source';
import { refreshed } from './refreshing';
import { createRowActions } from './row-actions';
import { screenOf } from './screen';
import { filterOfVisit, rememberFilter } from './visit';

/** Pages that a search goes further back at a time. */
const FURTHER_PAGES = 5;

/** What a history begins with. */
export interface HistoryBeginning {
  readonly module: PaymentHistory;
  readonly firstScreen: FirstScreen;
  readonly measures: Measures;
  /** Null for the filter that was last chosen. */
  readonly preset: HistoryFilter | null;
}

/** Joins the order service, the paging state and the window over the list. */
export function createHistoryView(beginning: HistoryBeginning, screen: HistoryScreen): HistoryView {
  const { module, firstScreen, preset } = beginning;
  const { network, now } = module;
  let { measures } = beginning;
  const texts = textsIn(module.language);
  const finder = createFinder(preset ?? filterOfVisit(), {
    orders: module.orders,
    texts,
    loaded: () => paging.state.items,
    onFilter(filter) {
      // What an app asked for is nothing that a person chose for every list.
      if (!preset) rememberFilter(filter);
      begin();
    },
    onChange(isList) {
      if (isList) drawing.beginAnew();
      redraw();
    },
    onFound(order) {
      module.known.keep(order);
      screen.open(order);
    },
  });
  const prefetch = createPrefetch({ isOn: module.prefetch });
  const source = () => filteredSource(module.orders, finder.finding.filter, prefetch);
  const paging = createPaging({ ...ORDER_TRAITS, fetchPage: source() });
  const list = createHistoryList(texts, measures.heights);
  /** Read anew while a page was on its way, which may bring an older state of them. */
  let renewed: Order[] = [];

  /** What an earlier visit left stands in until there is an answer. */
  const rowsOf = (state: PagingState<Order>) =>
    state.generation === 0 && finder.isAll ? firstScreen.orders : finder.sift(state.items);

  const content = () => ({
    orders: rowsOf(paging.state),
    isLast: paging.state.reachesEnd,
    isPart: finder.isPart,
    now: now(),
    isUnderWay: actions.isUnderWay,
  });

  function around() {
    const { state } = paging;
    const { finding, isPart } = finder;
    const shown = rowsOf(state).length;
    const whole = screenOf(state, shown > 0, texts);
    const found = { finding, isPart, shown };
    const find = { ...finder.view, note: progress(state, found, texts) };
    const at = shown > 0 ? freshness.at : null;
    const offline = network.isOffline ? offlineText(at, now(), texts) : '';
    const screenFound = foundScreen(whole, state, found, texts);
    const said = offline ? withoutEcho(screenFound, state.error) : screenFound;
    return { ...said, find, measures, offline };
  }

  const drawing = createDrawing({ ...INITIAL_DATA, measures }, list, screen, { content, around });
  const { redraw } = drawing;
  const freshness = createFreshness(() => firstScreen.at, now);
  const reconnection = createReconnection(network, () => void paging.retry(), redraw);
  const actions = createRowActions(module, () => ({
    current: paging.state.items,
    kept: firstScreen.orders,
  }));

  paging.subscribe((state) => {
    screen.enter(state.phase);
    freshness.follow(state.phase);
    // What is kept are the newest of all payments.
    if (finder.isAll || state.error) firstScreen.follow(state, freshness.at);
    if (!isBusy(state)) renewed.splice(0).forEach((order) => paging.patch(order));
    redraw();
    reconnection.follow({ isBusy: isBusy(state), error: state.error });
  });

  const stopWatchingUser = module.orders.onUserChange(() => {
    firstScreen.forget();
    finder.endLookup();
    begin();
  });

  const stopHearing = [
    module.known.onRenew((order) => {
      if (isBusy(paging.state)) renewed = [...renewed, asListed(order)];
      paging.patch(asListed(order));
    }),
    module.settlements.onChange(redraw),
  ];
  function begin(): void {
    drawing.beginAnew();
    renewed = [];
    prefetch.reset();
    void paging.replaceSource(source());
  }

  return {
    words: historyWords(texts),
    finder,
    start() {
      if (finder.isAll && firstScreen.orders.length > 0) redraw();
      void paging.refresh();
    },
    refresh: () => refreshed(paging, rowsOf, module.settlements),
    loadMore: () => paging.loadMore(),
    retry: () => paging.retry(),
    goOn: () => paging.loadMore(finder.isPart ? FURTHER_PAGES : 1),
    async leaveNothing() {
      if (finder.isPart && !paging.state.isLast) await paging.loadMore(FURTHER_PAGES);
      else finder.showAll();
    },
    resize(to) {
      if (JSON.stringify(to) === JSON.stringify(measures)) return;
      measures = to;
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
    goToMonth: (month) => drawing.goTo(month),
    actions,
    patch: (transactionNo, outcome) => module.settlements.settle(transactionNo, outcome),
    move(viewport) {
      // Drawing makes the watch begin anew, which tells at once what is on screen: the same again.
      if (!list.move(viewport)) return;
      prefetch.reach(list.lowestRow, Date.now());
      redraw();
    },
    lookAhead() {
      const { state, pageSize } = paging;
      const pages = prefetch.pagesWanted({ rows: state.confirmed, pageSize });
      if (pages > 0 && canLoadMore(state) && !finder.isPart) void paging.loadMore(pages);
    },
    setHidden: (hidden) => drawing.setHidden(hidden),
    dispose() {
      drawing.dispose();
      finder.endLookup();
      stopWatchingUser();
      stopHearing.forEach((stop) => stop());
      reconnection.dispose();
      paging.dispose();
    },
  };
}
