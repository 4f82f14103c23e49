import type { ItemTraits } from './item-traits';
import type { Slice } from './page';
import { createRowIndex, type RowIndex } from './row-index';
import { countUnreadable, type Row } from './row';
import { createShownItems } from './shown-items';

/** How a page joined the list. */
export interface MergeResult {
  /** How many rows the list has above the page. */
  readonly above: number;
  /** A row of the page was known to be current: nothing is missing between that row and the page. */
  readonly isAnchored: boolean;
  /** No row of the list survived. */
  readonly isReplaced: boolean;
}

/** A run of the list, by index, that is to be brought in line with the server. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Where to put a page none of whose rows the stretch knows. */
export type Edge = 'top' | 'bottom' | 'none';

/** The rows of a list in the order of the server, newest first. */
export class Rows<Item> {
  private rows: readonly Row<Item>[] = [];
  private confirmedRows = 0;
  private holes = 0;
  private readonly places: RowIndex<Item>;
  private readonly shown: ReturnType<typeof createShownItems<Item>>;
  /** Grows when a single row was taken out, which moves the indexes of a repair under way. */
  removals = 0;

  constructor(private readonly traits: ItemTraits<Item>) {
    this.shown = createShownItems(traits.compare);
    this.places = createRowIndex(traits.keyOf);
  }

  get length(): number {
    return this.rows.length;
  }

  /** How many rows from the top were read since the last refresh; those below are shown as they were. */
  get confirmed(): number {
    return this.confirmedRows;
  }

  /** What people see: the same array for as long as it is the same. */
  get items(): readonly Item[] {
    return this.shown.of(this.rows, this.holes === 0);
  }

  /** `confirmed`, counted in `items`. */
  get confirmedItems(): number {
    const { confirmedRows, holes, rows } = this;
    return holes === 0
      ? confirmedRows
      : confirmedRows - countUnreadable(rows.slice(0, confirmedRows));
  }

  /** Whether the last confirmed row has a key by which it can be known again. */
  get hasAnchor(): boolean {
    return (this.rows[this.confirmedRows - 1] ?? null) !== null;
  }

  /** Rows from here on are to be read again. */
  invalidate(from: number): void {
    this.confirmedRows = Math.min(this.confirmedRows, from);
  }

  /** Rows before `to` are current. */
  confirm(to: number): void {
    this.confirmedRows = Math.max(this.confirmedRows, to);
  }

  /** Joins the page that was read below the confirmed rows, or the first one when there are none. */
  mergePage({ rows, isLast, offset }: Slice<Item>): MergeResult {
    const { adopted, found, deepest } = this.matchRows(rows);
    const anchor = Math.max(-1, ...found.filter((place) => place < this.confirmedRows));
    const isReplaced = this.confirmedRows === 0 && deepest < 0;
    const cut = anchor < 0 ? this.confirmedRows : anchor + 1;
    const resume = this.resumeAfter(adopted, found, deepest);
    const rest = isLast ? this.rows.length : resume;
    const confirmedBelow = Math.max(0, this.confirmedRows - rest);
    let above = this.replace({ from: 0, to: cut }, adopted, found, rest);
    // Unreadable rows have no key: those that the page repeats show only in there being too many.
    const repeatedHoles = Math.min(above - offset, countUnreadable(adopted));
    for (let i = 0; i < repeatedHoles; i++) {
      const hole = this.rows.lastIndexOf(null, above - 1);
      if (hole < 0) break;
      this.removeRange({ from: hole, to: hole + 1 });
      above--;
    }
    this.confirmedRows = above + adopted.length + confirmedBelow;
    return { above, isAnchored: anchor >= 0, isReplaced };
  }

