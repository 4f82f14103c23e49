import { createOutline, type Heights, type Outline } from '../../state/window/window';
import type { Texts } from '../../texts/texts';
import type { ListedOrder } from '../shared/row-model';
import { addToMonths, type Month } from './months';

/** The orders of a list by month, with the place of each row. Immutable. */
export interface ListLayout {
  /** In list order. */
  readonly orders: readonly ListedOrder[];
  readonly months: readonly Month[];
  readonly heights: Heights;
  readonly outline: Outline;
}

/** Lays out a list; returns the same object for the same orders and heights. */
export type LayOut = (orders: readonly ListedOrder[], heights: Heights) => ListLayout;

/** A list without orders. */
export function emptyLayout(heights: Heights): ListLayout {
  return { orders: [], months: [], heights, outline: createOutline([], heights) };
}

/** Keeps the last layout, so that a longer list costs the work of the orders added at its end. */
export function createLayOut(texts: Texts): LayOut {
  let last: ListLayout | null = null;
  return (orders, heights) => {
    if (last?.orders === orders && last.heights === heights) return last;
    const known = last && startsWith(orders, last.orders) ? last : emptyLayout(heights);
    const months = addToMonths(known.months, orders.slice(known.orders.length), texts);
    const sizes = months.map((month) => month.orders.length);
    last = { orders, months, heights, outline: createOutline(sizes, heights) };
    return last;
  };
}

/** Every row of `before` keeps its place in `after`. */
export function onlyGrows(before: ListLayout, after: ListLayout): boolean {
  return before.heights === after.heights && startsWith(after.orders, before.orders);
}

/**
 * How far the row at the top of the screen moves down between two layouts, in px. When that row is gone,
 * the next row that is left counts.
 *
 * @param top - Px from the list's top to the top of the screen. At the list's top the result is 0: new
 * orders must be visible there.
 */
export function shiftBetween(before: ListLayout, after: ListLayout, top: number): number {
  if (top <= 0 || before.outline.rows === 0) return 0;
  const first = before.outline.rowAt(top);
  const rows = new Map(keysOf(after).map((key, row) => [key, row]));
  const keys = keysOf(before).slice(first);
  const nth = keys.findIndex((key) => rows.has(key));
  const row = rows.get(keys[nth] ?? '');
  return row === undefined ? 0 : after.outline.topOf(row) - before.outline.topOf(first + nth);
}

/** Px from the list's top to the header of a month; null where there is no month of that title. */
export function monthTop({ months, outline }: ListLayout, title: string): number | null {
  const group = months.findIndex((month) => month.title === title);
  return group < 0 ? null : outline.groupTop(group);
}

/** The keys of all rows from top to bottom, which may differ from the order of `orders`. */
function keysOf({ months }: ListLayout): readonly string[] {
  const rows = ([] as ListedOrder[]).concat(...months.map(({ orders }) => orders));
  return rows.map(({ key }) => key);
}

function startsWith(orders: readonly ListedOrder[], start: readonly ListedOrder[]): boolean {
  return orders === start || start.every((order, nth) => order === orders[nth]);
}
