import type { ActionView, TapActionDetail } from '../../components/action-list/action-list';
import type { CopyDetail } from '../../components/fact-list/fact-list';
import type {
  ContactDetail,
  PaymentAction,
  PaymentDetailElement,
  RequestInvoiceDetail,
} from '../../elements';
import { explainTagMistake } from '../../services/explain-tag-mistake';
import { textsOf, type Texts } from '../../texts/texts';
import { createAbsence, type Absence } from '../shared/absence';
import { createContinuePayment, type ContinuePayment } from '../shared/continue-payment';
import { phoneLayoutMetrics } from '../shared/layout-metrics';
import { moduleOf, type ModuleHolder } from '../shared/module-of';
import { sendDiff } from '../shared/data-diff';
import { kindOf } from '../shared/error-text';
import { orderNumbersOf } from '../shared/find-payment';
import { actionDetail, validActions } from '../shared/host-actions';
import { createRedrawOnTime, type RedrawOnTime } from '../shared/redraw-on-time';
import { createRetryWhenOnline, type RetryWhenOnline } from '../shared/retry-when-online';
import { sendEvent } from '../shared/send-event';
import { toast } from '../shared/toast';
import { createDetailLoad, type DetailLoad, type DetailPhase } from './detail-load';
import { detailView, detailWords, INITIAL_VIEW, NO_WORDS } from './detail-view';
import { properties } from './detail-properties';
import type * as receipts from './receipt';
import {
  contactButton,
  numbersForEvent,
  openChat,
  RECEIPT,
  servicesOf,
  sessionFromOf,
  type ContactButton,
} from './services';

type Methods = PaymentDetailElement & {
  measure(): void;
  open(): void;
  draw(): void;
  onCopy(event: WechatMiniprogram.CustomEvent<CopyDetail>): void;
  onPay(): Promise<void>;
  onTapAction(event: WechatMiniprogram.CustomEvent<TapActionDetail>): void;
  onContact(): void;
  copy(value: string, refused: string): void;
  tell(title: string): void;
  onInvoice(): void;
};

/** Fields of the instance that are not sent to the view layer. */
type Private = ModuleHolder & {
  load?: DetailLoad;
  texts?: Texts;
  stopWatchingPayments?: () => void;
  retryWhenOnline?: RetryWhenOnline;
  redrawOnTime?: RedrawOnTime;
  payer?: ContinuePayment;
  absence?: Absence;
  actions?: readonly PaymentAction[];
};

const data = {
  ...INITIAL_VIEW,
  services: [] as readonly ActionView[],
  /** The number for customer service. */
  sessionFrom: '',
  contact: 'none' as ContactButton,
  /** The session is asked who is signed in: placeholders cover everything. */
  isVeiled: false,
  /** Text size as a multiple of the design. */
  factor: 1,
  /** For UI tests. No template reads it, so it is written in place and never sent. */
  phase: 'loading' as DetailPhase,
  words: NO_WORDS,
};

/**
 * One payment: its course, its numbers, and the actions for it.
 *
 * @event continue-payment {ContinuePaymentDetail} The person wants to pay a pending payment that is younger
 *   than two hours: the host app pays and calls `refreshPayment`. Until then it cannot be continued again,
 *   unless ten minutes pass without that call and the payment is refreshed afterwards, or the tag leaves its
 *   page. A tap that leads to no event is answered by a toast.
 * @event action {ActionDetail} The person tapped one of `actions`; either number may be null.
 * @event contact {ContactDetail} The person wants customer service, and the setting `customerService` is `'event'`.
 * @event request-invoice {RequestInvoiceDetail} The person wants an invoice.
 * @slot header Above the payment.
 * @slot footer Above the buttons.
 */
