import type { Gateway, OrderStatus, RefundStatus } from '../../domain/order';

/** What a row draws. Every field crosses to WeChat's view layer, so names are short, and what the language says by itself is in {@link RowWords}. */
export interface RowView {
  /** The order's key; names the row's element and comes back with its event. */
  readonly key: string;
  readonly gateway: Gateway;
  readonly title: string;
  readonly time: string;
  readonly amount: string;
  /** Missing when it is paid, as most are. */
  readonly status?: Exclude<OrderStatus, 'success'>;
  /** Missing when nothing was refunded. */
  readonly refund?: Exclude<RefundStatus, 'none'>;
  /** Missing unless the payment can still be made; `busy` while that is under way. */
  readonly pay?: 'open' | 'busy';
  /** The wire's own words, each only where ours has none. */
  readonly gatewayText?: string;
  readonly statusText?: string;
  readonly refundText?: string;
}

/** What every row of one language has in common. */
export interface RowWords {
  readonly status: Readonly<Record<OrderStatus, string>>;
  readonly refund: Readonly<Record<Exclude<RefundStatus, 'none'>, string>>;
  readonly gateway: Readonly<Record<Gateway, string>>;
  /** The gateway's letter. */
  readonly mark: Readonly<Record<Gateway, string>>;
  /** The word of the button to pay, by its state. */
  readonly pay: Readonly<Record<'open' | 'busy', string>>;
  /** Stands between the parts of the sentence that a screen reader says. */
  readonly comma: string;
}

/** Detail of `tap-payment` and `tap-pay`. */
export interface TapPaymentDetail {
  /** `Order.key` of the payment. */
  readonly key: string;
}

/** One payment: how, what, when, how much, and where it stands. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    row: { type: Object, value: {} as RowView },
    words: { type: Object, value: {} as RowWords },
    /** Amount and badges stand below description and time. */
    stacked: Boolean,
  },
  methods: {
    onTap() {
      const detail: TapPaymentDetail = { key: this.data.row.key };
      this.triggerEvent('tap-payment', detail, { bubbles: true, composed: true });
    },
    onPay() {
      const { key, pay } = this.data.row;
      if (pay !== 'open') return;
      const detail: TapPaymentDetail = { key };
      this.triggerEvent('tap-pay', detail, { bubbles: true, composed: true });
    },
  },
});
