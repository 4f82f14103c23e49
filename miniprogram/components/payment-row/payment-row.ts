import type { RowView, RowWords } from './row-view';

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
