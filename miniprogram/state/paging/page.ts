import type { CancelSignal } from '../../core/cancellation';

/** Which part of a source is asked for, in rows. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
  /** Always asked for; a source that gives the oldest first all the same is found out and coped with. */
  readonly order: 'newest-first';
}

/** One answer of a source. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Nothing comes after this page. Only a hint: what came and `total` count for more. */
  readonly isLast: boolean;
  /** How many rows the source says it has in all; null where it does not say. */
  readonly total: number | null;
  /** How many rows the source granted, which may be fewer than were asked for. */
  readonly limit: number;
  /** How many rows came before unreadable ones were dropped; told by `items` and `isLast` where missing. */
  readonly received?: number;
}

/** Reads one page. May fail with anything; may ignore the signal, its late answer is dropped. */
export type FetchPage<Item> = (range: PageRange, signal: CancelSignal) => Promise<Page<Item>>;

/** Negative when `a` is shown above `b`, that is, when it is newer. */
export type Compare<Item> = (a: Item, b: Item) => number;

/** A part of the list as it stood at the server at one moment, in display order. */
export interface Slice<Item> {
  /** How many rows the server had above it. */
  readonly offset: number;
  /** Newest first; null stands for a row that could not be read. */
  readonly rows: readonly (Item | null)[];
  /** The server had nothing below it. */
  readonly isLast: boolean;
  /** How many rows the server had in all; null where it does not say, or says what cannot be. */
  readonly total: number | null;
}
