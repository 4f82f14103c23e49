import type { InitialFilter } from './query/initial-filter';

/** The properties of `<payment-history>`. */
export const properties = {
  /**
   * Height in px at the top of the screen that the host's own navigation bar covers: month headers, month
   * jumps, the offline banner and sheets stay below it.
   */
  coveredTop: Number,
  /** Shows the button that refreshes on every platform. */
  refreshButton: Boolean,
  /** The page handles `continue-payment`, also where the settings have `checkOut`. */
  canContinue: Boolean,
  /**
   * The app's own actions for payments, see [below](#actions-of-the-app).
   *
   * @type {PaymentAction[]}
   */
  actions: Array,
  /** The page handles `open-payment`: rows are shown as buttons. */
  canOpen: Boolean,
  /**
   * Path of the page that a tap on a payment opens, from the root or relative, with `transaction_no` or
   * `trade_no`; it replaces `open-payment`.
   */
  detailPage: String,
  /** Hides unpaid payments whose two hours are over, unless the person has chosen otherwise; read once. */
  hideExpired: Boolean,
  /** Selects the `scroll-view` that holds the tag; read once, when the component is attached. */
  scroller: String,
  // The first filter; read once, when the component is attached.
  /**
   * The first tab; empty: all.
   *
   * @type {'all' | 'paid' | 'pending' | 'refunded'}
   */
  tab: String,
  /**
   * Only payments with this refund; `none`: those without a refund; empty: all.
   *
   * @type {'none' | 'partial' | 'complete' | 'failed'}
   */
  refund: String,
  /**
   * Only payments by this method; `unknown`: other methods; empty: all.
   *
   * @type {'weixin' | 'alipay' | 'qpay' | 'baidu' | 'bytedance' | 'unknown'}
   */
  gateway: String,
  /** Only payments for this record. */
  merchandiseRecordId: String,
  /** Only payments for this data table. */
  merchandiseSchemaId: String,
} satisfies Record<keyof InitialFilter, StringConstructor> & Record<string, unknown>;
