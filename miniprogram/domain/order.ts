/** The statuses that Hydrogen documents. */
export const ORDER_STATUSES = ['pending', 'success', 'failed'] as const;
/** The refund statuses that Hydrogen documents. */
export const REFUND_STATUSES = ['partial', 'complete', 'failed'] as const;

/** The status of a payment; `unknown` is a status that this version does not know (see `Order.statusRaw`). */
export type OrderStatus = (typeof ORDER_STATUSES)[number] | 'unknown';

/** The refund of a payment; a payment whose refund failed stays paid. */
export type RefundStatus = 'none' | (typeof REFUND_STATUSES)[number] | 'unknown';

/** Families of payment methods, in the order in which a filter offers them. */
export const GATEWAY_FAMILIES = ['weixin', 'alipay', 'qpay', 'baidu', 'bytedance'] as const;

/** A family of payment methods that this version knows. */
export type GatewayFamily = (typeof GATEWAY_FAMILIES)[number];

/**
 * Every exact `gateway_type` that Hydrogen's documents and SDKs mention, by family. The server's filter
 * matches exact types only.
 */
export const GATEWAY_TYPES = {
  weixin: [
    'weixin_tenpay',
    'weixin_tenpay_js',
    'weixin_tenpay_native',
    'weixin_tenpay_app',
    'weixin_tenpay_wap',
  ],
  alipay: ['alipay', 'alipay_wap', 'alipay_page', 'alipay_app'],
  qpay: ['qpay', 'qpay_native'],
  baidu: ['baidu_miniapp_pay'],
  bytedance: ['bytedance_miniapp_pay'],
} as const satisfies Readonly<Record<GatewayFamily, readonly string[]>>;

/** An exact `gateway_type`. */
export type GatewayType = (typeof GATEWAY_TYPES)[GatewayFamily][number];

/** The family of an order's payment method; the exact type is in `Order.gatewayRaw`. */
export type Gateway = GatewayFamily | 'unknown';

/**
 * What WeChat Pay reports about a successful payment, without private fields. Each amount has its own
 * currency: a person may pay a price in HKD with CNY. Amounts are in minor units of their currency.
 */
export interface WechatPayment {
  /** WeChat Pay's number of the payment (交易单号). */
  readonly transactionId: string | null;
  /** WeChat Pay's code, such as `CMB_CREDIT`; `texts/bank-names` has the name. */
  readonly bankType: string | null;
  /** Currency of `totalFen` and `settlementFen`, ISO 4217. @default 'CNY' */
  readonly feeType: string;
  /** Price of the order. */
  readonly totalFen: number | null;
  /** Price without the coupons that the merchant pays for. */
  readonly settlementFen: number | null;
  /** Amount that the person paid, without coupons. */
  readonly cashFen: number | null;
  /** Currency of `cashFen`, ISO 4217. @default 'CNY' */
  readonly cashFeeType: string;
  /** Amount of all coupons. */
  readonly couponFen: number | null;
  /** Currency of `couponFen`, ISO 4217. @default 'CNY' */
  readonly couponFeeType: string;
  /** Time of payment in epoch seconds; `Order.paidAt` is the time at which Hydrogen was notified. */
  readonly paidAt: number | null;
  /** Whether the user follows the merchant's official account; null where WeChat does not say. */
  readonly subscribed: boolean | null;
}

/**
 * The state of one refund, as WeChat Pay has it: `closed` returns no money, and that of `abnormal` did not reach
 * the person.
 */
export type RefundState = 'processing' | 'success' | 'closed' | 'abnormal';

/** One refund of a payment, which may have several. */
export interface Refund {
  /** Integer above 0, in minor units of the order's currency. */
  readonly amountFen: number;
  /** Time of the state in epoch seconds; null where unknown. */
  readonly at: number | null;
  readonly state: RefundState;
  /** Where the money goes, in words for the person, such as `招商银行信用卡 0403`; empty where unknown. */
  readonly to: string;
}

