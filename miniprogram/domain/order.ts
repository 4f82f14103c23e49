/** Where a payment stands; `unknown` is a state this version has no word for (see `Order.statusRaw`). */
export type OrderStatus = 'pending' | 'success' | 'failed' | 'unknown';

/** What was given back; a failed refund leaves the payment paid. */
export type RefundStatus = 'none' | 'partial' | 'complete' | 'failed' | 'unknown';

/** The family of payment methods a gateway belongs to; the exact one is in `Order.gatewayRaw`. */
export type Gateway = 'weixin' | 'alipay' | 'qpay' | 'baidu' | 'bytedance' | 'unknown';

/** What WeChat Pay told Hydrogen about a payment that succeeded, without anything private. */
export interface WechatPayment {
  /** WeChat's own number of the payment (交易单号). */
  readonly transactionId: string | null;
  /** WeChat's code, such as `CMB_CREDIT`; see `domain/bank-names`. */
  readonly bankType: string | null;
  /** ISO 4217, `CNY` where WeChat names none. */
  readonly feeType: string;
  /** Integer fen that the order cost. */
  readonly totalFen: number | null;
  /** Integer fen that were paid in cash, coupons left out. */
  readonly cashFen: number | null;
  /** When the person paid, epoch seconds; `Order.paidAt` is when Hydrogen heard of it. */
  readonly paidAt: number | null;
  /** Whether the person follows the merchant's official account; null where WeChat does not say. */
  readonly subscribed: boolean | null;
}

/** One payment of the user, the same whichever dialect the wire delivered it in. */
export interface Order {
  /**
   * Stable and unique within a user's orders: the transaction number, else the row's id, else the trade
   * number; for a row without any number its moment and its amount.
   */
  readonly key: string;
  /** Number of the row at Hydrogen; digits, kept as text. */
  readonly id: string | null;
  /** Hydrogen's own serial number (流水号). */
  readonly transactionNo: string | null;
  /** The number the merchant's accounts know (订单号). */
  readonly tradeNo: string | null;
  readonly status: OrderStatus;
  /** The wire's word for `status`, kept for states this version does not know. */
  readonly statusRaw: string | null;
  readonly refund: RefundStatus;
  readonly refundRaw: string | null;
  /** Integer fen (1/100 of the currency's unit); null when the wire gave no readable amount. */
  readonly amountFen: number | null;
  /** ISO 4217, `CNY` where the wire names none. */
  readonly currency: string;
  /** Seconds since the Unix epoch, like every time here; null when absent or unreadable. */
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** When the payment was confirmed to Hydrogen. May be null on a successful payment: never derive "paid" from it. */
  readonly paidAt: number | null;
  readonly gateway: Gateway;
  readonly gatewayRaw: string | null;
  /** May be empty. */
  readonly description: string;
  readonly merchandiseRecordId: string | null;
  readonly merchandiseSchemaId: string | null;
  /** Integer fen given back; null where the wire does not say, which is nearly always. */
  readonly refundFen?: number | null;
  /** Hydrogen's id of the user who paid; null where the wire does not say. */
  readonly createdBy?: string | null;
  /**
   * Whatever the app stored with the order; null where that is absent or unreadable. Here only where
   * details were asked for, like `wechat`.
   */
  readonly snapshot?: Readonly<Record<string, unknown>> | null;
  /** Null but for payments by WeChat Pay that succeeded. */
  readonly wechat?: WechatPayment | null;
}
