import type { Gateway, OrderStatus, RefundStatus } from '../../domain/order';

/**
 * What one row shows. Every field is copied to WeChat's view layer, so a row holds only what differs between
 * rows; the texts that all rows share are in {@link RowWords}.
 */
export interface RowView {
  /** `Order.key`; part of the element id of the row and of its event details. */
  readonly key: string;
  readonly gateway: Gateway;
  readonly title: string;
  readonly time: string;
  readonly amount: string;
  /** Absent when the payment is paid, as most are. */
  readonly status?: Exclude<OrderStatus, 'success'>;
  /** Absent when nothing was refunded. */
  readonly refund?: Exclude<RefundStatus, 'none'>;
  /** State of the button to pay; absent when the payment cannot be continued. */
  readonly pay?: 'open' | 'busy';
  /** The host app has actions for the payment: the row has a button for them. */
  readonly more?: true;
  /** Replaces `RowWords.gateway`: the raw value of a gateway that the module does not know. */
  readonly gatewayText?: string;
  /** Replaces `RowWords.status`: the raw value of an unknown status, or the text of a lapsed payment. */
  readonly statusText?: string;
  /** Replaces `RowWords.refund`: the refunded amount, or the raw value of a refund status that the module does not know. */
  readonly refundText?: string;
}

/** The texts that all rows of one language share. */
export interface RowWords {
  readonly status: Readonly<Record<OrderStatus, string>>;
  readonly refund: Readonly<Record<Exclude<RefundStatus, 'none'>, string>>;
  readonly gateway: Readonly<Record<Gateway, string>>;
  /** One letter for the gateway. */
  readonly mark: Readonly<Record<Gateway, string>>;
  /** Text of the button to pay, by its state. */
  readonly pay: Readonly<Record<'open' | 'busy', string>>;
  /** Name of the button for the host app's actions, for a screen reader. */
  readonly more: string;
  /** Separates the parts of the accessible name. */
  readonly comma: string;
}

/** Detail of the `tapPayment`, `tapPay` and `tapMore` events. */
export interface TapPaymentDetail {
  /** `Order.key` of the payment. */
  readonly key: string;
}

/**
 * One payment as a row: gateway mark, title, time, amount, badges, and the button to continue a payment.
 *
 * @event tapPayment {TapPaymentDetail} The row was tapped; `key` is `Order.key`. The event bubbles across
 *   component boundaries.
 * @event tapMore {TapPaymentDetail} The button for the host app's actions was tapped. The event bubbles across
 *   component boundaries.
 * @event tapPay {TapPaymentDetail} The button to continue the payment was tapped; a busy button sends no event.
 *   The event bubbles across component boundaries.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What this row shows. */
    row: { type: Object, value: {} as RowView },
    /** The texts that all rows of one language share. */
    words: { type: Object, value: {} as RowWords },
    /** Puts amount and badges below title and time. */
    stacked: Boolean,
    /** A tap on the row opens nothing: it is not shown as a button. */
    inert: Boolean,
  },
  methods: {
    onTapRow() {
      this.fire('tapPayment');
    },
    onTapPay() {
      if (this.data.row.pay === 'open') this.fire('tapPay');
    },
    onTapMore() {
      this.fire('tapMore');
    },
    fire(name: 'tapPayment' | 'tapPay' | 'tapMore') {
      const detail: TapPaymentDetail = { key: this.data.row.key };
      this.triggerEvent(name, detail, { bubbles: true, composed: true });
    },
  },
});
