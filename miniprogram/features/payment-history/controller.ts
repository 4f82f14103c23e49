import type { FindRequest } from '../../components/find-bar/find-bar';
import type { EventSource } from '../../core/event';
import type { Order } from '../../domain/order';
import type { ActionDetail, ContinuePaymentDetail, OpenPaymentDetail } from '../../elements';
import { explainTagMistake } from '../../services/explain-tag-mistake';
import { isBusy } from '../../state/paging/paging-state';
import type { Viewport } from '../../state/window/window';
import { textsOf } from '../../texts/texts';
import { createAbsence } from '../shared/absence';
import { createContinuePayment } from '../shared/continue-payment';
import type { LayoutMetrics } from '../shared/layout-metrics';
import { numberOf } from '../shared/payment-number';
import { createRedrawOnTime } from '../shared/redraw-on-time';
import { createRetryWhenOnline } from '../shared/retry-when-online';
import { createFoundPayment } from './found-payment';
import type { Abilities, HistoryState } from './history-state';
import { createLayOut } from './list-layout';
import { createOrderList, type OrderList, type OrderListOptions } from './order-list';
import type * as listReports from './list-reports';
import { createMonthNavigation, type MonthNavigation } from './month-navigation';
import { yearMonthOf, type YearMonth } from './months';
import type { Renderer } from './renderer';

/** What a history starts with. */
export interface HistoryStart extends OrderListOptions {
  readonly metrics: LayoutMetrics;
  readonly abilities: Abilities;
}

/** Turns events into changes of the state, and gives each new state to the renderer. */
export interface HistoryController
  extends
    Pick<OrderList, 'refresh' | 'loadMore' | 'retry' | 'continueList' | 'leaveEmptyList'>,
    Pick<Renderer, 'move' | 'look'> {
  /** Draws the snapshot of an earlier visit and reads the first page. */
  start(): void;
  /** Repeats the request that failed, and shows that it runs. */
  retryFromNotice(): Promise<void>;
  /** Takes what the host does for the history. */
  setAbilities(abilities: Abilities): void;
  /** Changes the query. */
  find(request: FindRequest): Promise<void>;
  /** A search by number has found its payment; null where it has no number to open it by. It waits while the page is hidden. */
  readonly onFound: EventSource<OpenPaymentDetail | null>['subscribe'];
  /** Prepares the detail page of a payment. @returns Its number; null where it has none. */
  openPayment(key: string): OpenPaymentDetail | null;
  /** Asks the person for an action of the host app. @returns Its event; null for none. */
  chooseAction(key: string): Promise<ActionDetail | null>;
  /** Starts to pay a pending payment. @returns The event; or words for the person, empty for none. */
  continuePayment(key: string): Promise<ContinuePaymentDetail | string>;
  /** Pays by the setting `checkOut`. @returns Words for the person, empty for none. */
  checkOut(detail: ContinuePaymentDetail): Promise<string>;
  /** Leaves search and filters, and goes to a month of all payments. */
  goToMonth(target: YearMonth): void;
  /** The month menu, and the way to a month. */
  readonly months: Pick<MonthNavigation, 'open' | 'close' | 'goTo' | 'jumpTo' | 'onLanded'>;
  /** Measures where the history begins: content of the host may stand above it. */
  locate(): void;
  /** Looks after a touch, where no observer reports what is on screen. */
  lookAfterTouch(): void;
  /** Takes the metrics for another window or text size; what is on screen stays there. */
  resize(metrics: LayoutMetrics): void;
  /**
   * While the page is hidden nothing is drawn; afterwards the state is drawn at once. After a minute or more
   * the newest payments are read again; after an `unauthorized` error at once.
   */
  setHidden(hidden: boolean): void;
  dispose(): void;
}

