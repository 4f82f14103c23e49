/** Where the row of a key stands in a list of rows. */
export interface RowIndex<Item> {
  /** Index of the row with this key; -1 when there is none. */
  of(key: string): number;
  /** The list is `rows` now, and as it was before index `from`. */
  append(rows: readonly (Item | null)[], from: number): void;
  /** The list is `rows` now. */
  forget(rows: readonly (Item | null)[]): void;
}

/** An index that grows with appended rows and is made anew, when next needed, after any other change. */
export function createRowIndex<Item>(keyOf: (item: Item) => string): RowIndex<Item> {
  let index = new Map<string, number>();
  let pending: readonly (Item | null)[] | null = null;

  function add(rows: readonly (Item | null)[], from: number): void {
    for (let i = from; i < rows.length; i++) {
      const row = rows[i] ?? null;
      if (row !== null) index.set(keyOf(row), i);
    }
  }

  return {
    of(key) {
      if (pending) {
        index = new Map();
        add(pending, 0);
        pending = null;
      }
      return index.get(key) ?? -1;
    },
    append(rows, from) {
      if (pending) pending = rows;
      else add(rows, from);
    },
    forget(rows) {
      pending = rows;
    },
  };
}
