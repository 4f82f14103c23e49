import type { CancelSignal } from '../../core/cancellation';
import type { PageReader, Slice } from './page-reader';
import type { Compare, Row } from './source';

/** Reads a list from its newest row downwards. */
export interface ListReader<Item> extends Pick<PageReader<Item>, 'pageSize' | 'isPageSizeSure'> {
  /** Reads the newest rows. */
  head(signal: CancelSignal): Promise<Slice<Item>>;
  /**
   * Reads about `size` rows below the `offset` newest rows. The slice has the offset at which it really
   * lies, since the list may have moved.
   *
   * @returns Null when the server turns out to count from its other end: all offsets so far were wrong.
   */
  read(offset: number, size: number, signal: CancelSignal): Promise<Slice<Item> | null>;
}

/** In which order a server gives its rows; unknown while there were too few rows to tell. */
type ServerOrder = 'unknown' | 'newest-first' | 'oldest-first';

// Rows with equal or missing times stand in any order, in a server of either order.
const CLEAR_MAJORITY = 4;

/**
 * Adapts a reader to a server that may give the oldest rows first, whatever it is asked for. Slices of
 * a server that gives the newest first pass unchanged.
 *
 * @param headSize - Rows of the first page.
 */
export function adaptOldestFirst<Item>(
  reader: PageReader<Item>,
  compare: Compare<Item>,
  headSize: number,
): ListReader<Item> {
  let order: ServerOrder = 'unknown';
  // Oldest first only: number of rows of the server, from where the newest are counted.
  let end = 0;
  // The last readable row before: a page of one row shows no order, but two such pages do.
  let previous: Row<Item> = null;

  /** Learns the order from rows as they came. @returns Whether it is oldest first. */
  function isOldestFirst(rows: readonly Row<Item>[]): boolean {
    order = orderOf(order === 'unknown' ? [previous, ...rows] : rows, compare, order);
    previous = [...rows].reverse().find((row) => row !== null) ?? previous;
    return order === 'oldest-first';
  }

  async function head(signal: CancelSignal): Promise<Slice<Item>> {
    previous = null;
    if (order === 'oldest-first') return newestRows([], end, signal);
    const slice = await reader.read(0, headSize, signal);
    if (!isOldestFirst(slice.rows)) return slice;
    end = slice.rows.length;
    return slice.isLast ? reversed(slice) : newestRows(slice.rows, slice.total, signal);
  }

  /** @param first - The first rows of the server, where they were read just now. */
  async function newestRows(
    first: readonly Row<Item>[],
    guess: number | null,
    signal: CancelSignal,
  ): Promise<Slice<Item>> {
    const found = await findEnd(reader, { first, guess, wanted: headSize }, signal);
    if (!isOldestFirst(found.rows) && first.length === 0) return head(signal);
    end = found.end;
    return reversed({ ...found, offset: end - found.rows.length });
  }

  /** The slice as counted from the newest row. */
  function reversed({ offset, rows, total }: Omit<Slice<Item>, 'isLast'>): Slice<Item> {
    return {
      offset: Math.max(0, end - offset - rows.length),
      rows: [...rows].reverse(),
      isLast: offset === 0,
      total,
    };
  }

  async function readBackwards(offset: number, size: number, signal: CancelSignal) {
    for (;;) {
      const to = end - offset;
      if (to <= 0) return { offset: end, rows: [], isLast: true, total: null };
      const from = Math.max(0, to - Math.min(size, reader.pageSize));
      const slice = await reader.read(from, to - from, signal);
      const reach = from + slice.rows.length;
      // The server granted fewer rows and cut off those nearest to the list: ask for fewer now.
      if (reach < to && !slice.isLast) continue;
      if (!isOldestFirst(slice.rows)) return null;
      end = slice.total ?? (reach < to ? reach : Math.max(end, reach));
      return reversed(slice);
    }
  }

  return {
    get pageSize() {
      return reader.pageSize;
    },
    get isPageSizeSure() {
      return reader.isPageSizeSure;
    },
    head,
    async read(offset, size, signal) {
      if (order === 'oldest-first') return readBackwards(offset, size, signal);
      const slice = await reader.read(offset, size, signal);
      return isOldestFirst(slice.rows) ? null : slice;
    },
  };
}

/**
 * The order that `rows` are in, as far as neighbours agree on one.
 *
 * @param believed - The order found before; one pair of rows is not enough to give it up.
 */
function orderOf<Item>(
  rows: readonly Row<Item>[],
  compare: Compare<Item>,
  believed: ServerOrder,
): ServerOrder {
  let falling = 0;
  let rising = 0;
  let above: Row<Item> = null;
  for (const row of rows) {
    if (row === null) continue;
    const direction = above === null ? 0 : compare(above, row);
    if (direction < 0) falling++;
    if (direction > 0) rising++;
    above = row;
  }
  const enough = believed === 'unknown' ? 1 : CLEAR_MAJORITY;
  if (rising >= enough && rising > CLEAR_MAJORITY * falling) return 'oldest-first';
  if (falling >= enough && falling > CLEAR_MAJORITY * rising) return 'newest-first';
  return believed;
}

/** Where the search for the end of a list begins. */
interface EndSearch<Item> {
  /** The first rows of the server, where they are known. */
  readonly first: readonly Row<Item>[];
  /** Number of rows that the server may have; null where nothing hints at it. */
  readonly guess: number | null;
  /** Rows to read before the end, where the guess is right. */
  readonly wanted: number;
}

/**
 * Finds the end of a list that grows at its end: in one request with a true total, otherwise by steps
 * that double until they are past the end and halve from there.
 *
 * @returns The number of rows of the server, and the rows right before the end, oldest first.
 */
async function findEnd<Item>(
  reader: PageReader<Item>,
  { first, guess, wanted }: EndSearch<Item>,
  signal: CancelSignal,
): Promise<Pick<Slice<Item>, 'rows' | 'total'> & { readonly end: number }> {
  let rows = first;
  let low = first.length;
  let high: number | null = null;
  let stride = 0;
  let at = guess === null ? low : Math.max(0, guess - wanted);
  for (;;) {
    const slice = await reader.read(at, reader.pageSize, signal);
    const { total } = slice;
    const isPastEnd = slice.rows.length === 0;
    if (isPastEnd) {
      high = at;
      // Rows that were there may have left meanwhile, even all of them.
      if (low > high) return { end: 0, rows: [], total };
      if (low === high) return { end: low, rows, total };
    } else {
      rows = at === low ? [...rows, ...slice.rows] : slice.rows;
      low = at + slice.rows.length;
      if (slice.isLast) return { end: low, rows, total };
    }
    if (total !== null) {
      at = Math.max(isPastEnd ? 0 : low, total - wanted);
      low = Math.min(low, at);
    } else if (high === null) {
      at = low + stride * reader.pageSize;
      stride = stride * 2 + 1;
    } else {
      at = high - low <= reader.pageSize ? low : Math.floor((low + high) / 2);
    }
  }
}
