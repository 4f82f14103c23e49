import type { Heights, Outline, Viewport } from '../../state/window/window';
import type { Texts } from '../../texts/texts';
import type { MonthMenu } from '../../components/month-sheet/month-sheet';
import { EMPTY_LIST, listView, outlineOf, type ListView } from './view/rows';
import { monthMenu } from './view/month-menu';
import { createMonths } from './view/months';
import type { ListedOrder } from '../shared/row-model';

/** What the list holds. */
export interface ListContent {
  /** In list order. */
  readonly orders: readonly ListedOrder[];
  /** Nothing comes after them. */
  readonly isLast: boolean;
  /** They are found among what is loaded, of which scrolling brings no more. */
  readonly isPart?: boolean;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Whether a payment is being made; none is unless told. */
  readonly isPaying?: (order: ListedOrder) => boolean;
}

/** The list as it is drawn, and the months that one can go to while one chooses among them. */
export type ListPicture = ListView & { readonly menu: MonthMenu | null };

/** Before there is anything. */
export const EMPTY_PICTURE: ListPicture = { ...EMPTY_LIST, menu: null };

/** The list with the part of it that is drawn. */
export interface HistoryList {
  readonly view: ListPicture;
  /** Whether drawing these orders leaves everything where it is, and only adds below. */
  onlyGrowsTo(orders: readonly ListedOrder[]): boolean;
  /** Takes other heights; `update` draws with them. */
  resize(heights: Heights): void;
  /** The lowest row on screen, from 0, as far as is known. */
  readonly lowestRow: number;
  /** Opens the menu of months, at the month of that title; null closes it. `update` draws it. */
  openMenu(current: string | null): void;
  /**
   * Goes to the month of a title; `update` draws what is there.
   *
   * @returns How far its header is from the list's top, in px; null where there is no such month.
   */
  goTo(month: string): number | null;
  /** Takes what came on screen; `update` draws it. Tells whether it is another part than came before. */
  move(viewport: Viewport): boolean;
  /**
   * Draws the content as it is now.
   *
   * @param place - What is on screen, where that is known.
   * @returns How far what is on screen moved down, in px; 0 at the list's top, where the newest is to be seen.
   */
  update(content: ListContent, place: Pick<Viewport, 'top'> | null): number;
}

/** Starts without content, at the top. */
export function createHistoryList(texts: Texts, firstHeights: Heights): HistoryList {
  const months = createMonths(texts);
  let heights = firstHeights;
  let isResized = false;
  let outline: Outline = outlineOf({ months: [], heights });
  let viewport: Viewport = { top: 0, height: 0 };
  /** What came on screen last; what is drawn may be ahead of it. */
  let seen = viewport;
  let view = EMPTY_PICTURE;
  let current: string | null = null;

  /** The orders from the first one on screen downwards. */
  function anchor({ top }: Pick<Viewport, 'top'>) {
    const { group, index, row } = outline.place(outline.rowAt(top));
    const below = months.all.slice(group).map(({ orders }) => orders);
    const keys = ([] as ListedOrder[]).concat(...below).slice(index);
    return { keys: keys.map(({ key }) => key), row };
  }

  /** The first of some orders that is still in the list. */
  function find(keys: readonly string[]): { nth: number; row: number } | null {
    const rows = new Map<string, number>();
    months.all.forEach(({ orders }) => orders.forEach(({ key }) => rows.set(key, rows.size)));
    const nth = keys.findIndex((key) => rows.has(key));
    const row = rows.get(keys[nth] ?? '');
    return row === undefined ? null : { nth, row };
  }

  return {
    get view() {
      return view;
    },
    get lowestRow() {
      return outline.rows === 0 ? 0 : outline.rowAt(viewport.top + viewport.height);
    },
    onlyGrowsTo: (orders) => !isResized && months.onlyGrowsTo(orders),
    resize(to) {
      isResized = true;
      heights = to;
    },
    openMenu(month) {
      current = month;
    },
    goTo(month) {
      const group = months.all.findIndex(({ title }) => title === month);
      if (group < 0) return null;
      viewport = { ...viewport, top: outline.groupTop(group) };
      return viewport.top;
    },
    move(to) {
      const isOther = to.top !== seen.top || to.height !== seen.height;
      viewport = to;
      seen = to;
      return isOther;
    },
    update({ orders, isLast, isPart, now, isPaying }, place) {
      if (place) viewport = { ...viewport, top: place.top };
      const held = place && place.top > 0 && outline.rows > 0 ? anchor(place) : null;
      months.update(orders);
      const content = { months: months.all, isLast, isPart, now, isPaying };
      const facts = { ...content, texts, heights };
      isResized = false;
      const before = outline;
      outline = outlineOf(facts);
      const found = held && find(held.keys);
      const shift =
        held && found ? outline.topOf(found.row) - before.topOf(held.row + found.nth) : 0;
      viewport = { ...viewport, top: viewport.top + shift };
      if (outline.rows === 0) current = null;
      const menu = current === null ? null : monthMenu(facts, current);
      view = { ...listView(facts, outline, viewport), menu };
      return shift;
    },
  };
}
