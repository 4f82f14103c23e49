import { GATEWAY_FAMILIES, GATEWAY_TYPES, type GatewayType, type Order } from '../../domain/order';
import { REFUND_FILTERS, STATUS_FILTERS, type OrderFilters } from '../../domain/order-filter';
import { isRow } from '../http/json';
import type { Query } from '../http/url';

export type { GatewayType, OrderFilters };

/** One page of the user's orders that match the filters. */
export interface ListOrdersQuery extends OrderFilters {
  /** Orders per page, 1 to 100; the server may grant another number. @default 20 */
  readonly limit?: number | undefined;
  /** Number of orders to skip. @default 0 */
  readonly offset?: number | undefined;
  /** By time of creation. @default 'newest-first' */
  readonly order?: 'newest-first' | 'oldest-first' | undefined;
  /** Whether `snapshot` and `wechat` are read; they are half of an answer's bytes. @default false */
  readonly details?: boolean | undefined;
}

/** An order that was left out because it does not match filters which the server ignored. */
export interface FilterMismatch {
  readonly key: string;
  /** The filters that the order does not match. */
  readonly filters: readonly (keyof OrderFilters)[];
}

/** The values that an option accepts. */
interface Rule {
  /** The values in words, for an error message. */
  readonly allowed: string;
  accepts(value: unknown): boolean;
}

const oneOf = (...values: readonly unknown[]): Rule => ({
  allowed: values.join(', '),
  accepts: (value) => values.includes(value),
});

const wholeNumber = (min: number, max: number): Rule => ({
  allowed: `an integer from ${min} to ${max}`,
  accepts: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max,
});

/** A lone surrogate cannot be sent: it has no form in UTF-8. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

const text: Rule = {
  allowed: 'text that is not blank, without lone surrogates',
  accepts: (value) =>
    typeof value === 'string' && value.trim() !== '' && !LONE_SURROGATE.test(value),
};

const integerOrDigits: Rule = {
  allowed: 'an integer',
  accepts: (value) =>
    (typeof value === 'string' || typeof value === 'number') && /^\d{1,15}$/.test(`${value}`),
};

const gatewayTypes = new Array<GatewayType>().concat(
  ...GATEWAY_FAMILIES.map((family) => GATEWAY_TYPES[family]),
);

const RULES: Readonly<Record<keyof ListOrdersQuery, Rule>> = {
  limit: wholeNumber(1, 100),
  offset: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  order: oneOf('newest-first', 'oldest-first'),
  details: oneOf(true, false),
  merchandiseRecordId: text,
  merchandiseSchemaId: integerOrDigits,
  status: oneOf(...STATUS_FILTERS),
  refund: oneOf(...REFUND_FILTERS),
  tradeNo: text,
  transactionNo: text,
  gatewayType: oneOf(...gatewayTypes),
};
/** A map, because a query may have keys such as `toString`. */
const RULE_OF = new Map<string, Rule>(Object.entries(RULES));

/**
 * Checks a query. An option that is undefined, null or empty text counts as not given.
 *
 * @returns What is wrong, as a sentence with the option, the kind of its value (never the value, which may be
 * private) and the allowed values; null if nothing is.
 */
export function validateQuery(query: ListOrdersQuery): string | null {
  if (!isRow(query)) return 'the query is not an object';
  for (const [option, value] of Object.entries<unknown>(query)) {
    const rule = RULE_OF.get(option);
    if (!rule) {
      return `there is no option ${JSON.stringify(option)}; allowed: ${[...RULE_OF.keys()].join(', ')}`;
    }
    if (isGiven(value) && !rule.accepts(value)) {
      return `${option} is ${inWords(value, rule)}; allowed: ${rule.allowed}`;
    }
  }
  return null;
}

/** The API's name of each filter. */
const FILTERS = {
  merchandiseRecordId: 'merchandise_record_id',
  merchandiseSchemaId: 'merchandise_schema_id',
  status: 'status',
  refund: 'refund_status',
  tradeNo: 'trade_no',
  transactionNo: 'transaction_no',
  gatewayType: 'gateway_type',
} as const satisfies Record<keyof OrderFilters, string>;

/** A filter that is given. */
export interface ActiveFilter {
  readonly filter: keyof OrderFilters;
  /** The API's name of the filter. */
  readonly wire: string;
  readonly value: string;
  /** Whether the server applies it; else it is applied on the phone. */
  readonly sent: boolean;
}

/** The filters of a query that are given. */
export function activeFilters(query: OrderFilters): ActiveFilter[] {
  return (Object.keys(FILTERS) as (keyof OrderFilters)[])
    .filter((filter) => isGiven(query[filter]))
    .map((filter) => {
      const text = `${query[filter]}`.trim();
      // The API writes this id as a number: 007 is 7.
      const value = filter === 'merchandiseSchemaId' ? `${Number(text)}` : text;
      const sent = filter !== 'refund' || value !== 'none';
      return { filter, wire: FILTERS[filter], value, sent };
    });
}

/** Whether an order matches a filter. */
export function matches(order: Order, { filter, value }: ActiveFilter): boolean {
  if (filter === 'status') return order.status === value || order.statusRaw === value;
  if (filter === 'refund') return order.refund === value || order.refundRaw === value;
  return order[filter === 'gatewayType' ? 'gatewayRaw' : filter] === value;
}

/** The parameters of a list request; limit, offset and order are always sent. */
export function wireQuery(
  query: ListOrdersQuery,
  filters: readonly ActiveFilter[],
): Query & { readonly limit: number; readonly offset: number } {
  const sent: Record<string, string> = {};
  for (const filter of filters) if (filter.sent) sent[filter.wire] = filter.value;
  return {
    limit: query.limit || 20,
    offset: query.offset || 0,
    order_by: query.order === 'oldest-first' ? 'created_at' : '-created_at',
    ...sent,
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** A value in an error message; a number of a payment is never repeated. */
function inWords(value: unknown, rule: Rule): string {
  if (typeof value === 'string') return 'another text';
  if (typeof value === 'number') return rule === text ? 'a number' : `${value}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