Component<typeof data, typeof properties, Methods, [], Private>({
  options: { multipleSlots: true },
  externalClasses: ['custom-class'],
  properties,
  data,
  observers: {
    'transactionNo, tradeNo, number'() {
      if (this.load) this.open();
    },
    canContinue() {
      this.draw();
    },
    actions() {
      this.actions = validActions(this.data.actions, 'payment-detail');
      this.draw();
    },
  },
  lifetimes: {
    attached() {
      const module = moduleOf(this);
      this.texts = textsOf(module);
      this.setData({
        factor: phoneLayoutMetrics().factor,
        words: detailWords(this.texts),
        contact: contactButton(module.customerService),
      });
      const { clock, currentUser, network, pendingPayments } = module;
      this.absence = createAbsence(clock, currentUser);
      this.payer = createContinuePayment(module, this.texts, this.absence);
      this.redrawOnTime = createRedrawOnTime(clock, () => this.draw());
      this.stopWatchingPayments = pendingPayments.onChange(() => this.draw());
      this.retryWhenOnline = createRetryWhenOnline(network, () => void this.load?.refresh());
      this.open();
    },
    ready() {
      // At the start WeChat may not know its size yet.
      this.measure();
    },
    detached() {
      this.retryWhenOnline?.dispose();
      this.redrawOnTime?.dispose();
      this.payer?.dispose();
      this.stopWatchingPayments?.();
      this.load?.dispose();
      delete this.load;
    },
  },
  pageLifetimes: {
    show() {
      moduleOf(this).currentUser.ask();
      // WeChat has no event for a change of the text size.
      this.measure();
      if (this.absence?.setAway(false, this.load?.state.error)) void this.load?.refresh();
    },
    hide() {
      this.absence?.setAway(true);
    },
    resize() {
      this.measure();
    },
  },
  methods: {
    measure() {
      const { factor } = phoneLayoutMetrics();
      sendDiff(this, { factor });
    },
    async refresh() {
      await this.load?.refresh();
      if (this.data.phase === 'ready') moduleOf(this).pendingPayments.releaseStale();
    },
    refreshPayment(transactionNo, outcome = 'unknown') {
      return moduleOf(this).pendingPayments.settle(transactionNo, outcome);
    },
    open() {
      this.load?.dispose();
      const module = moduleOf(this);
      module.currentUser.ask();
      this.load = createDetailLoad(module, orderNumbersOf(this.data), () => this.draw());
      void this.load.refresh();
    },
    draw() {
      const { load, texts } = this;
      if (!load || !texts) return;
      const module = moduleOf(this);
      const { phase: shown } = this.data;
      this.data.phase = load.state.phase;
      const { checkOut: pays, clock, currentUser, pendingPayments } = module;
      const number = load.state.order?.transactionNo ?? '';
      const button = pendingPayments.isPaying(number) ? 'busy' : 'open';
      const pay = this.data.canContinue || pays ? button : 'none';
      const view = detailView(load.state, texts, clock.now(), pay);
      const { transactionNo, tradeNo, number: typed } = this.data;
      sendDiff(this, {
        ...view,
        isVeiled: !currentUser.isKnown,
        services: servicesOf(load.state, this.actions ?? [], texts, clock.now()),
        sessionFrom: sessionFromOf(view.payment?.number ?? '', transactionNo, tradeNo, typed),
      });
      const { phase, error, order } = load.state;
      if (phase !== shown && error)
        module.report?.({ name: 'payment-failed', error: kindOf(error) });
      if (phase !== shown && phase === 'ready') module.report?.({ name: 'payment-read' });
      this.redrawOnTime?.follow(order ? [order] : []);
      const isBusy = phase === 'loading' || phase === 'refreshing';
      this.retryWhenOnline?.follow({ isBusy, error });
    },
    onCopy({ detail }) {
      this.copy(detail.value, this.texts?.detail.copyRefused ?? '');
    },
    copy(value, refused) {
      wx.setClipboardData({
        data: value,
        // WeChat shows the success itself.
        fail: ({ errMsg }) => {
          if (/not declared in the privacy/i.test(errMsg)) explainTagMistake('clipboard');
          this.tell(refused);
        },
      });
    },
    onTapAction({ detail: { key } }) {
      const { texts, load, actions = [] } = this;
      const { payment } = this.data;
      if (key === RECEIPT && texts && payment) {
        const { receiptOf } = require('./receipt') as typeof receipts;
        return this.copy(receiptOf(payment, texts), texts.detail.receiptRefused);
      }
      const action = actions.find((one) => one.key === key);
      const order = load?.state.order;
      if (action && order) sendEvent(this, 'action', actionDetail(action, order));
    },
    onContact() {
      const { customerService: service } = moduleOf(this);
      if (typeof service === 'object') {
        openChat(service, () => this.tell(this.texts?.detail.contactRefused ?? ''));
      } else if (service === 'event') {
        sendEvent(this, 'contact', numbersForEvent(this.load) satisfies ContactDetail);
      }
    },
    async onPay() {
      const { load } = this;
      const order = load?.state.order;
      const started = (order && (await this.payer?.start(order))) ?? '';
      if (typeof started === 'string') return this.tell(started);
      // Another payment is on screen now.
      if (this.load !== load) return this.payer?.abandon(started.transactionNo);
      moduleOf(this).report?.({ name: 'payment-continued' });
      if (this.data.canContinue) return sendEvent(this, 'continue-payment', started);
      const words = await this.payer?.checkOut(started);
      if (words && this.load && !this.absence?.isAway) this.tell(words);
    },
    tell(title) {
      if (title) toast(title);
    },
    onInvoice() {
      sendEvent(this, 'request-invoice', numbersForEvent(this.load) satisfies RequestInvoiceDetail);
    },
  },
});
