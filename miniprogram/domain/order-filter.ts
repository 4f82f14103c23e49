import { ORDER_STATUSES, REFUND_STATUSES, type GatewayType } from './order';

/** Values of `OrderFilters.status`. */
export const STATUS_FILTERS = [...ORDER_STATUSES, 'complete', 'partial'] as const;
/** Values of `OrderFilters.refund`. */
export const REFUND_FILTERS = ['none', ...REFUND_STATUSES] as const;

/** Selects the orders that match every filter that is given. Empty text counts as not given. */
export interface OrderFilters {
  readonly merchandiseRecordId?: string | undefined;
  /** An integer. */
  readonly merchandiseSchemaId?: number | string | undefined;
  /** The API uses `complete` and `partial` as the status of some refunded payments. */
  readonly status?: (typeof STATUS_FILTERS)[number] | undefined;
  /** `none` is filtered on the phone: no document says how the server answers it. */
  readonly refund?: (typeof REFUND_FILTERS)[number] | undefined;
  readonly tradeNo?: string | undefined;
  readonly transactionNo?: string | undefined;
  /** The exact type, such as `weixin_tenpay`; see `Order.gatewayRaw`. */
  readonly gatewayType?: GatewayType | undefined;
}
