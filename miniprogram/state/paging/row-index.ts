import type { Row } from './source';

/** Finds the row of a key in a list of rows. */
export interface RowIndex<Item> {
  /** Index of the row with this key; -1 when there is none. */
  of(key: string): number;
  /** Takes over `rows`, which differ from the rows before only from index `from` on. */
  append(rows: readonly Row<Item>[], from: number): void;
  /** Takes over `rows`, of which any may differ. */
  replace(rows: readonly Row<Item>[]): void;
}

/** Creates an index that grows with appended rows; after any other change the next look-up rebuilds it. */
export function createRowIndex<Item>(keyOf: (item: Item) => string): RowIndex<Item> {
  let index = new Map<string, number>();
  let pending: readonly Row<Item>[] | null = null;

  function add(rows: readonly Row<Item>[], from: number): void {
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
    replace(rows) {
      pending = rows;
    },
  };
}
