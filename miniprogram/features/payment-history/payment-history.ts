import type { FindRequest, FindWords } from '../../components/find-bar/find-bar';
import type { TapMonthDetail } from '../../components/month-section/month-section';
import type { ChooseMonthDetail, MonthSheetWords } from '../../components/month-sheet/month-sheet';
import type { ChunkWords } from '../../components/payment-chunk/payment-chunk';
import type { TapPaymentDetail } from '../../components/payment-row/payment-row';
import { paymentHistory } from '../../configure';
import type { OpenPaymentDetail, PaymentHistoryElement } from '../../elements';
import type { PagingPhase } from '../../state/paging/paging-state';
import { textsIn } from '../../texts/texts';
import { phoneLayoutMetrics } from '../shared/layout-metrics';
import { createHistoryController, type HistoryController } from './controller';
import { filterFromProperties, type InitialFilter } from './query/initial-filter';
import { createRenderer } from './renderer';
import { createSnapshot } from './snapshot';
import { historyWords, INITIAL_VIEW } from './view/history-view';
import { scrollPage } from './viewport';

type Methods = PaymentHistoryElement & {
  onContinuePayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): Promise<void>;
  onTapPayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): void;
  onFind(event: WechatMiniprogram.CustomEvent<FindRequest>): Promise<void>;
  onTapMonth(event: WechatMiniprogram.CustomEvent<TapMonthDetail>): void;
  onChooseMonth(event: WechatMiniprogram.CustomEvent<ChooseMonthDetail>): void;
  onCloseMonths(): void;
  onRetryNotice(): void;
  onRetryFooter(): void;
  onBackToTop(): void;
  openPayment(payment: OpenPaymentDetail | null | undefined): void;
  tell(title: string): void;
};

/** Fields of the instance that are not sent to the view layer. */
type Private = {
  view?: HistoryController;
  isHidden?: boolean;
};

const data = {
  ...INITIAL_VIEW,
  /** For UI tests. No template reads it, so it is written in place and never sent. */
  phase: 'idle' as PagingPhase,
  words: {
    loading: '',
    retry: '',
    further: '',
    backToTop: '',
    row: {} as ChunkWords,
    months: {} as MonthSheetWords,
    find: {} as FindWords,
  },
};

type Properties = { [Name in keyof InitialFilter]: StringConstructor };

/** The first filter; read once, when the component is attached. */
const properties: Properties = {
  tab: String,
  refund: String,
  gateway: String,
  merchandiseRecordId: String,
  merchandiseSchemaId: String,
};

/** The user's payments, newest first, loaded page by page while the person scrolls. */
Component<typeof data, Properties, Methods, [], Private>({
  externalClasses: ['custom-class'],
  properties,
  data,
  lifetimes: {
    attached() {
      const module = paymentHistory();
      const texts = textsIn(module.language);
      const metrics = phoneLayoutMetrics();
      this.setData({ words: historyWords(texts), metrics });
      const renderer = createRenderer(this, {
        ...{ texts, metrics, clock: module.clock },
        isAhead: module.prefetch,
      });
      const snapshot = createSnapshot(module);
      const preset = filterFromProperties(this.data);
      this.view = createHistoryController({ module, snapshot, preset, metrics }, renderer);
      this.view.onFound((payment) => !this.isHidden && this.openPayment(payment));
      this.view.start();
    },
    detached() {
      this.view?.dispose();
      delete this.view;
    },
  },
  pageLifetimes: {
    show() {
      this.isHidden = false;
      // WeChat has no event for a change of the text size.
      this.view?.resize(phoneLayoutMetrics());
      this.view?.setHidden(false);
    },
    resize() {
      this.view?.resize(phoneLayoutMetrics());
    },
    hide() {
      this.isHidden = true;
      this.view?.setHidden(true);
    },
  },
  methods: {
    async refresh(by) {
      const summary = await this.view?.refresh();
      if (by !== 'pull' || !summary || this.isHidden) return;
      const title = textsIn(paymentHistory().language).refreshed(summary.added, summary.changed);
      this.tell(title);
    },
    async loadMore() {
      await this.view?.loadMore();
    },
    async retry() {
      await this.view?.retry();
    },
    async refreshPayment(transactionNo, outcome = 'unknown') {
      await paymentHistory().pendingPayments.settle(transactionNo, outcome);
    },
    onTapPayment({ detail: { key } }) {
      const payment = this.view?.openPayment(key);
      if (payment) this.openPayment(payment);
      else this.tell(textsIn(paymentHistory().language).cannotOpen);
    },
    async onContinuePayment({ detail: { key } }) {
      const started = (await this.view?.continuePayment(key)) ?? '';
      if (typeof started === 'string') this.tell(started);
      else this.triggerEvent('continue-payment', started);
    },
    async onFind({ detail }) {
      this.openPayment(await this.view?.find(detail));
    },
    onTapMonth({ detail }) {
      this.view?.openMonths(detail.month);
    },
    onChooseMonth({ detail }) {
      this.view?.goToMonth(detail.month);
    },
    onCloseMonths() {
      this.view?.closeMonths();
    },
    onRetryNotice() {
      const isEmpty = this.data.notice?.tone === 'empty';
      void (isEmpty ? this.view?.leaveEmptyList() : this.view?.retryFromNotice());
    },
    onRetryFooter() {
      void this.view?.continueList();
    },
    onBackToTop() {
      scrollPage(0);
    },
    openPayment(payment) {
      if (payment) this.triggerEvent('open-payment', payment);
    },
    tell(title) {
      if (title) void wx.showToast({ title, icon: 'none' });
    },
  },
});