/** One payment of the user, the same in both dialects of the API. */
export interface Order {
  /**
   * Stable and unique among a user's orders: the transaction number, else the id, else the trade number,
   * else time and amount, which two orders of one second may share.
   */
  readonly key: string;
  /** Hydrogen's id of the row: digits, kept as text. */
  readonly id: string | null;
  /** Hydrogen's serial number (流水号). */
  readonly transactionNo: string | null;
  /** The merchant's order number (订单号). */
  readonly tradeNo: string | null;
  readonly status: OrderStatus;
  /** The API's value, also where `status` is `unknown`. */
  readonly statusRaw: string | null;
  readonly refund: RefundStatus;
  /** The API's value, also where `refund` is `unknown`. */
  readonly refundRaw: string | null;
  /**
   * Integer fen; in another currency, integer minor units of it (1 of JPY is 1 yen). Null where the API
   * gives no readable amount.
   */
  readonly amountFen: number | null;
  /** ISO 4217 in capitals. @default 'CNY' */
  readonly currency: string;
  /** Epoch seconds; null where absent or unreadable. */
  readonly createdAt: number | null;
  /** Epoch seconds; null where absent or unreadable. */
  readonly updatedAt: number | null;
  /**
   * Time in epoch seconds at which Hydrogen was notified of the payment. It may be null on a successful
   * payment: use `status` to decide whether an order is paid.
   */
  readonly paidAt: number | null;
  /** By `gateway_type`; where the API has none, `weixin` by what only WeChat writes into `gateway_extra_info`. */
  readonly gateway: Gateway;
  /** The exact `gateway_type`; null where the API has none. */
  readonly gatewayRaw: string | null;
  /** May be empty. */
  readonly description: string;
  readonly merchandiseRecordId: string | null;
  readonly merchandiseSchemaId: string | null;
  /** Refunded amount in minor units of `currency`; null where the API does not say, which is nearly always. */
  readonly refundFen: number | null;
  /** All refunds; only present where the setting `refunds` has given them. */
  readonly refunds?: readonly Refund[];
  /** WeChat Pay's number of the payment (交易单号), which the person's bill in WeChat shows; null where unknown. */
  readonly wechatNo: string | null;
  /** Hydrogen's id of the user who paid; null where the API does not say. */
  readonly createdBy: string | null;
  /**
   * The JSON that the app stored with the order; null where absent or unreadable. Only present where
   * details were asked for.
   */
  readonly snapshot?: Readonly<Record<string, unknown>> | null;
  /** Null except for successful WeChat payments. Only present where details were asked for. */
  readonly wechat?: WechatPayment | null;
}

/**
 * The family of a `gateway_type`, also of one that the table does not list: `weixin_new` is `weixin`.
 *
 * @returns `unknown` for a type of no family: `alipayplus` only begins like `alipay`.
 */
export function gatewayFamily(type: string | null): Gateway {
  if (!type) return 'unknown';
  for (const family of GATEWAY_FAMILIES) {
    if (type.startsWith(family) && (type[family.length] || '_') === '_') return family;
  }
  return 'unknown';
}

/**
 * The amount of a partial refund.
 *
 * @returns Minor units of the order's currency; null where the refund is not partial, or its amount is
 * unknown, 0 or above the price.
 */
export function partialRefundFen({
  refund,
  refundFen,
  amountFen,
}: Pick<Order, 'refund' | 'refundFen' | 'amountFen'>): number | null {
  if (refund !== 'partial' || !refundFen) return null;
  return amountFen === null || refundFen <= amountFen ? refundFen : null;
}

/** Whether a number is one of an order's numbers, or WeChat Pay's number of it. */
export function hasNumber(
  { transactionNo, tradeNo, wechatNo }: Pick<Order, 'transactionNo' | 'tradeNo' | 'wechatNo'>,
  number: string,
): boolean {
  return transactionNo === number || tradeNo === number || wechatNo === number;
}
