import type { CopyDetail } from '../../components/fact-list/fact-list';
import { paymentHistory } from '../../configure';
import type { OrderNumber } from '../../services/orders/orders';
import type { PaymentOutcome } from '../../services/orders/pending-payments';
import { textsIn, type Texts } from '../../texts/texts';
import { beginContinuePayment } from '../shared/continue-payment';
import { phoneLayoutMetrics } from '../shared/layout-metrics';
import { dataDiff } from '../shared/data-diff';
import { createRetryWhenOnline, type RetryWhenOnline } from '../shared/retry-when-online';
import { createDetailLoad, type DetailLoad, type DetailPhase } from './detail-load';
import { detailScreen, type DetailScreen } from './detail-screen';

/** Detail of `request-invoice`. */
export interface RequestInvoiceDetail {
  readonly transactionNo: string | null;
  readonly tradeNo: string | null;
}

/** What a page may ask of the `<payment-detail>` it holds. */
export type PaymentDetailElement = {
  /** Reads the payment anew and keeps what is shown meanwhile; resolves when done, also when it failed. */
  refresh(): Promise<void>;
  /**
   * Call it when a `continue-payment` is over, whatever came of it: until then the payment cannot be
   * continued again.
   *
   * @param outcome - `paid` when the phone says so: then the server is asked until it agrees; else `unknown`.
   */
  refreshPayment(transactionNo: string, outcome?: PaymentOutcome): Promise<void>;
};

type Methods = PaymentDetailElement & {
  measure(): void;
  open(): void;
  draw(): void;
  onCopy(event: WechatMiniprogram.CustomEvent<CopyDetail>): void;
  onPay(): void;
  onInvoice(): void;
};

/** What belongs to one element and is nothing for the screen. */
type Private = {
  load?: DetailLoad;
  texts?: Texts;
  stopHearing?: () => void;
  reconnection?: RetryWhenOnline;
};

const INITIAL_SCREEN: DetailScreen = { body: 'skeleton', notice: null, payment: null };

const data = {
  ...INITIAL_SCREEN,
  /** All text is this many times as large as designed. */
  factor: 1,
  /** For UI tests. No template reads it, so it is written in place and never sent. */
  phase: 'loading' as DetailPhase,
  words: {
    loading: '',
    factsTitle: '',
    copy: '',
    contact: '',
    invoice: '',
    pay: { open: '', busy: '' },
  },
};

const properties = {
  /** Hydrogen's own serial number of the payment (流水号). */
  transactionNo: String,
  /** The number the merchant's accounts know (订单号); read when the other one is empty. */
  tradeNo: String,
  /** Offers to ask for an invoice: the host app answers `request-invoice`. */
  invoice: Boolean,
};

/** One payment: what became of it, its numbers, and what can be done about it. */
Component<typeof data, typeof properties, Methods, [], Private>({
  externalClasses: ['custom-class'],
  properties,
  data,
  observers: {
    'transactionNo, tradeNo'() {
      if (this.load) this.open();
    },
  },
  lifetimes: {
    attached() {
      this.texts = textsIn(paymentHistory().language);
      const { loading, factsTitle, copy, contact, invoice } = this.texts.detail;
      const pay = { open: this.texts.continuePayment, busy: this.texts.continuing };
      this.setData({
        factor: phoneLayoutMetrics().factor,
        words: { loading, factsTitle, copy, contact, invoice, pay },
      });
      this.stopHearing = paymentHistory().pendingPayments.onChange(() => this.draw());
      const again = () => void this.load?.refresh();
      this.reconnection = createRetryWhenOnline(paymentHistory().network, again, () => undefined);
      this.open();
    },
    detached() {
      this.reconnection?.dispose();
      this.stopHearing?.();
      this.load?.dispose();
      delete this.load;
    },
  },
  pageLifetimes: {
    show() {
      // WeChat does not tell when the person changes the text size.
      this.measure();
    },
    resize() {
      this.measure();
    },
  },
  methods: {
    measure() {
      const { factor } = phoneLayoutMetrics();
      if (factor !== this.data.factor) this.setData({ factor });
    },
    async refresh() {
      await this.load?.refresh();
      if (this.data.phase === 'ready') paymentHistory().pendingPayments.releaseStale();
    },
    refreshPayment(transactionNo, outcome = 'unknown') {
      return paymentHistory().pendingPayments.settle(transactionNo, outcome);
    },
    open() {
      this.load?.dispose();
      const { transactionNo, tradeNo } = this.data;
      this.load = createDetailLoad(paymentHistory(), numberOf(transactionNo, tradeNo), () =>
        this.draw(),
      );
      void this.load.refresh();
    },
    draw() {
      const { load, texts } = this;
      if (!load || !texts) return;
      const { body, notice, payment } = this.data;
      this.data.phase = load.state.phase;
      const { clock, pendingPayments } = paymentHistory();
      const number = load.state.order?.transactionNo ?? '';
      const next = detailScreen(load.state, texts, clock.now(), pendingPayments.isPaying(number));
      const patch = dataDiff({ body, notice, payment }, next);
      if (Object.keys(patch).length > 0) this.setData(patch);
      const { phase, error } = load.state;
      const isBusy = phase === 'loading' || phase === 'refreshing';
      this.reconnection?.follow({ isBusy, error });
    },
    onCopy({ detail }) {
      wx.setClipboardData({
        data: detail.value,
        // WeChat itself tells of success.
        fail: () => {
          const title = this.texts?.detail.copyRefused ?? '';
          void wx.showToast({ title, icon: 'none' });
        },
      });
    },
    onPay() {
      const { clock, pendingPayments } = paymentHistory();
      const order = this.load?.state.order;
      const detail = order && beginContinuePayment(order, pendingPayments, clock.now());
      if (detail) this.triggerEvent('continue-payment', detail);
    },
    onInvoice() {
      const { transactionNo = null, tradeNo = null } = this.load?.state.order ?? {};
      const detail: RequestInvoiceDetail = { transactionNo, tradeNo };
      this.triggerEvent('request-invoice', detail);
    },
  },
});

function numberOf(transactionNo: string, tradeNo: string): OrderNumber | null {
  if (transactionNo) return { transactionNo };
  return tradeNo ? { tradeNo } : null;
}
