/** Exact heights in a grouped list, in whole px: positions are computed, not measured. */
export interface Heights {
  readonly row: number;
  /** Height of the header above the rows of each group. */
  readonly header: number;
}

/** The part of a list that is on screen, in px from the list's top. `top` is negative while something above the list is visible. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** Whether two viewports show the same part of the list, to the px. */
export const isSameViewport = (one: Viewport, other: Viewport): boolean =>
  one.top === other.top && one.height === other.height;

/** The position of a row. */
export interface RowPlace {
  readonly group: number;
  /** Index in its group, from 0. */
  readonly index: number;
  /** Index in the whole list, from 0. */
  readonly row: number;
}

/** The layout of a list of groups of rows. */
export interface Outline {
  /** Number of rows of all groups. */
  readonly rows: number;
  /** Height of the list, in px. */
  readonly height: number;
  /** The position of a row, by its index in the list, clamped to the list. */
  place(row: number): RowPlace;
  /** Index of the row at a distance in px from the list's top; a header belongs to the row below it. */
  rowAt(px: number): number;
  /** Distance of a row from the list's top, in px. */
  topOf(row: number): number;
  /** Distance of a group's header from the list's top, in px. */
  groupTop(group: number): number;
  /** Height of a group with its header, in px. */
  groupHeight(group: number): number;
}

/** Chunks `first` to `last`, both included; empty when `last` is less than `first`. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Computes the layout of a list.
 *
 * @param sizes - Number of rows of each group, at least one.
 */
export function createOutline(sizes: readonly number[], heights: Heights): Outline {
  // Number of rows before each group, and at the end the number of all rows.
  const starts = [0];
  for (const size of sizes) starts.push((starts[starts.length - 1] ?? 0) + size);
  const startOf = (group: number) => starts[group] ?? 0;
  const rows = startOf(sizes.length);

  const groupTop = (group: number) => startOf(group) * heights.row + group * heights.header;

  /** The last group for which `holds` is true; it must be true for all groups before that one. */
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
 * The chunks to render, with the middle of the screen near their middle. There are always `count` of them,
 * if the list has as many, so that the number of nodes does not depend on the position.
 *
 * @param chunk - Number of rows in a chunk.
 */
export function liveChunks(
  outline: Outline,
  viewport: Viewport,
  { chunk, count }: { readonly chunk: number; readonly count: number },
): Span {
  const chunks = Math.ceil(outline.rows / chunk);
  const middle = outline.rowAt(viewport.top + viewport.height / 2) / chunk;
  const first = clamp(Math.round(middle - count / 2), 0, Math.max(0, chunks - count));
  return { first, last: Math.min(first + count, chunks) - 1 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