/** Connects the order list with a renderer. */
export function createHistoryController(
  { metrics: firstMetrics, abilities: firstAbilities, ...options }: HistoryStart,
  renderer: Renderer,
): HistoryController {
  const { module } = options;
  const { clock, currentUser, network, orderCache, pace, pendingPayments } = module;
  const list = createOrderList(options);
  const reports =
    module.report &&
    (require('./list-reports') as typeof listReports).createListReports(module.report);
  const texts = textsOf(module);
  const computeLayout = createLayOut(texts);
  const absence = createAbsence(clock, currentUser);
  const payer = createContinuePayment(module, texts, absence);
  const redrawOnTime = createRedrawOnTime(clock, () => render());
  const found = createFoundPayment(absence, currentUser);
  const retryWhenOnline = createRetryWhenOnline(network, () => void list.retry());
  const lookUpWhenOnline = createRetryWhenOnline(network, () => void find({ what: 'retry' }));
  let metrics = firstMetrics;
  let abilities = firstAbilities;
  let isRetrying = false;
  let isChoosing = false;
  let { listId } = list;

  const currentLayout = () => computeLayout(list.orders, metrics.heights);
  const months = createMonthNavigation(list, currentLayout, texts, () => render());

  function render(): void {
    if (list.listId !== listId) {
      ({ listId } = list);
      found.drop();
      months.reset();
    }
    if (list.orders.length === 0) months.closeEmpty();
    const { paging, query, lookup, isPart, readAt } = list;
    const state: HistoryState = {
      ...{ paging, query, lookup, isPart, readAt, listId, list: currentLayout() },
      ...{ metrics, ...months.state, isRetrying },
      isOffline: network.isOffline,
      isWaiting: pace.isWaiting,
      isVeiled: !currentUser.isKnown,
      now: clock.now(),
      ...{ canContinue: abilities.canContinue, actions: abilities.actions },
      isPaying: (transactionNo) => pendingPayments.isPaying(transactionNo),
    };
    renderer.render(state);
    redrawOnTime.follow(list.orders);
  }

  function open(order: Order): OpenPaymentDetail | null {
    orderCache.keep(order);
    return numberOf(order);
  }

  async function find(request: FindRequest): Promise<void> {
    const order = await list.find(request, abilities.canOpen);
    reports?.find(request, order !== null);
    if (order) found.take(open(order));
  }

  const loaded = (key: string) => list.paging.items.find((order) => order.key === key) ?? null;
  /** Also a payment of an earlier visit, which is shown until the first answer. */
  const shown = (key: string) => list.orders.find((order) => order.key === key) ?? null;

  function reach({ top, height }: Viewport): void {
    const { outline } = currentLayout();
    list.reach(outline.rows === 0 ? 0 : outline.rowAt(top + height));
  }

  const stops = [
    list.onChange(() => {
      render();
      const { paging } = list;
      reports?.follow(paging);
      retryWhenOnline.follow({ isBusy: isBusy(paging), error: paging.error });
      lookUpWhenOnline.follow(list.lookupRun);
    }),
    network.onChange(render),
    pace.onChange(render),
    currentUser.onKnown(render),
    currentUser.onKnown(found.report),
    pendingPayments.onChange(render),
    renderer.onDrawn(() => {
      list.loadAhead();
      months.follow();
    }),
    renderer.onMove(reach),
    renderer.onSight(() => list.loadAhead()),
  ];

  return {
    start() {
      if (list.orders.length > 0) render();
      void list.refresh();
    },
    refresh: () => list.refresh(),
    loadMore: () => list.loadMore(),
    retry: () => list.retry(),
    async retryFromNotice() {
      isRetrying = true;
      await list.retry();
      isRetrying = false;
      render();
    },
    continueList: () => list.continueList(),
    leaveEmptyList: () => list.leaveEmptyList(),
    setAbilities(changed) {
      abilities = changed;
      render();
    },
    find,
    onFound: found.onFound,
    openPayment(key) {
      const order = loaded(key);
      if (order) return open(order);
      const outdated = shown(key);
      return outdated && numberOf(outdated);
    },
    async chooseAction(key) {
      const order = shown(key);
      // A second tap waits for the sheet of the first one.
      if (!order || isChoosing) return null;
      isChoosing = true;
      const chosen = await abilities.actions?.choose(order, clock.now());
      isChoosing = false;
      // Meanwhile another user may have signed in, or the payment may have changed.
      const current = shown(key);
      if (!chosen || !current) return null;
      return abilities.actions?.has(current, clock.now(), chosen.key) ? chosen : null;
    },
    async continuePayment(key) {
      const order = loaded(key) ?? shown(key);
      return order ? payer.start(order) : '';
    },
    checkOut: (detail) => payer.checkOut(detail),
    goToMonth(wanted) {
      const target = yearMonthOf(wanted);
      if (!target) return explainTagMistake('month');
      found.drop();
      list.leaveQuery();
      months.jumpTo(target);
    },
    months,
    locate: () => void renderer.locate(),
    look: () => renderer.look(),
    lookAfterTouch() {
      if (!renderer.isObserved) void renderer.look();
    },
    move: (viewport) => renderer.move(viewport),
    resize(to) {
      if (JSON.stringify(to) === JSON.stringify(metrics)) return;
      metrics = to;
      render();
    },
    setHidden(hidden) {
      renderer.setHidden(hidden);
      if (!hidden) render();
      if (absence.setAway(hidden, list.paging.error)) void list.recheck();
      found.report();
    },
    dispose() {
      renderer.dispose();
      retryWhenOnline.dispose();
      lookUpWhenOnline.dispose();
      redrawOnTime.dispose();
      payer.dispose();
      found.dispose();
      stops.forEach((stop) => stop());
      list.dispose();
    },
  };
}
