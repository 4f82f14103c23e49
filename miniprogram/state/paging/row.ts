/** A row of the server; null when it could not be read. */
export type Row<Item> = Item | null;

/** How many of the rows could not be read. */
export function countUnreadable(rows: readonly Row<unknown>[]): number {
  return rows.filter((row) => row === null).length;
}
