import type { RowView, RowWords, TapPaymentDetail } from '../payment-row/payment-row';

/** One bar: the sum of a month, a year or a payment method. */
export interface BarView {
  /** Identifies the bar in its chart; detail of `tapBar`. */
  readonly key: string;
  readonly label: string;
  /** The formatted sum. */
  readonly amount: string;
  /** Length of the bar in per cent of the longest possible one. */
  readonly percent: number;
  /** Everything that the bar says, as one sentence for a screen reader. */
  readonly sentence: string;
  /** Shown after the label of a share: `62%`. */
  readonly share?: string;
}

/** The payments in one currency. */
export interface StatisticsCardView {
  /** ISO 4217. */
  readonly currency: string;
  readonly title: string;
  /** The formatted net sum. */
  readonly net: string;
  /** Number of payments and what was refunded. */
  readonly summary: string;
  /** What the sums leave out; empty for nothing. */
  readonly note: string;
  readonly barsTitle: string;
  readonly bars: readonly BarView[];
  readonly sharesTitle: string;
  readonly shares: readonly BarView[];
  readonly largestTitle: string;
  readonly largest: readonly RowView[];
}

/** Detail of the `tapBar` event. */
export interface TapBarDetail {
  /** `BarView.key` of the bar. */
  readonly key: string;
}

type TapKey = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, TapBarDetail>;
type TapRow = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { readonly place: number }>;

const EMPTY: StatisticsCardView = {
  ...{ currency: '', title: '', net: '', summary: '', note: '' },
  ...{ barsTitle: '', bars: [], sharesTitle: '', shares: [], largestTitle: '', largest: [] },
};

/**
 * The sums of the payments in one currency, with bars by time and by payment method.
 *
 * @event tapBar {TapBarDetail} A bar with a key was tapped.
 * @event tapPayment {TapPaymentDetail} A row was tapped; `key` is `Order.key`. The event bubbles across
 *   component boundaries.
 */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What the card shows; a part without items hides. */
    card: { type: Object, value: EMPTY },
    /** The texts that all rows of one language share. */
    words: { type: Object, value: {} as RowWords },
    /** Two lines for a bar, one column for a row. */
    stacked: Boolean,
  },
  methods: {
    onTapBar({ currentTarget }: TapKey) {
      const { key } = currentTarget.dataset;
      if (key) this.triggerEvent('tapBar', { key } satisfies TapBarDetail);
    },
    onTapRow({ currentTarget }: TapRow) {
      const row = this.data.card.largest[currentTarget.dataset.place];
      if (!row) return;
      const detail: TapPaymentDetail = { key: row.key };
      this.triggerEvent('tapPayment', detail, { bubbles: true, composed: true });
    },
  },
});
