import type { FindRequest } from '../../components/find-bar/find-bar';
import type { TapMonthDetail } from '../../components/month-section/month-section';
import type { ChooseMonthDetail } from '../../components/month-sheet/month-sheet';
import type { TapPaymentDetail } from '../../components/payment-row/payment-row';
import type { OpenMonthDetail, OpenPaymentDetail, PaymentHistoryElement } from '../../elements';
import { hasTouch } from '../shared/touch';
import type { PagingPhase } from '../../state/paging/paging-state';
import { textsOf } from '../../texts/texts';
import { phoneLayoutMetrics } from '../shared/layout-metrics';
import { moduleOf, type ModuleHolder } from '../shared/module-of';
import { sendEvent } from '../shared/send-event';
import { toast } from '../shared/toast';
import { createHistoryController, type HistoryController } from './controller';
import type { Abilities } from './history-state';
import type * as openPage from './open-page';
import { properties } from './history-properties';
import { filterFromProperties } from './query/initial-filter';
import type * as rowActions from './row-actions';
import { createRenderer } from './renderer';
import { createSnapshot } from './snapshot';
import { historyWords, INITIAL_VIEW, INITIAL_WORDS } from './view/history-view';
import type * as scrollView from './scroll-view';
import { pageScroller, type Scroller } from './viewport';

type Methods = PaymentHistoryElement & {
  measure(): void;
  onRefresh(): Promise<void>;
  onTouchList(): void;
  onContinuePayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): Promise<void>;
  onTapPayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): void;
  onTapMore(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): Promise<void>;
  onFind(event: WechatMiniprogram.CustomEvent<FindRequest>): void;
  onTapMonth(event: WechatMiniprogram.CustomEvent<TapMonthDetail>): void;
  onChooseMonth(event: WechatMiniprogram.CustomEvent<ChooseMonthDetail>): void;
  onPickMonth(event: WechatMiniprogram.CustomEvent<OpenMonthDetail>): void;
  onCloseMonths(): void;
  onRetryNotice(): void;
  onRetryFooter(): void;
  onBackToTop(): void;
  /** @param payment - Null for a payment without a number, which the person is told. */
  openFound(payment: OpenPaymentDetail | null): void;
  openPayment(payment: OpenPaymentDetail): Promise<void>;
  abilities(): Abilities;
  scrolling(): Scroller;
  tell(title: string): void;
};

/** Fields of the instance that are not sent to the view layer. */
type Private = ModuleHolder & {
  view?: HistoryController;
  isHidden?: boolean;
  /** The page of a payment is opening, so that a second tap opens nothing. */
  isLeaving?: boolean;
};

const data = {
  ...INITIAL_VIEW,
  /** The page cannot be pulled down: a button refreshes the list. */
  isTouchless: false,
  /** The button was tapped, and the list is being refreshed. */
  isRefreshing: false,
  /** For UI tests. No template reads it, so it is written in place and never sent. */
  phase: 'idle' as PagingPhase,
  words: INITIAL_WORDS,
};

/**
 * The user's payments, newest first, loaded page by page while the person scrolls.
 *
 * @event open-payment {OpenPaymentDetail} The person tapped a payment, or searched for its number: show it with
 *   [payment-detail](../payment-detail/README.md); `paymentUrl` makes the address. `tradeNo` is given where the
 *   payment has no transaction number. A payment without either only has a toast.
 * @event continue-payment {ContinuePaymentDetail} The person wants to pay a pending payment that is younger
 *   than two hours: the host app pays and calls `refreshPayment`.
 * @event action {ActionDetail} The person chose one of `actions`; either number may be null.
 * @event tapPayment {TapPaymentDetail} The person tapped a payment; see
 *   [payment-row](../../components/payment-row/README.md).
 * @event tapMonth {TapMonthDetail} The person tapped the header of a month, which opens the sheet of months.
 * @slot header Above the search.
 * @slot empty Below the notice of a list without payments, or without matches.
 * @slot footer Below the list.
 */
