/** Exact heights in a grouped list, in whole px: places are found by counting, never by measuring. */
export interface Heights {
  readonly row: number;
  /** What stands above the rows of each group. */
  readonly header: number;
}

/** The part of a list that is on screen, in px from the list's top; starts above 0 while something above the list is seen. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** Where a row is. */
export interface RowPlace {
  readonly group: number;
  /** In its group, from 0. */
  readonly index: number;
  /** In the whole list, from 0. */
  readonly row: number;
}

/** Where everything is in a list of groups of rows. */
export interface Outline {
  /** Rows in all. */
  readonly rows: number;
  /** In px. */
  readonly height: number;
  /** A row by its number in the list, clamped to the rows there are. */
  place(row: number): RowPlace;
  /** The row at a distance from the list's top; a header counts to the row below it. */
  rowAt(px: number): number;
  /** Distance of a row from the list's top, in px. */
  topOf(row: number): number;
  /** The same for a group with its header. */
  groupTop(group: number): number;
  groupHeight(group: number): number;
}

/** Chunks `first` to `last`, both included; none when `last` is less. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Lays a list out.
 *
 * @param sizes - How many rows each group has, at least one.
 */
export function createOutline(sizes: readonly number[], heights: Heights): Outline {
  // For each group, how many rows come before it; and, at the end, how many there are.
  const starts = [0];
  for (const size of sizes) starts.push((starts[starts.length - 1] ?? 0) + size);
  const startOf = (group: number) => starts[group] ?? 0;
  const rows = startOf(sizes.length);

  const groupTop = (group: number) => startOf(group) * heights.row + group * heights.header;

  /** The last group of which something holds that holds for all groups before it as well. */
  function lastGroup(holds: (group: number) => boolean): number {
    let low = 0;
    let high = sizes.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (holds(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function place(wanted: number): RowPlace {
    const row = clamp(wanted, 0, rows - 1);
    const group = lastGroup((candidate) => startOf(candidate) <= row);
    return { group, index: row - startOf(group), row };
  }

  return {
    rows,
    height: groupTop(sizes.length),
    place,
    rowAt(px) {
      const group = lastGroup((candidate) => groupTop(candidate) <= px);
      const below = Math.floor((px - groupTop(group) - heights.header) / heights.row);
      const row = startOf(group) + clamp(below, 0, (sizes[group] ?? 1) - 1);
      return clamp(row, 0, rows - 1);
    },
    topOf(row) {
      return row * heights.row + (place(row).group + 1) * heights.header;
    },
    groupTop,
    groupHeight: (group) => heights.header + (sizes[group] ?? 0) * heights.row,
  };
}

/**
 * The chunks to keep alive: the one in the middle of the screen and its neighbours, always as many as
 * `count` where there are so many, so that the number of nodes does not depend on the place.
 *
 * @param chunk - Rows in a chunk.
 */
export function liveChunks(
  outline: Outline,
  viewport: Viewport,
  { chunk, count }: { readonly chunk: number; readonly count: number },
): Span {
  const chunks = Math.ceil(outline.rows / chunk);
  const middle = Math.floor(outline.rowAt(viewport.top + viewport.height / 2) / chunk);
  const first = clamp(middle - Math.floor(count / 2), 0, Math.max(0, chunks - count));
  return { first, last: Math.min(first + count, chunks) - 1 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
