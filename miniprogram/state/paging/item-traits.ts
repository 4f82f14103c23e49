import type { Compare } from './page';

/** What makes an item that item, and what makes it look the same. */
export interface ItemTraits<Item> {
  readonly keyOf: (item: Item) => string;
  readonly compare: Compare<Item>;
  /** Whether two items of one key show the same, so that the older object may stay. */
  readonly sameItem: (a: Item, b: Item) => boolean;
}
