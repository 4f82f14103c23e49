import type { Order } from '../../domain/order';
import type { Query } from '../http/url';
import { isRow } from '../http/json';

/** Which of the user's payments are wanted: those that agree with everything given. Empty text counts as not given. */
export interface OrderFilters {
  readonly merchandiseRecordId?: string | undefined;
  readonly merchandiseSchemaId?: number | string | undefined;
  /** `complete` and `partial` are the wire's words for some payments that succeeded and were given back. */
  readonly status?: 'pending' | 'success' | 'failed' | 'complete' | 'partial' | undefined;
  /** `none` is never asked of the server, whose filter for it is unproven: the page is sifted here. */
  readonly refund?: 'none' | 'partial' | 'complete' | 'failed' | undefined;
  readonly tradeNo?: string | undefined;
  readonly transactionNo?: string | undefined;
  /** The exact gateway, such as `weixin_tenpay`; see `Order.gatewayRaw`. */
  readonly gatewayType?: GatewayType | undefined;
}

/** Which of the user's payments are asked for, and how many. */
export interface ListOrdersQuery extends OrderFilters {
  /** Payments per page, 1 to 100; 20 unless told. The server may grant another number. */
  readonly limit?: number | undefined;
  /** How many payments to pass over; 0 unless told. */
  readonly offset?: number | undefined;
  /** By time of creation; newest first unless told. */
  readonly order?: 'newest-first' | 'oldest-first' | undefined;
  /** Whether `snapshot` and `wechat` are read too; they are half of an answer's bytes. */
  readonly details?: boolean | undefined;
}

/** A payment that was left out because it does not agree with filters: the server ignored them. */
export interface FilterMismatch {
  readonly key: string;
  /** The filters it does not agree with. */
  readonly filters: readonly (keyof OrderFilters)[];
}

/** A gateway by its exact name: every one that Hydrogen's documents and SDKs mention. */
export type GatewayType =
  | `weixin_tenpay${'' | '_js' | '_native' | '_app' | '_wap'}`
  | `alipay${'' | '_wap' | '_page' | '_app'}`
  | `qpay${'' | '_native'}`
  | 'baidu_miniapp_pay'
  | 'bytedance_miniapp_pay';

/** A range of integers; or the pattern a value must have as text, what to call that, and the types it may be of. */
type Rule =
  readonly [from: number, to: number] | readonly [pattern: string, name?: string, types?: string];

const TEXT: Rule = ['[^]*\\S[^]*', 'text that is not blank'];

const RULES: Readonly<Record<keyof ListOrdersQuery, Rule>> = {
  limit: [1, 100],
  offset: [0, Number.MAX_SAFE_INTEGER],
  order: ['newest-first|oldest-first'],
  details: ['true|false', '', 'boolean'],
  merchandiseRecordId: TEXT,
  merchandiseSchemaId: ['\\d{1,15}', 'an integer', 'string or number'],
  status: ['pending|success|failed|complete|partial'],
  refund: ['none|partial|complete|failed'],
  tradeNo: TEXT,
  transactionNo: TEXT,
  gatewayType: [
    'weixin_tenpay|weixin_tenpay_js|weixin_tenpay_native|weixin_tenpay_app|weixin_tenpay_wap|' +
      'alipay|alipay_wap|alipay_page|alipay_app|qpay|qpay_native|baidu_miniapp_pay|bytedance_miniapp_pay',
  ],
};

/**
 * What is wrong with a query, as a sentence naming the key, the value and what is allowed; null when
 * nothing is. Options that are undefined, null or empty count as not given.
 */
export function validateQuery(query: ListOrdersQuery): string | null {
  if (!isRow(query)) return 'the query is no object';
  const names = Object.keys(RULES);
  for (const [key, value] of Object.entries<unknown>(query)) {
    if (!names.includes(key)) {
      return `there is no option ${shown(key)}; allowed: ${names.join(', ')}`;
    }
    const objection =
      isGiven(value) && objectionToValue(value, RULES[key as keyof ListOrdersQuery]);
    if (objection) return `${key} is ${shown(value)}; allowed: ${objection}`;
  }
  return null;
}

/** @returns What is allowed instead. */
function objectionToValue(value: unknown, [rule, name, types = 'string']: Rule): string | false {
  if (typeof rule === 'number') {
    const fits =
      Number.isSafeInteger(value) && Number(value) >= rule && Number(value) <= Number(name);
    return !fits && `an integer from ${rule} to ${name}`;
  }
  const fits = types.includes(typeof value) && new RegExp(`^(${rule})$`).test(`${value as string}`);
  return !fits && `${name || rule.split('|').join(', ')}`;
}

/** Each filter's name on the wire. */
const FILTERS = {
  merchandiseRecordId: 'merchandise_record_id',
  merchandiseSchemaId: 'merchandise_schema_id',
  status: 'status',
  refund: 'refund_status',
  tradeNo: 'trade_no',
  transactionNo: 'transaction_no',
  gatewayType: 'gateway_type',
} as const satisfies Record<keyof OrderFilters, string>;

/** A filter that was given. */
export interface ActiveFilter {
  readonly filter: keyof OrderFilters;
  /** Its name on the wire. */
  readonly wire: string;
  readonly value: string;
  /** Whether the server is asked for it. */
  readonly sent: boolean;
}

/** The filters of a query. */
export function activeFilters(query: OrderFilters): ActiveFilter[] {
  return (Object.keys(FILTERS) as (keyof OrderFilters)[])
    .filter((filter) => isGiven(query[filter]))
    .map((filter) => {
      const value = `${query[filter]}`.trim();
      const sent = filter !== 'refund' || value !== 'none';
      return { filter, wire: FILTERS[filter], value, sent };
    });
}

/** Whether an order is what a filter asks for. */
export function matches(order: Order, { filter, value }: ActiveFilter): boolean {
  if (filter === 'status') return order.status === value || order.statusRaw === value;
  return order[filter === 'gatewayType' ? 'gatewayRaw' : filter] === value;
}

/** The parameters the server understands, every page-shaping one spelt out instead of left to its defaults. */
export function wireQuery(query: ListOrdersQuery, wanted: readonly ActiveFilter[]) {
  const parameters = {
    limit: query.limit || 20,
    offset: query.offset || 0,
    order_by: query.order === 'oldest-first' ? 'created_at' : '-created_at',
  };
  for (const { sent, wire, value } of wanted)
    if (sent) Object.assign(parameters, { [wire]: value });
  return parameters satisfies Query;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function shown(value: unknown): string {
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? JSON.stringify(value) : `${value as number}`;
}
