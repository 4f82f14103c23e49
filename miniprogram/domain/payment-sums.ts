import { isReturned, netOf, type NetAmount, type NetFields } from './net-total';
import type { Gateway, Order } from './order';
import { beijingTime, type BeijingTime } from './time';

/** The time that statistics are about: one year in Beijing time; null for all time. */
export type Scope = number | null;

/** A month of a year, or a whole year where the scope is all time. */
export interface Period {
  readonly year: number;
  /** 1 to 12; null for a whole year. */
  readonly month: number | null;
}

/** A sum of successful payments, in minor units of one currency. */
export interface Sum {
  /** What was paid without what was refunded. */
  readonly netFen: number;
  /** Number of successful payments whose amount is known, with those that were refunded. */
  readonly payments: number;
}

/** The payments of one month or year. */
export interface PeriodSum extends Sum {
  /** Null for payments without a readable time. */
  readonly period: Period | null;
}

/** The payments by one family of payment methods. */
export interface MethodSum extends Sum {
  readonly gateway: Gateway;
}

/** The successful payments in one currency. */
export interface CurrencyStatistics extends Sum {
  /** ISO 4217. */
  readonly currency: string;
  /** What was refunded, as far as is known. */
  readonly refundedFen: number;
  /**
   * Whether some refund has an unknown amount: `netFen` is an upper bound then, and `refundedFen` a lower
   * one.
   */
  readonly isRefundUnclear: boolean;
  /** Number of successful payments that are in no sum, because their amount is unknown. */
  readonly withoutAmount: number;
  /** The periods that have payments, the newest first. */
  readonly periods: readonly PeriodSum[];
  /** The largest sum first. */
  readonly methods: readonly MethodSum[];
  /** At most three payments with the largest amounts; without those that were completely refunded. */
  readonly largest: readonly Order[];
}

/** The successful payments in one currency, without their parts. */
export type CurrencySum = Pick<
  CurrencyStatistics,
  'currency' | 'netFen' | 'payments' | 'isRefundUnclear' | 'withoutAmount'
>;

/** Number of payments in `CurrencyStatistics.largest`. */
const LARGEST = 3;
const CNY = 'CNY';

/**
 * Adds up the successful payments of a scope, each currency by itself.
 *
 * @param orders - Any order of any status, each once.
 * @returns CNY first, then by the number of payments.
 */
export function statisticsOf(
  orders: readonly Order[],
  scope: Scope,
): readonly CurrencyStatistics[] {
  const totals = new Map<string, Total>();
  orders.forEach((order) => {
    const at = momentOf(order);
    if (!isInScope(order, at, scope)) return;
    const total = totals.get(order.currency) ?? emptyTotal();
    totals.set(order.currency, total);
    add(total, order, at && { year: at.year, month: scope === null ? null : at.month });
  });
  return Array.from(totals, ([currency, total]) => ({ ...closed(total), currency })).sort(
    byCurrency,
  );
}

/** Whether the statistics of a scope count an order: it succeeded, in this year of Beijing. */
export function isCounted(order: Order, scope: Scope): boolean {
  return isInScope(order, momentOf(order), scope);
}

function isInScope({ status }: Order, at: BeijingTime | null, scope: Scope): boolean {
  return status === 'success' && (scope === null || (at !== null && at.year === scope));
}

function momentOf({ createdAt }: Order): BeijingTime | null {
  return createdAt === null ? null : beijingTime(createdAt);
}

/**
 * Adds up the successful payments of a list, each currency by itself.
 *
 * @param orders - Any order of any status, each once.
 * @returns CNY first, then by the number of payments.
 */
export function sumsOf(
  orders: readonly (NetFields & Pick<Order, 'currency'>)[],
): readonly CurrencySum[] {
  const sums = new Map<string, Mutable<CurrencySum>>();
  orders.forEach((order) => {
    const { status, currency } = order;
    if (status !== 'success') return;
    const none = { currency, netFen: 0, payments: 0, isRefundUnclear: false, withoutAmount: 0 };
    const sum = sums.get(currency) ?? none;
    sums.set(currency, sum);
    addNet(sum, order);
  });
  return Array.from(sums.values()).sort(byCurrency);
}

