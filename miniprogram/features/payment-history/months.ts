import { addToNet, NOTHING_PAID, type NetTotal } from '../../domain/net-total';
import { beijingTime, type BeijingTime } from '../../domain/time';
import type { Texts } from '../../texts/texts';
import type { ListedOrder } from '../shared/row-model';

/** A month of the calendar; `month` counts from 1. */
export type YearMonth = Pick<BeijingTime, 'year' | 'month'>;

/** The orders of one month. */
export interface Month {
  /** The formatted month; unique in a list. */
  readonly title: string;
  /** Null for orders without a readable time. */
  readonly at: YearMonth | null;
  /** In list order, at least one. */
  readonly orders: readonly ListedOrder[];
  readonly net: NetTotal;
}

/** Reads a month, also one whose figures are texts, as a picker has them. @returns Null for anything else. */
export function yearMonthOf(value: unknown): YearMonth | null {
  const { year, month } = Object(value) as Record<keyof YearMonth, unknown>;
  const [inYear, inMonth] = [Number(year || NaN), Number(month || NaN)];
  const isMonth = [inYear, inMonth].every(Number.isInteger) && inMonth >= 1 && inMonth <= 12;
  return isMonth ? { year: inYear, month: inMonth } : null;
}

/**
 * Adds orders at the end of a list that is grouped by the month of creation in Beijing. The cost is that
 * of the added orders. Months stand in the order of their first orders.
 */
export function addToMonths(
  months: readonly Month[],
  orders: readonly ListedOrder[],
  texts: Texts,
): readonly Month[] {
  const added = new Map<string, { at: YearMonth | null; orders: ListedOrder[] }>();
  orders.forEach((order) => {
    const at = order.createdAt === null ? null : beijingTime(order.createdAt);
    const title = at ? texts.month(at.year, at.month) : texts.unknownMonth;
    const month = added.get(title);
    if (month) month.orders.push(order);
    else added.set(title, { at, orders: [order] });
  });
  const all = new Map(months.map((month) => [month.title, month]));
  added.forEach((part, title) => {
    const month = all.get(title);
    all.set(title, {
      title,
      at: part.at,
      orders: month ? month.orders.concat(part.orders) : part.orders,
      net: part.orders.reduce(addToNet, month ? month.net : NOTHING_PAID),
    });
  });
  return Array.from(all.values());
}
