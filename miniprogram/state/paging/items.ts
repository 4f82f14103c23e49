import type { Compare, Row } from './source';

/** The items of rows that change from one call to the next. */
export interface Items<Item> {
  /** Notes that the rows from this index on differ from those of the last call of `of`. */
  changedFrom(index: number): void;
  /**
   * The readable rows in display order; the same array as the last time where they are the same.
   *
   * @param isReadable - Whether none of the rows is null.
   */
  of(rows: readonly Row<Item>[], isReadable: boolean): readonly Item[];
}

/** Creates the items of an empty list. */
export function createItems<Item>(compare: Compare<Item>): Items<Item> {
  let items: readonly Item[] = [];
  let source: readonly Row<Item>[] = [];
  // The rows before this index are readable and in order: only those after it are compared.
  let ordered = 0;

  function isInOrder(readable: readonly Item[]): boolean {
    for (let i = Math.max(1, ordered); i < readable.length; i++) {
      if (compare(readable[i - 1] as Item, readable[i] as Item) > 0) return false;
    }
    return true;
  }

  return {
    changedFrom(index) {
      ordered = Math.min(ordered, index);
    },
    of(rows, isReadable) {
      if (rows === source) return items;
      source = rows;
      const readable = isReadable ? (rows as readonly Item[]) : rows.filter(isItem);
      const isSorted = isInOrder(readable);
      ordered = isSorted && isReadable ? rows.length : 0;
      items = keepIfSame(items, isSorted ? readable : [...readable].sort(compare));
      return items;
    },
  };
}

/** @returns `before` where it has the same items as `after`, so that an unchanged list stays one array. */
export function keepIfSame<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const isSame = after.length === before.length && after.every((item, i) => item === before[i]);
  return isSame ? before : after;
}

function isItem<Item>(row: Row<Item>): row is Item {
  return row !== null;
}
