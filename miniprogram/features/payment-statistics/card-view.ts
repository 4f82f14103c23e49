import type { BarView, StatisticsCardView } from '../../components/statistics-card/statistics-card';
import { formatFen } from '../../domain/money';
import type { Order } from '../../domain/order';
import {
  percentagesOf,
  type CurrencyStatistics,
  type Period,
  type PeriodSum,
  type Scope,
} from '../../domain/payment-sums';
import { beijingTime } from '../../domain/time';
import { currencyName } from '../../texts/currency-names';
import type { Texts } from '../../texts/texts';
import { toRowView } from '../shared/row-model';

/** What all cards of the page share. */
export interface CardFacts {
  readonly scope: Scope;
  /** The oldest month that was read, in words; null where the scope is complete. */
  readonly soFar: string | null;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** Projects the sums in one currency to view data. */
export function cardView(
  sums: CurrencyStatistics,
  { scope, soFar, now }: CardFacts,
  texts: Texts,
): StatisticsCardView {
  const { currency, isRefundUnclear } = sums;
  const words = texts.statistics;
  const money = (fen: number) => formatFen(fen, currency);
  const name = currency === 'CNY' ? null : currencyName(currency, texts.language);
  const title = [name, words.paid(scope, isRefundUnclear), soFar];
  return {
    currency,
    title: title.filter(Boolean).join(' · '),
    net: money(sums.netFen),
    summary: summaryOf(sums, texts),
    note: notesOf(sums, texts),
    barsTitle: scope === null ? words.byYear : words.byMonth,
    bars: barsOf(sums.periods, money, texts),
    sharesTitle: words.byMethod,
    shares: sharesOf(sums, money, texts),
    largestTitle: words.largest,
    largest: sums.largest.map((order) => rowOf(order, texts, now)),
  };
}

/** Identifies a month or a year as the key of its bar. */
export function periodOf(key: string): Period | null {
  const [, year, month] = /^(\d+)(?:-(\d+))?$/.exec(key) || [];
  return year ? { year: Number(year), month: month ? Number(month) : null } : null;
}

function keyOf(period: Period | null): string {
  if (!period) return '';
  return period.month === null ? `${period.year}` : `${period.year}-${period.month}`;
}

function summaryOf(sums: CurrencyStatistics, texts: Texts): string {
  const { payments, refundedFen, isRefundUnclear, currency } = sums;
  const refunded = texts.statistics.refunded(formatFen(refundedFen, currency), isRefundUnclear);
  return [texts.count(payments), ...(refundedFen > 0 ? [refunded] : [])].join(' · ');
}

function notesOf({ isRefundUnclear, withoutAmount }: CurrencyStatistics, texts: Texts): string {
  const { statistics: words, semicolon } = texts;
  const notes = [
    isRefundUnclear && words.unclearRefund,
    withoutAmount > 0 && words.withoutAmount(withoutAmount),
  ];
  return notes.filter(Boolean).join(semicolon);
}

function barsOf(
  periods: readonly PeriodSum[],
  money: (fen: number) => string,
  texts: Texts,
): readonly BarView[] {
  const longest = Math.max(...periods.map(({ netFen }) => netFen));
  return periods.map(({ period, netFen, payments }) => {
    const label = labelOf(period, texts);
    const amount = money(netFen);
    return {
      key: keyOf(period),
      label,
      amount,
      percent: percentOf(netFen, longest),
      sentence: `${label} ${amount}${texts.comma}${texts.count(payments)}`,
    };
  });
}

function labelOf(period: Period | null, { months, unknownMonth }: Texts): string {
  if (!period) return unknownMonth;
  return period.month === null ? months.yearName(period.year) : months.monthName(period.month);
}

function sharesOf(
  { methods }: CurrencyStatistics,
  money: (fen: number) => string,
  texts: Texts,
): readonly BarView[] {
  const percentages = percentagesOf(methods.map(({ netFen }) => netFen));
  const whole = methods.reduce((sum, { netFen }) => sum + netFen, 0);
  return methods.map(({ gateway, netFen, payments }, nth) => {
    const rounded = percentages[nth] ?? 0;
    const label = texts.gateway[gateway];
    const amount = money(netFen);
    const share = shareText(rounded, netFen, whole);
    const sentence = `${label} ${amount} ${share}${texts.comma}${texts.count(payments)}`;
    return { key: gateway, label, amount, percent: percentOf(netFen, whole), share, sentence };
  });
}

/** Nothing and everything are said only where that is true. */
function shareText(rounded: number, fen: number, whole: number): string {
  if (rounded === 0 && fen > 0) return '<1%';
  if (rounded === 100 && fen < whole) return '>99%';
  return `${rounded}%`;
}

/** A small sum is still seen. */
function percentOf(fen: number, longest: number): number {
  return fen === 0 ? 0 : Math.max(1, Math.round((fen / longest) * 100));
}

/** No month's header stands above these rows, so the time has its year. */
function rowOf(order: Order, texts: Texts, now: number) {
  const row = toRowView(order, texts, now);
  const { createdAt } = order;
  if (createdAt === null) return row;
  return { ...row, time: texts.time(beijingTime(createdAt), beijingTime(now / 1000)) };
}
