import type { CancelSignal } from '../../core/cancellation';
import type { FetchPage } from './page';

/** One answer of the server, in its own order, with what can be believed of it. */
export interface Answer<Item> {
  readonly offset: number;
  readonly rows: readonly (Item | null)[];
  /** Nothing comes after these rows in the server's order. */
  readonly isLast: boolean;
  readonly total: number | null;
  /** Fewer rows came than were asked for although there are more: the server grants no more at a time. */
  readonly isCut: boolean;
}

/** Asks for rows and remembers what the server grants and whether its totals can be true. */
export interface Asking<Item> {
  /** Rows a page brings from now on. */
  readonly pageSize: number;
  /** Whether a page of that size has been granted already. */
  readonly isPageSizeSure: boolean;
  /** Rejects like the source, and when the run was cancelled meanwhile. */
  ask(offset: number, limit: number, signal: CancelSignal): Promise<Answer<Item>>;
}

/** @param largest - Rows to ask for at most. */
export function createAsking<Item>(fetchPage: FetchPage<Item>, largest: number): Asking<Item> {
  let pageSize = largest;
  let isPageSizeSure = false;
  let believesTotal = true;

  function learnGrant(asked: number, granted: number): void {
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
    async ask(offset, limit, signal) {
      const page = await fetchPage({ offset, limit, order: 'newest-first' }, signal);
      // Whoever cancelled has moved on: this answer must not even teach us anything.
      if (signal.cancelled) throw new Error('superseded');
      const { items, isLast } = page;
      const untold = isLast ? items.length : Math.max(page.limit, items.length);
      const received = page.received ?? untold;
      const end = offset + received;
      if (page.total !== null && contradicts(page.total, offset, received)) believesTotal = false;
      const total = believesTotal ? page.total : null;
      const hasMore = total !== null && received > 0 && end < total;
      const granted = hasMore ? Math.min(received, page.limit) : page.limit;
      learnGrant(limit, granted);
      // A wrong total spoils the hint, which is made from it.
      const hint = isLast && page.total === null;
      const ends = total === null ? hint || received < Math.min(granted, limit) : !hasMore;
      const holes = Array.from({ length: received - items.length }, () => null);
      return {
        offset,
        rows: [...items, ...holes],
        isLast: received === 0 || ends,
        total,
        isCut: received > 0 && received < limit && granted < limit,
      };
    },
  };
}

/** An answer is one moment of the server, so its total cannot be beside what it brings. */
function contradicts(total: number, offset: number, received: number): boolean {
  return received === 0 ? offset < total : offset + received > total;
}