  /**
   * Puts a page into a stretch, whose rows it may replace but not leave.
   *
   * @returns How many rows of the stretch are above and below the page now; null if it has no place there.
   */
  spliceRange({ from, to }: RowRange, rows: readonly Row<Item>[], isWhole: boolean, edge: Edge) {
    const { adopted, found, deepest } = this.matchRows(rows);
    if (found.some((place) => place >= to || (place >= 0 && place < from))) return null;
    if (!isWhole && deepest < 0 && to > from && edge === 'none') return null;
    const unknown = edge === 'bottom' ? to : from;
    const cut = isWhole ? from : deepest < 0 ? unknown : deepest + 1;
    const resume = isWhole ? to : deepest < 0 ? unknown : this.skipHoles(deepest + 1, adopted);
    const above = this.replace({ from, to: cut }, adopted, found, Math.min(resume, to));
    return { above, below: Math.max(0, to - resume) };
  }

  /** Takes out a stretch. */
  removeRange({ from, to }: RowRange): void {
    this.replace({ from, to: from }, [], [], to);
  }

  /** Exchanges the item of this key; false when there is none. */
  patch(key: string, item: Item): boolean {
    const place = this.places.of(key);
    const before = this.rows[place] ?? null;
    if (before === null) return false;
    const rows = [...this.rows];
    rows[place] = this.traits.sameItem(before, item) ? before : item;
    this.change(rows, place);
    return true;
  }

  /** Takes out the item of this key; false when there is none. */
  remove(key: string): boolean {
    const place = this.places.of(key);
    if (place < 0) return false;
    const confirmed = this.confirmedRows - (place < this.confirmedRows ? 1 : 0);
    this.removeRange({ from: place, to: place + 1 });
    this.confirmedRows = confirmed;
    this.removals++;
    return true;
  }

  /** Finds the rows of a page in the list; keeps the known object of a row that shows the same. */
  private matchRows(rows: readonly Row<Item>[]) {
    const keys = new Set<string>();
    const found: number[] = [];
    const adopted = rows.map((row) => {
      const key = row === null ? null : this.traits.keyOf(row);
      const isTwice = key !== null && keys.has(key);
      if (row === null || key === null || isTwice) {
        found.push(-1);
        return null;
      }
      keys.add(key);
      const place = this.places.of(key);
      found.push(place);
      const known = this.rows[place] ?? null;
      return known !== null && this.traits.sameItem(known, row) ? known : row;
    });
    return { adopted, found, deepest: found.reduce((a, b) => Math.max(a, b), -1) };
  }

  /** Where the list goes on below a page that was read under the confirmed rows. */
  private resumeAfter(adopted: readonly Row<Item>[], found: readonly number[], deepest: number) {
    let last = adopted.length - 1;
    while (last > 0 && adopted[last] === null) last--;
    if ((found[last] ?? -1) >= 0) return this.skipHoles(deepest + 1, adopted);
    if (deepest >= this.confirmedRows) return deepest + 1;
    // What was known of the rows below does not touch the page: there is no telling what is between.
    return adopted.length > 0 ? this.rows.length : this.confirmedRows;
  }

  /** Unreadable rows at the end of a page are the list's own unreadable rows behind the last known one. */
  private skipHoles(place: number, adopted: readonly Row<Item>[]): number {
    let after = place;
    for (let i = adopted.length - 1; adopted[i] === null && this.rows[after] === null; i--) after++;
    return after;
  }

  /** Puts `adopted` between `kept` and `rest`; returns how many rows of `kept` are left. */
  private replace(kept: RowRange, adopted: Row<Item>[], found: number[], rest: number): number {
    const before = this.rows;
    const moved = new Set(found.filter((place) => place >= kept.from && place < kept.to));
    if (moved.size === 0 && kept.to === before.length) {
      // The everyday page: one copy of the list, and no look at what is in it.
      this.change(before.concat(adopted), before.length, true);
      return kept.to - kept.from;
    }
    const left = before.slice(kept.from, kept.to).filter((_, i) => !moved.has(kept.from + i));
    const top = before.slice(0, kept.from);
    this.change([...top, ...left, ...adopted, ...before.slice(rest)], kept.from);
    return left.length;
  }

  private change(rows: readonly Row<Item>[], from: number, isAppend = false): void {
    if (isAppend) this.places.append(rows, from);
    else this.places.forget(rows);
    this.holes = isAppend ? this.holes + countUnreadable(rows.slice(from)) : countUnreadable(rows);
    this.shown.changedFrom(from);
    this.rows = rows;
  }
}
