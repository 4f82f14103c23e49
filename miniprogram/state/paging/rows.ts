import { createItems, type Items } from './items';
import type { Slice } from './page-reader';
import { createRowIndex, type RowIndex } from './row-index';
import type { ItemTraits, Row } from './source';

/** How a page joined the list. */
export interface MergeResult {
  /** Number of rows that the list has above the page. */
  readonly above: number;
  /** Whether the page repeats a confirmed row: then nothing is missing between that row and the page. */
  readonly isAnchored: boolean;
  /** Whether no row of the list survived. */
  readonly isReplaced: boolean;
}

/** Consecutive rows by index, without the row at `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Where a page belongs in a range that has none of its rows. */
export type Edge = 'top' | 'bottom' | 'none';

/** The rows of a list in the order of the server, newest first. */
export class Rows<Item> {
  private rows: readonly Row<Item>[] = [];
  private confirmedRows = 0;
  private unreadable = 0;
  private readonly index: RowIndex<Item>;
  private readonly readable: Items<Item>;
  /** Number of calls of `remove` that moved the indexes of a reconciliation under way. */
  removals = 0;

  constructor(private readonly traits: ItemTraits<Item>) {
    this.readable = createItems(traits.compare);
    this.index = createRowIndex(traits.keyOf);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Number of rows from the top that were read since the last refresh; those below may be outdated. */
  get confirmed(): number {
    return this.confirmedRows;
  }

  /** The readable rows in display order; the same array while they are the same. */
  get items(): readonly Item[] {
    return this.readable.of(this.rows, this.unreadable === 0);
  }

  /** `confirmed`, counted in `items`. */
  get confirmedItems(): number {
    const { confirmedRows, unreadable, rows } = this;
    return unreadable === 0
      ? confirmedRows
      : confirmedRows - countUnreadable(rows.slice(0, confirmedRows));
  }

  /** Whether the last confirmed row has a key, by which a page that repeats it is recognised. */
  get hasAnchor(): boolean {
    return (this.rows[this.confirmedRows - 1] ?? null) !== null;
  }

  /** Marks the rows from `from` on as outdated. */
  invalidate(from: number): void {
    this.confirmedRows = Math.min(this.confirmedRows, from);
  }

  /** Marks the rows before `to` as current. */
  confirm(to: number): void {
    this.confirmedRows = Math.max(this.confirmedRows, to);
  }

  /** Adds the page that was read below the confirmed rows; without such rows it is the first page. */
  mergePage({ rows, isLast, offset }: Slice<Item>): MergeResult {
    const { adopted, found, deepest } = this.matchRows(rows);
    const anchor = Math.max(-1, ...found.filter((index) => index < this.confirmedRows));
    const isReplaced = this.confirmedRows === 0 && deepest < 0;
    const cut = anchor < 0 ? this.confirmedRows : anchor + 1;
    const resume = this.resumeAfter(adopted, found, deepest);
    const rest = isLast ? this.rows.length : resume;
    const confirmedBelow = Math.max(0, this.confirmedRows - rest);
    let above = this.replace({ from: 0, to: cut }, adopted, found, rest);
    // Unreadable rows have no key: those that the page repeats show only in the list's surplus of rows.
    const repeated = Math.min(above - offset, countUnreadable(adopted));
    for (let i = 0; i < repeated; i++) {
      const last = this.rows.lastIndexOf(null, above - 1);
      if (last < 0) break;
      this.removeRange({ from: last, to: last + 1 });
      above--;
    }
    this.confirmedRows = above + adopted.length + confirmedBelow;
    return { above, isAnchored: anchor >= 0, isReplaced };
  }

  /**
   * Puts a page into a range, of which it may replace rows.
   *
   * @param isWhole - Whether the page has all rows that the server has in the range.
   * @returns Number of rows of the range above and below the page; null if the page does not belong there.
   */
  spliceRange(
    { from, to }: RowRange,
    rows: readonly Row<Item>[],
    isWhole: boolean,
    edge: Edge,
  ): { readonly above: number; readonly below: number } | null {
    const { adopted, found, deepest } = this.matchRows(rows);
    if (found.some((index) => index >= to || (index >= 0 && index < from))) return null;
    if (!isWhole && deepest < 0 && to > from && edge === 'none') return null;
    const unknown = edge === 'bottom' ? to : from;
    const cut = isWhole ? from : deepest < 0 ? unknown : deepest + 1;
    const resume = isWhole ? to : deepest < 0 ? unknown : this.skipUnreadable(deepest + 1, adopted);
    const above = this.replace({ from, to: cut }, adopted, found, Math.min(resume, to));
    return { above, below: Math.max(0, to - resume) };
  }

  /** Removes the rows of a range. */
  removeRange({ from, to }: RowRange): void {
    this.replace({ from, to: from }, [], [], to);
  }

  /** Replaces the item with this key by one that is not older. @returns False when there is none to replace. */
  patch(key: string, item: Item): boolean {
    const index = this.index.of(key);
    const before = this.rows[index] ?? null;
    if (before === null || this.traits.isOlder?.(item, before)) return false;
    const rows = [...this.rows];
    rows[index] = this.traits.sameItem(before, item) ? before : item;
    this.change(rows, index);
    return true;
  }

  /** Removes the item with this key. @returns False when there is none. */
  remove(key: string): boolean {
    const index = this.index.of(key);
    if (index < 0) return false;
    const confirmed = this.confirmedRows - (index < this.confirmedRows ? 1 : 0);
    this.removeRange({ from: index, to: index + 1 });
    this.confirmedRows = confirmed;
    this.removals++;
    return true;
  }

  /** Finds the rows of a page in the list; keeps the list's object of an item that looks the same. */
  private matchRows(rows: readonly Row<Item>[]) {
    const keys = new Set<string>();
    const found: number[] = [];
    const adopted = rows.map((row) => {
      const key = row === null ? null : this.traits.keyOf(row);
      const isRepeated = key !== null && keys.has(key);
      if (row === null || key === null || isRepeated) {
        found.push(-1);
        return null;
      }
      keys.add(key);
      const index = this.index.of(key);
      found.push(index);
      const known = this.rows[index] ?? null;
      return known !== null && this.traits.sameItem(known, row) ? known : row;
    });
    return { adopted, found, deepest: found.reduce((a, b) => Math.max(a, b), -1) };
  }

  /** Index of the first row that stays below a page that was read below the confirmed rows. */
  private resumeAfter(adopted: readonly Row<Item>[], found: readonly number[], deepest: number) {
    let last = adopted.length - 1;
    while (last > 0 && adopted[last] === null) last--;
    if ((found[last] ?? -1) >= 0) return this.skipUnreadable(deepest + 1, adopted);
    if (deepest >= this.confirmedRows) return deepest + 1;
    // The rows below do not touch the page, so what lies between is unknown: they are dropped.
    return adopted.length > 0 ? this.rows.length : this.confirmedRows;
  }

  /** Unreadable rows at the end of a page are the list's own unreadable rows after the last known one. */
  private skipUnreadable(index: number, adopted: readonly Row<Item>[]): number {
    let after = index;
    for (let i = adopted.length - 1; adopted[i] === null && this.rows[after] === null; i--) after++;
    return after;
  }

  /** Puts `adopted` between `kept` and `rest`. @returns How many rows of `kept` are left. */
  private replace(kept: RowRange, adopted: Row<Item>[], found: number[], rest: number): number {
    const before = this.rows;
    const moved = new Set(found.filter((index) => index >= kept.from && index < kept.to));
    if (moved.size === 0 && kept.to === before.length) {
      // The usual page only adds rows: the list is copied once and not searched.
      this.change(before.concat(adopted), before.length, true);
      return kept.to - kept.from;
    }
    const left = before.slice(kept.from, kept.to).filter((_, i) => !moved.has(kept.from + i));
    const top = before.slice(0, kept.from);
    this.change([...top, ...left, ...adopted, ...before.slice(rest)], kept.from);
    return left.length;
  }

  private change(rows: readonly Row<Item>[], from: number, isAppend = false): void {
    if (isAppend) this.index.append(rows, from);
    else this.index.replace(rows);
    this.unreadable = isAppend
      ? this.unreadable + countUnreadable(rows.slice(from))
      : countUnreadable(rows);
    this.readable.changedFrom(from);
    this.rows = rows;
  }
}

function countUnreadable(rows: readonly Row<unknown>[]): number {
  return rows.filter((row) => row === null).length;
}
