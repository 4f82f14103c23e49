import type { Compare } from './page';

/** Makes what people see of rows: without the unreadable, in display order, the same array if nothing changed. */
export function createShownItems<Item>(compare: Compare<Item>) {
  let shown: readonly Item[] = [];
  let source: readonly (Item | null)[] = [];
  // Rows before this index were in order and readable: only the ones behind need a look.
  let inOrder = 0;

  function isInOrder(items: readonly Item[]): boolean {
    for (let i = Math.max(1, inOrder); i < items.length; i++) {
      if (compare(items[i - 1] as Item, items[i] as Item) > 0) return false;
    }
    return true;
  }

  const isItem = (row: Item | null): row is Item => row !== null;

  return {
    /** Rows from this index on are no longer those of the last time. */
    changedFrom(index: number): void {
      inOrder = Math.min(inOrder, index);
    },
    /** @param isReadable - None of the rows is null. */
    of(rows: readonly (Item | null)[], isReadable: boolean): readonly Item[] {
      if (rows === source) return shown;
      source = rows;
      const readable = isReadable ? (rows as readonly Item[]) : rows.filter(isItem);
      const isSorted = isInOrder(readable);
      inOrder = isSorted && isReadable ? rows.length : 0;
      const items = isSorted ? readable : [...readable].sort(compare);
      const isSame = items.length === shown.length && items.every((item, i) => item === shown[i]);
      if (!isSame) shown = items;
      return shown;
    },
  };
}
