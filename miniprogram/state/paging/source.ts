import type { CancelSignal } from '../../core/cancellation';

/** Which rows of a source are asked for. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
  /** The only order asked for; a source that ignores it and returns the oldest first is recognised. */
  readonly order: 'newest-first';
}

/** A row of a source; null for a row that is no item, for example because it could not be read. */
export type Row<Item> = Item | null;

/** One answer of a source. */
export interface Page<Item> {
  /** Every row of the answer, at its position. */
  readonly rows: readonly Row<Item>[];
  /** Whether nothing comes after this page. A hint: the number of rows and `totalCount` take precedence. */
  readonly isLast: boolean;
  /** Number of rows that the source says it has; null where it does not say. */
  readonly totalCount: number | null;
  /** Number of rows that the source granted, which may be fewer than were asked for. */
  readonly limit: number;
}

/** Reads one page. May reject with anything. May ignore the signal: a late answer is dropped. */
export type FetchPage<Item> = (range: PageRange, signal: CancelSignal) => Promise<Page<Item>>;

/** Where a list comes from. */
export interface Source<Item> {
  readonly fetchPage: FetchPage<Item>;
  /**
   * Rows of the first page.
   *
   * @default `limit` of the paged list
   */
  readonly limit?: number;
  /**
   * Which of the source's items belong to the list, where the server cannot be asked for them alone.
   * The others are read and kept, so that positions and totals are the server's, but not shown.
   *
   * @default all of them
   */
  readonly isShown?: (item: Item) => boolean;
}

/** Negative when `a` is shown above `b`, which means that `a` is newer. */
export type Compare<Item> = (a: Item, b: Item) => number;

/** How items are identified, ordered and compared. */
export interface ItemTraits<Item> {
  /** Identifies an item: no key is in the list twice. */
  readonly keyOf: (item: Item) => string;
  readonly compare: Compare<Item>;
  /**
   * Whether `compare` knows the place of an item. The others stand last among what is loaded, wherever the server
   * has them.
   *
   * @default all items
   */
  readonly isPlaced?: (item: Item) => boolean;
  /**
   * Whether an item that was read alone is older than the state of it in the list.
   *
   * @default none
   */
  readonly isOlder?: (item: Item, listed: Item) => boolean;
  /** Whether two items with one key look the same, so that the list keeps the older object. */
  readonly sameItem: (a: Item, b: Item) => boolean;
}
