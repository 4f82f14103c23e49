import { createAsking, type Answer } from './asking';
import type { CancelSignal } from '../../core/cancellation';
import { findNewestEnd } from './newest-end';
import type { Compare, FetchPage, Slice } from './page';
import { orderOf, type ServerOrder } from './server-order';

/** What is read, and how much at a time. */
export interface PageReaderOptions<Item> {
  readonly fetchPage: FetchPage<Item>;
  readonly compare: Compare<Item>;
  /** Rows of the first page. */
  readonly limit: number;
  /** Rows of a later page, where the server grants them. */
  readonly laterLimit: number;
}

/** Reads a server as if it had the newest first and counted from there, whatever it really does. */
export interface PageReader<Item> {
  /** Rows a later page brings. */
  readonly pageSize: number;
  /** Whether the server has granted that many. */
  readonly isPageSizeSure: boolean;
  /** The newest rows. */
  head(signal: CancelSignal): Promise<Slice<Item>>;
  /**
   * About `size` rows below the `offset` newest ones. The slice says where it really lies, for the
   * list may have moved. Null when the server turns out to count from its other end: all positions
   * so far were wrong.
   */
  read(offset: number, size: number, signal: CancelSignal): Promise<Slice<Item> | null>;
}

/** Makes a reader that knows nothing yet about its server. */
export function createPageReader<Item>(options: PageReaderOptions<Item>): PageReader<Item> {
  const { compare, limit, laterLimit } = options;
  const asking = createAsking(options.fetchPage, laterLimit);
  let order: ServerOrder = 'unknown';
  // Oldest first only: how many rows the server has, from where its newest are counted.
  let end = 0;
  // A page of one row shows no order, but two such pages do.
  let previous: Item | null = null;

  /** Looks at rows as they came; whether the server counts from its oldest row. */
  function countsFromOldest(rows: Answer<Item>['rows']): boolean {
    order = orderOf(order === 'unknown' ? [previous, ...rows] : rows, compare, order);
    previous = rows[rows.length - 1] ?? null;
    return order === 'oldest-first';
  }

  async function head(signal: CancelSignal): Promise<Slice<Item>> {
    previous = null;
    if (order === 'oldest-first') return newestEnd({ first: [], guess: end }, signal);
    const answer = await asking.ask(0, Math.min(limit, asking.pageSize), signal);
    if (!countsFromOldest(answer.rows)) return answer;
    end = answer.rows.length;
    if (answer.isLast) return turned(answer);
    return newestEnd({ first: answer.rows, guess: answer.total }, signal);
  }

  async function newestEnd(
    from: { first: Answer<Item>['rows']; guess: number | null },
    signal: CancelSignal,
  ): Promise<Slice<Item>> {
    const found = await findNewestEnd(asking, { ...from, wanted: limit }, signal);
    if (!countsFromOldest(found.rows) && from.first.length === 0) return head(signal);
    end = found.end;
    return turned({ ...found, offset: end - found.rows.length });
  }

  /** `answer` as seen from the newest row. */
  function turned(answer: Pick<Answer<Item>, 'offset' | 'rows' | 'total'>): Slice<Item> {
    const { offset, rows, total } = answer;
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
      const from = Math.max(0, to - Math.min(size, asking.pageSize));
      const answer = await asking.ask(from, to - from, signal);
      // The rows nearest to the list were cut off: now that it is known how many come, once more.
      if (answer.isCut) continue;
      if (!countsFromOldest(answer.rows)) return null;
      const reach = from + answer.rows.length;
      end = answer.total ?? (reach < to ? reach : Math.max(end, reach));
      return turned(answer);
    }
  }

  return {
    get pageSize() {
      return asking.pageSize;
    },
    get isPageSizeSure() {
      return asking.isPageSizeSure;
    },
    head,
    async read(offset, size, signal) {
      if (order === 'oldest-first') return readBackwards(offset, size, signal);
      const answer = await asking.ask(offset, Math.min(size, asking.pageSize), signal);
      if (countsFromOldest(answer.rows)) return null;
      const { total } = answer;
      const isPastEnd = answer.rows.length === 0 && total !== null;
      return isPastEnd ? { ...answer, offset: Math.min(offset, total) } : answer;
    },
  };
}
