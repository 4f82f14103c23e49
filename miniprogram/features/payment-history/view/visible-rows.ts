import { CHUNK_ROWS } from '../../../components/payment-chunk/chunk-rows';
import {
  type ChunkRow,
  type ChunkView,
  type MonthView,
} from '../../../components/payment-chunk/payment-chunk';
import { liveChunks, type Outline, type Span, type Viewport } from '../../../state/window/window';
import type { Texts } from '../../../texts/texts';
import { toRowView, type ListedOrder, type PayButton } from '../../shared/row-model';
import type { HistoryState } from '../history-state';
import { monthLabel } from './month-label';

/** Chunks that have elements: those on screen, and more than two screens above and below. */
const LIVE_CHUNKS = 6;

const FIRST_CHUNK: Span = { first: 0, last: 0 };

/** The part of the list that is on screen. */
export interface OnScreen {
  readonly viewport: Viewport;
}

/** A month with its distance from the list's top, in px. */
export interface PlacedMonth extends MonthView {
  readonly top: number;
}

/** The list for its template: the live chunks, and the height of the rest. All distances are in px from the list's top. */
export interface RowsView {
  /** Height of the whole list, in px. */
  readonly height: number;
  /** Where the live chunks begin. */
  readonly from: number;
  /** Where the live chunks end. */
  readonly to: number;
  /** The month that begins above the live chunks; its header may still be visible. */
  readonly stickyMonth: PlacedMonth | null;
  /** The slots in the order of their elements; in list order, so that screen readers meet them so. */
  readonly order: readonly number[];
  /** Each slot holds one chunk; when the window moves by one chunk, one slot changes. */
  readonly slots: readonly ChunkView[];
}

/** A list without rows. */
export const NO_ROWS: RowsView = {
  height: 0,
  from: 0,
  to: 0,
  stickyMonth: null,
  order: [],
  slots: [],
};

type Facts = OnScreen &
  Pick<HistoryState, 'paging' | 'list' | 'now' | 'isPaying' | 'canContinue' | 'actions'>;

/** The last view, and the facts that it shows. */
export interface Shown {
  readonly facts: Facts;
  readonly view: RowsView;
}

/**
 * Projects the chunks around the viewport; other orders are not projected.
 *
 * @param shown - Its chunks are taken over where only the viewport has changed since.
 * @param isBeginning - Projects only the first chunk, which is more than a phone shows.
 */
export function rowsView(facts: Facts, texts: Texts, shown?: Shown, isBeginning = false): RowsView {
  const { outline } = facts.list;
  if (outline.rows === 0) return NO_ROWS;
  const live = { chunk: CHUNK_ROWS, count: LIVE_CHUNKS };
  const current = shown && isScrolledOnly(shown.facts, facts) ? shown.view.slots : [];
  const { first, last } = isBeginning ? FIRST_CHUNK : liveChunks(outline, facts.viewport, live);
  const order: number[] = [];
  const slots: ChunkView[] = [];
  for (let chunk = first; chunk <= last; chunk += 1) {
    const slot = chunk % LIVE_CHUNKS;
    order.push(slot);
    const top = edgeAbove(outline, chunk * CHUNK_ROWS);
    const same = current[slot];
    const isSame = same !== undefined && same.top === top;
    slots[slot] = isSame ? same : { top, rows: chunkRows(facts, chunk * CHUNK_ROWS, texts) };
  }
  const begin = outline.place(first * CHUNK_ROWS);
  return {
    height: outline.height,
    from: edgeAbove(outline, begin.row),
    to: edgeAbove(outline, (last + 1) * CHUNK_ROWS),
    stickyMonth:
      begin.index === 0
        ? null
        : { ...monthView(facts, begin.group, texts), top: outline.groupTop(begin.group) },
    order,
    slots,
  };
}

/** Where a row begins, with the header above it; after the last row, the end of the list. */
function edgeAbove(outline: Outline, row: number): number {
  if (row >= outline.rows) return outline.height;
  const { group, index } = outline.place(row);
  return index === 0 ? outline.groupTop(group) : outline.topOf(row);
}

/**
 * The order of the slots while the page scrolls: the elements stay where they are, because a framework that
 * moves one compares all of them. When no chunk stays, it is list order.
 */
export function orderWhileScrolling(shown: RowsView, next: RowsView): readonly number[] {
  const firstKey = ({ slots }: RowsView, slot: number) => slots[slot]?.rows[0]?.key;
  if (!next.order.some((slot) => firstKey(shown, slot) === firstKey(next, slot))) return next.order;
  const kept = shown.order.filter((slot) => next.order.includes(slot));
  return [...kept, ...next.order.filter((slot) => !kept.includes(slot))];
}

function isScrolledOnly(before: Facts, after: Facts): boolean {
  return (
    before.list === after.list &&
    before.now === after.now &&
    before.isPaying === after.isPaying &&
    before.canContinue === after.canContinue &&
    before.actions === after.actions &&
    before.paging.reachesEnd === after.paging.reachesEnd
  );
}

function chunkRows(facts: Facts, from: number, texts: Texts): ChunkRow[] {
  const rows: ChunkRow[] = [];
  const to = Math.min(from + CHUNK_ROWS, facts.list.outline.rows);
  for (let row = from; row < to; row += 1) rows.push(chunkRow(facts, row, texts));
  return rows;
}

function chunkRow(facts: Facts, row: number, texts: Texts): ChunkRow {
  const { list, now, actions } = facts;
  const { group, index } = list.outline.place(row);
  const orders = list.months[group]?.orders ?? [];
  const order = orders[index];
  if (!order) throw new Error(`The list has no row ${row}.`);
  return {
    ...toRowView(order, texts, now, payButton(facts, order)),
    ...(actions && actions.has(order, now) && { more: true }),
    ...(index === 0 && { month: monthView(facts, group, texts) }),
    ...(index === orders.length - 1 && { ends: true }),
  };
}

function payButton({ canContinue, isPaying }: Facts, { transactionNo }: ListedOrder): PayButton {
  if (!canContinue) return 'none';
  return transactionNo !== null && isPaying(transactionNo) ? 'busy' : 'open';
}

function monthView({ paging, list }: Facts, group: number, texts: Texts): MonthView {
  const label = monthLabel(list.months, group, paging.reachesEnd, texts);
  return { ...label, height: list.outline.groupHeight(group) };
}