/**
 * The years in which some order was created, in Beijing time.
 *
 * @returns The newest first.
 */
export function yearsOf(orders: readonly Pick<Order, 'createdAt'>[]): readonly number[] {
  const years = new Set<number>();
  orders.forEach(({ createdAt }) => {
    if (createdAt !== null) years.add(beijingTime(createdAt).year);
  });
  return Array.from(years).sort((a, b) => b - a);
}

/**
 * Shares of a whole in per cent that add up to 100, by the largest remainder.
 *
 * @param parts - Integers from 0.
 * @returns One integer per part; all 0 where the parts are.
 */
export function percentagesOf(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / whole) * 100);
  const shares = exact.map(Math.floor);
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0);
  exact
    .map((share, nth) => ({ nth, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.nth - b.nth)
    .slice(0, missing)
    .forEach(({ nth }) => (shares[nth] = (shares[nth] ?? 0) + 1));
  return shares;
}

type Mutable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };
type Total = Mutable<Omit<CurrencyStatistics, 'currency' | 'periods' | 'methods' | 'largest'>> & {
  readonly periods: Map<string, Mutable<PeriodSum>>;
  readonly methods: Map<Gateway, Mutable<MethodSum>>;
  largest: readonly Order[];
};

const emptyTotal = (): Total => ({
  ...{ netFen: 0, payments: 0, refundedFen: 0, isRefundUnclear: false, withoutAmount: 0 },
  ...{ periods: new Map(), methods: new Map(), largest: [] },
});

/** Adds the net amount of a payment. @returns Null where its amount is unknown. */
function addNet(sum: Mutable<Omit<CurrencySum, 'currency'>>, order: NetFields): NetAmount | null {
  const net = netOf(order);
  if (!net) {
    sum.withoutAmount += 1;
    return null;
  }
  sum.netFen += net.fen;
  sum.payments += 1;
  sum.isRefundUnclear = sum.isRefundUnclear || net.isAtMost;
  return net;
}

function add(total: Total, order: Order, period: Period | null): void {
  const { amountFen, gateway } = order;
  const net = addNet(total, order);
  if (!net || amountFen === null) return;
  const key = period ? `${period.year}-${period.month}` : '';
  const inPeriod = total.periods.get(key) ?? { period, netFen: 0, payments: 0 };
  const byMethod = total.methods.get(gateway) ?? { gateway, netFen: 0, payments: 0 };
  total.periods.set(key, inPeriod);
  total.methods.set(gateway, byMethod);
  [inPeriod, byMethod].forEach((sum) => {
    sum.netFen += net.fen;
    sum.payments += 1;
  });
  total.refundedFen += amountFen - net.fen;
  if (isReturned(order)) return;
  const [, , third] = total.largest;
  if (third && amountOf(third) > amountFen) return;
  total.largest = [...total.largest, order].sort(byAmount).slice(0, LARGEST);
}

function closed({ periods, methods, ...total }: Total): Omit<CurrencyStatistics, 'currency'> {
  return {
    ...total,
    periods: Array.from(periods.values()).sort((a, b) => timeOf(b.period) - timeOf(a.period)),
    methods: Array.from(methods.values()).sort(
      (a, b) => b.netFen - a.netFen || b.payments - a.payments,
    ),
  };
}

/** Of two equal amounts the newer payment stands first. */
function byAmount(a: Order, b: Order): number {
  return amountOf(b) - amountOf(a) || (b.createdAt ?? 0) - (a.createdAt ?? 0);
}

const amountOf = ({ amountFen }: Order): number => amountFen ?? 0;
/** Grows with time. */
const timeOf = (period: Period | null): number =>
  period ? period.year * 12 + (period.month ?? 0) : 0;
const rank = ({ currency }: CurrencySum): number => (currency === CNY ? 0 : 1);
const byCurrency = (a: CurrencySum, b: CurrencySum): number =>
  rank(a) - rank(b) || b.payments - a.payments;
