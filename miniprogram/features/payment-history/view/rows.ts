import { CHUNK_ROWS } from '../../../components/payment-chunk/chunk-rows';
import {
  type ChunkRow,
  type ChunkView,
  type MonthView,
} from '../../../components/payment-chunk/payment-chunk';
import { formatFen } from '../../../domain/money';
import { NOTHING_PAID } from '../../../domain/net-total';
import {
  createOutline,
  liveChunks,
  type Heights,
  type Outline,
  type Viewport,
} from '../../../state/window/window';
import type { Texts } from '../../../texts/texts';
import type { Month } from './months';
import { toRowView, type ListedOrder } from '../../shared/row-model';

/** Chunks that are alive: the one on screen and its neighbours. */
export const LIVE_CHUNKS = 3;

/** A month that is placed by its distance from the top of the list, in px. */
export interface PlacedMonth extends MonthView {
  readonly top: number;
}

/** The list as its template draws it: what is alive, and the room for the rest. */
export interface ListView {
  /** Of the whole list, in px. */
  readonly height: number;
  /** Where what is alive begins and ends, in px from the list's top. */
  readonly from: number;
  readonly to: number;
  /** The month that began above what is alive: its header may still be in sight. */
  readonly stickyMonth: PlacedMonth | null;
  /** Slots by place, so that readers and painters meet them in list order. */
  readonly order: readonly number[];
  /** Each holds one chunk; when the window moves on, only the slot it moves to changes. */
  readonly slots: readonly ChunkView[];
}

/** Before there is anything. */
export const EMPTY_LIST: ListView = {
  height: 0,
  from: 0,
  to: 0,
  stickyMonth: null,
  order: [],
  slots: [],
};

/** What a list is drawn from. */
export interface ListFacts {
  readonly months: readonly Month[];
  /** Nothing comes after the last month, so that it is complete as well. */
  readonly isLast: boolean;
  /** They are found among what is loaded, of which scrolling brings no more. */
  readonly isPart?: boolean | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Whether a payment is being made; none is unless told. */
  readonly isPaying?: ((order: ListedOrder) => boolean) | undefined;
  readonly texts: Texts;
  readonly heights: Heights;
}

/** Where everything in the list is. */
export function outlineOf({ months, heights }: Pick<ListFacts, 'months' | 'heights'>): Outline {
  const sizes = months.map(({ orders }) => orders.length);
  return createOutline(sizes, heights);
}

/** Draws the part of the list around the screen. */
export function listView(facts: ListFacts, outline: Outline, viewport: Viewport): ListView {
  if (outline.rows === 0) return EMPTY_LIST;
  const live = { chunk: CHUNK_ROWS, count: LIVE_CHUNKS };
  const { first, last } = liveChunks(outline, viewport, live);
  const order: number[] = [];
  const slots: ChunkView[] = [];
  for (let chunk = first; chunk <= last; chunk += 1) {
    const slot = chunk % LIVE_CHUNKS;
    order.push(slot);
    slots[slot] = chunkView(facts, outline, chunk * CHUNK_ROWS);
  }
  const begin = outline.place(first * CHUNK_ROWS);
  const end = (last + 1) * CHUNK_ROWS;
  return {
    height: outline.height,
    from: edgeAbove(outline, begin.row),
    to: edgeAbove(outline, end),
    stickyMonth: begin.index === 0 ? null : placedMonth(facts, outline, begin.group),
    order,
    slots,
  };
}

/** A header belongs to the row below it; what is below the last row begins where the list ends. */
function edgeAbove(outline: Outline, row: number): number {
  if (row >= outline.rows) return outline.height;
  const { group, index } = outline.place(row);
  return index === 0 ? outline.groupTop(group) : outline.topOf(row);
}

function chunkView(facts: ListFacts, outline: Outline, from: number): ChunkView {
  const rows: ChunkRow[] = [];
  const to = Math.min(from + CHUNK_ROWS, outline.rows);
  for (let row = from; row < to; row += 1) rows.push(chunkRow(facts, outline, row));
  return { top: edgeAbove(outline, from), rows };
}

function chunkRow(facts: ListFacts, outline: Outline, row: number): ChunkRow {
  const { texts, now, isPaying = () => false } = facts;
  const { group, index } = outline.place(row);
  const orders = facts.months[group]?.orders ?? [];
  const order = orders[index];
  if (!order) throw new Error(`The list has no row ${row}.`);
  return {
    ...toRowView(order, texts, now, isPaying(order)),
    ...(index === 0 && { month: monthView(facts, outline, group) }),
    ...(index === orders.length - 1 && { ends: true }),
  };
}

/** What a month's header says. */
export function monthWords({ months, isLast, texts }: ListFacts, group: number) {
  const { title = '', orders = [], net = NOTHING_PAID } = months[group] ?? {};
  // The orders come month by month, so only the last month can have more to come.
  const isComplete = isLast || group < months.length - 1;
  const payments = isComplete ? texts.count(orders.length) : texts.loadedCount(orders.length);
  const paid = net.payments > 0 && texts.net(formatFen(net.fen), net.isAtMost, isComplete);
  const count = paid ? `${payments} · ${paid}` : payments;
  return { title, count };
}

function monthView(facts: ListFacts, outline: Outline, group: number): MonthView {
  return { ...monthWords(facts, group), height: outline.groupHeight(group) };
}

function placedMonth(facts: ListFacts, outline: Outline, group: number): PlacedMonth {
  return { ...monthView(facts, outline, group), top: outline.groupTop(group) };
}
