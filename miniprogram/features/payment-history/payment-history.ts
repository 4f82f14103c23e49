import type { FindRequest, FindWords } from '../../components/find-bar/find-bar';
import type { TapMonthDetail } from '../../components/month-section/month-section';
import type { ChooseMonthDetail, MonthSheetWords } from '../../components/month-sheet/month-sheet';
import type { ChunkWords } from '../../components/payment-chunk/payment-chunk';
import type { TapPaymentDetail } from '../../components/payment-row/payment-row';
import { paymentHistory } from '../../configure';
import type { PaymentOutcome } from '../../services/orders/pending-payments';
import type { PagingPhase } from '../../state/paging/paging-state';
import { textsIn } from '../../texts/texts';
import { createSnapshot } from './snapshot';
import { elementScreen, scrollPage } from './element-screen';
import { INITIAL_DATA, type HistoryController } from './history-data';
import { createHistoryController } from './controller';
import { phoneLayoutMetrics } from '../shared/layout-metrics';
import { NEAR_UNREAD, watchViewport } from './viewport';
import { filterFromProperties, type InitialFilter } from './query/initial-filter';

/** What a page may ask of the `<payment-history>` it holds. */
export type PaymentHistoryElement = {
  /**
   * Reads the newest payments anew and keeps the list meanwhile; resolves when done, also when it failed.
   *
   * @param by - `pull` when the person pulled down: then a toast says what came of it.
   */
  refresh(by?: 'pull'): Promise<void>;
  /** Brings the next page; the history does so by itself as one scrolls. */
  loadMore(): Promise<void>;
  /** Repeats what failed. */
  retry(): Promise<void>;
  /**
   * Reads one payment anew, and changes its row alone. Call it when a `continue-payment` is over, whatever
   * came of it: until then that payment cannot be continued again.
   *
   * @param outcome - `paid` when the phone says so: then the server is asked until it agrees; else `unknown`.
   */
  refreshPayment(transactionNo: string, outcome?: PaymentOutcome): Promise<void>;
};

/** Detail of `open-payment`. */
export interface OpenPaymentDetail {
  readonly transactionNo: string;
}

type Methods = PaymentHistoryElement & {
  onContinuePayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): void;
  onTapPayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): void;
  onFind(event: WechatMiniprogram.CustomEvent<FindRequest>): void;
  onTapMonth(event: WechatMiniprogram.CustomEvent<TapMonthDetail>): void;
  onChooseMonth(event: WechatMiniprogram.CustomEvent<ChooseMonthDetail>): void;
  onCloseMonths(): void;
  onRetryNotice(): Promise<void>;
  onRetryFooter(): void;
  onBackToTop(): void;
  watch(): void;
  openPayment(transactionNo: string | null): void;
};

/** What belongs to one element and is nothing for the screen. */
type Private = {
  view?: HistoryController;
  stopWatching?: () => void;
  isHidden?: boolean;
};

const data = {
  ...INITIAL_DATA,
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
  /** A refresh asked for by a button shows itself; one by pulling down has WeChat's own sign. */
  retrying: false,
};

type Properties = { [Name in keyof InitialFilter]: StringConstructor };

/** What is shown to begin with; read once, when the history comes onto the page. */
const properties: Properties = {
  tab: String,
  refund: String,
  gateway: String,
  merchandiseRecordId: String,
  merchandiseSchemaId: String,
};

/** The user's payments, newest first, loading as one scrolls. */
Component<typeof data, Properties, Methods, [], Private>({
  externalClasses: ['custom-class'],
  properties,
  data,
  lifetimes: {
    attached() {
      const module = paymentHistory();
      const snapshot = createSnapshot(module);
      const metrics = phoneLayoutMetrics();
      const preset = filterFromProperties(this.data);
      const beginning = { module, snapshot, metrics, preset };
      const view = createHistoryController(beginning, elementScreen(this));
      this.view = view;
      this.setData({ words: view.words, metrics });
      view.start();
    },
    detached() {
      this.stopWatching?.();
      this.view?.dispose();
      delete this.view;
    },
  },
  pageLifetimes: {
    show() {
      // WeChat tells nobody that the text size was changed.
      this.isHidden = false;
      this.view?.resize(phoneLayoutMetrics());
      this.view?.setHidden(false);
    },
    resize() {
      this.view?.resize(phoneLayoutMetrics());
    },
    hide() {
      this.isHidden = true;
      this.stopWatching?.();
      this.view?.setHidden(true);
    },
  },
  methods: {
    async refresh(by) {
      const news = await this.view?.refresh();
      if (by !== 'pull' || !news || this.isHidden) return;
      const title = textsIn(paymentHistory().language).refreshed(news.added, news.changed);
      void wx.showToast({ title, icon: 'none' });
    },
    loadMore() {
      return this.view?.loadMore() ?? Promise.resolve();
    },
    retry() {
      return this.view?.retry() ?? Promise.resolve();
    },
    refreshPayment(transactionNo, outcome = 'unknown') {
      return this.view?.refreshPayment(transactionNo, outcome) ?? Promise.resolve();
    },
    onTapPayment({ detail: { key } }) {
      this.openPayment(this.view?.actions.open(key) ?? null);
    },
    openPayment(transactionNo) {
      if (transactionNo === null) return;
      this.triggerEvent('open-payment', { transactionNo } satisfies OpenPaymentDetail);
    },
    onContinuePayment({ detail: { key } }) {
      const detail = this.view?.actions.continuePayment(key);
      if (detail) this.triggerEvent('continue-payment', detail);
    },
    onFind({ detail }) {
      this.view?.finder.ask(detail);
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
    async onRetryNotice() {
      if (this.data.notice?.tone === 'empty') return this.view?.leaveNothing();
      // Instead of rows stand their shapes, which say enough.
      this.setData({ retrying: this.data.body === 'list' });
      await this.retry();
      this.setData({ retrying: false });
    },
    onRetryFooter() {
      void this.view?.goOn();
    },
    onBackToTop() {
      scrollPage(0);
    },
    watch() {
      this.stopWatching?.();
      const { view } = this;
      if (!view) return;
      const near = paymentHistory().prefetch ? NEAR_UNREAD : 0;
      this.stopWatching = watchViewport(this, this.data, near, (viewport) => {
        view.move(viewport);
        view.lookAhead();
      });
      view.lookAhead();
    },
  },
});