Component<typeof data, typeof properties, Methods, [], Private>({
  options: { multipleSlots: true },
  externalClasses: ['custom-class', 'find-class', 'notice-class'],
  properties,
  data,
  observers: {
    'canContinue, canOpen, detailPage, actions'() {
      this.view?.setAbilities(this.abilities());
    },
  },
  lifetimes: {
    attached() {
      const module = moduleOf(this);
      module.currentUser.ask();
      const texts = textsOf(module);
      const metrics = phoneLayoutMetrics();
      this.setData({ words: historyWords(texts), metrics, isTouchless: !hasTouch() });
      const renderer = createRenderer(this, {
        ...{ texts, metrics, clock: module.clock, scroller: this.scrolling() },
        isAhead: module.prefetch,
      });
      const snapshot = createSnapshot(module);
      const preset = filterFromProperties(this.data);
      const { hideExpired: hidesExpired } = this.data;
      this.view = createHistoryController(
        { module, snapshot, preset, hidesExpired, metrics, abilities: this.abilities() },
        renderer,
      );
      this.view.months.onLanded((words) => this.tell(words));
      this.view.onFound((payment) => this.openFound(payment));
      this.view.start();
    },
    ready() {
      // At the start WeChat may not know its size yet.
      this.measure();
      this.view?.locate();
    },
    detached() {
      this.view?.dispose();
      delete this.view;
    },
  },
  pageLifetimes: {
    show() {
      this.isHidden = false;
      this.isLeaving = false;
      moduleOf(this).currentUser.ask();
      // WeChat has no event for a change of the text size.
      this.measure();
      this.view?.setHidden(false);
    },
    resize() {
      this.measure();
    },
    hide() {
      this.isHidden = true;
      this.view?.setHidden(true);
    },
  },
  methods: {
    measure() {
      this.view?.resize(phoneLayoutMetrics());
    },
    async refresh(by) {
      const summary = await this.view?.refresh();
      if (by !== 'pull' || !summary || this.isHidden) return;
      this.tell(textsOf(moduleOf(this)).refreshed(summary.added, summary.changed));
    },
    async loadMore() {
      await this.view?.loadMore();
    },
    async reachBottom() {
      await this.view?.look();
    },
    async retry() {
      await this.view?.retry();
    },
    goToMonth(month) {
      this.view?.goToMonth(month);
    },
    async refreshPayment(transactionNo, outcome = 'unknown') {
      await moduleOf(this).pendingPayments.settle(transactionNo, outcome);
    },
    onTapPayment({ detail: { key } }) {
      this.openFound(this.view?.openPayment(key) ?? null);
    },
    openFound(payment) {
      if (payment) void this.openPayment(payment);
      else if (this.abilities().canOpen) this.tell(textsOf(moduleOf(this)).cannotOpen);
    },
    async onTapMore({ detail: { key } }) {
      const chosen = await this.view?.chooseAction(key);
      if (chosen) sendEvent(this, 'action', chosen);
    },
    async onContinuePayment({ detail: { key } }) {
      const started = (await this.view?.continuePayment(key)) ?? '';
      if (typeof started === 'string') return this.tell(started);
      moduleOf(this).report?.({ name: 'payment-continued' });
      if (this.data.canContinue) sendEvent(this, 'continue-payment', started);
      else {
        const words = (await this.view?.checkOut(started)) ?? '';
        if (this.view && !this.isHidden) this.tell(words);
      }
    },
    onFind({ detail }) {
      void this.view?.find(detail);
    },
    onTapMonth({ detail }) {
      this.view?.months.open(detail.month);
    },
    onChooseMonth({ detail }) {
      this.view?.months.goTo(detail.month);
    },
    onPickMonth({ detail: { year, month } }) {
      this.view?.months.jumpTo({ year, month });
    },
    onCloseMonths() {
      this.view?.months.close();
    },
    onRetryNotice() {
      const isEmpty = this.data.notice?.tone === 'empty';
      void (isEmpty ? this.view?.leaveEmptyList() : this.view?.retryFromNotice());
    },
    onRetryFooter() {
      void this.view?.continueList();
    },
    async onRefresh() {
      if (this.data.isRefreshing) return;
      this.setData({ isRefreshing: true });
      await this.refresh('pull');
      this.setData({ isRefreshing: false });
    },
    onTouchList() {
      this.view?.lookAfterTouch();
    },
    onBackToTop() {
      void this.scrolling().scrollTo(0);
    },
    async openPayment(payment) {
      const { detailPage } = this.data;
      if (this.isLeaving) return;
      if (this.abilities().canOpen) moduleOf(this).report?.({ name: 'payment-opened' });
      if (!detailPage) return sendEvent(this, 'open-payment', payment);
      this.isLeaving = true;
      const { openPaymentPage } = require('./open-page') as typeof openPage;
      this.isLeaving = await openPaymentPage(detailPage, payment);
    },
    scrolling() {
      const { scroller } = this.data;
      if (!scroller) return pageScroller(this);
      const { scrollViewScroller } = require('./scroll-view') as typeof scrollView;
      return scrollViewScroller(this, scroller);
    },
    abilities() {
      const { canContinue, canOpen, detailPage, actions } = this.data;
      const reading = () => require('./row-actions') as typeof rowActions;
      return {
        actions: actions.length > 0 ? reading().rowActionsOf(actions) : null,
        canContinue: canContinue || moduleOf(this).checkOut !== undefined,
        canOpen: canOpen || detailPage !== '',
      };
    },
    tell(title) {
      if (title) toast(title);
    },
  },
});
