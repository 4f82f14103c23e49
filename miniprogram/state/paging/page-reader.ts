import type { CancelSignal } from '../../core/cancellation';
import { throwIfSuperseded } from './runs';
import type { FetchPage, Row } from './source';

/** A part of the list as the server had it at one moment. */
export interface Slice<Item> {
  /** Number of rows that the server had before it. */
  readonly offset: number;
  readonly rows: readonly Row<Item>[];
  /** Whether the server had no row after it. */
  readonly isLast: boolean;
  /** Number of rows of the server; null where it does not say, or says what cannot be true. */
  readonly total: number | null;
}

/** Reads the rows of a server in the server's order. */
export interface PageReader<Item> {
  /** Number of rows in a page, as far as is known. */
  readonly pageSize: number;
  /** Whether the server has granted a page of that size. */
  readonly isPageSizeSure: boolean;
  /**
   * Reads at most `size` rows after the first `offset` rows.
   *
   * @throws The error of the source, or an error if `signal` is cancelled: before the request or meanwhile.
   */
  read(offset: number, size: number, signal: CancelSignal): Promise<Slice<Item>>;
}

/**
 * Creates a reader, which learns from each answer what page size the server grants and whether its
 * totals can be true.
 *
 * @param maxPageSize - Rows to ask for at most.
 */
export function createPageReader<Item>(
  fetchPage: FetchPage<Item>,
  maxPageSize: number,
): PageReader<Item> {
  let pageSize = maxPageSize;
  let isPageSizeSure = false;
  let isTotalCredible = true;

  function learnPageSize(asked: number, granted: number): void {
    if (granted < asked) pageSize = Math.min(pageSize, Math.max(1, granted));
    if (granted < asked || asked >= pageSize) isPageSizeSure = true;
  }

  return {
    get pageSize() {
      return pageSize;
    },
    get isPageSizeSure() {
      return isPageSizeSure;
    },
    async read(offset, size, signal) {
      throwIfSuperseded(signal);
      const asked = Math.min(size, pageSize);
      const page = await fetchPage({ offset, limit: asked, order: 'newest-first' }, signal);
      // The reader learns nothing from an answer that is no longer wanted.
      throwIfSuperseded(signal);
      const { rows, limit, totalCount } = page;
      const end = offset + rows.length;
      if (totalCount !== null && contradicts(totalCount, offset, rows.length)) {
        isTotalCredible = false;
      }
      const total = isTotalCredible ? totalCount : null;
      const hasMore = total !== null && rows.length > 0 && end < total;
      const granted = hasMore ? Math.min(rows.length, limit) : limit;
      learnPageSize(asked, granted);
      // A service derives `isLast` from the total: a wrong total makes it wrong too.
      const isHintedLast = page.isLast && totalCount === null;
      const isShort = rows.length < Math.min(granted, asked);
      const isEnd = total === null ? isHintedLast || isShort : !hasMore;
      return {
        // Rows before this offset may have left the server meanwhile.
        offset: rows.length === 0 && total !== null ? Math.min(offset, total) : offset,
        rows,
        isLast: rows.length === 0 || isEnd,
        total,
      };
    },
  };
}

/** A total and the rows of one answer are of one moment, so they must fit together. */
function contradicts(total: number, offset: number, received: number): boolean {
  return received === 0 ? offset < total : offset + received > total;
}
