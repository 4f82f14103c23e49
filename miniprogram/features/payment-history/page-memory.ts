import type { ServerClock } from '../../core/server-clock';
import { GATEWAY_TYPES, type GatewayFamily, type Order } from '../../domain/order';
import type { OrderFilters } from '../../domain/order-filter';
import type { FetchPage, Page } from '../../state/paging/source';

/** Pages that were read a moment ago, by the filters of their request. */
export interface PageMemory {
  /**
   * Makes one source repeat the remembered pages. From the first page on that is not remembered it asks the
   * server, so that a list never mixes a new page with older ones that it reads later.
   */
  repeating(filters: OrderFilters, fetchPage: FetchPage<Order>): FetchPage<Order>;
  /** The orders of the remembered pages. */
  ordersOf(filters: OrderFilters): readonly Order[];
  /** Whether an answer had a type of this family that the module does not list. */
  hasUnlisted(family: GatewayFamily): boolean;
  /** Whether the first page is remembered. */
  has(filters: OrderFilters): boolean;
  /** How many pages have not been read; `Infinity` where that is unknown. */
  pagesLeft(filters: OrderFilters): number;
  /** Forgets all pages: what they say may no longer be true. */
  forget(): void;
}

/** A remembered page is repeated for this many milliseconds. */
const REMEMBERED_MS = 60_000;

interface Remembered {
  readonly page: Page<Order>;
  readonly offset: number;
  readonly at: number;
}

/** Creates an empty memory. */
export function createPageMemory({ elapsed }: Pick<ServerClock, 'elapsed'>): PageMemory {
  let remembered = new Map<string, Map<string, Remembered>>();

  /** Families of the answers so far, by an unlisted type; a shop goes on to use it. */
  const unlisted = new Set<string>();

  function note({ gateway, gatewayRaw }: Order): void {
    if (gateway === 'unknown' || gatewayRaw === null) return;
    const listed: readonly string[] = GATEWAY_TYPES[gateway];
    if (!listed.includes(gatewayRaw)) unlisted.add(gateway);
  }

  const isFresh = ({ at }: Remembered) => Math.abs(elapsed() - at) < REMEMBERED_MS;

  /** The fresh pages of one query by their range. */
  function pagesOf(filters: OrderFilters): Map<string, Remembered> {
    const key = JSON.stringify(filters);
    const pages = remembered.get(key) ?? new Map<string, Remembered>();
    pages.forEach((page, range) => isFresh(page) || pages.delete(range));
    remembered.set(key, pages);
    return pages;
  }

  return {
    repeating(filters, fetchPage) {
      const repeated = new Set<string>();
      let isRepeating = true;
      return async (range, signal) => {
        const key = `${range.offset}+${range.limit}`;
        const known = pagesOf(filters).get(key);
        // A range that this source reads again is one whose page turned out to be outdated.
        if (isRepeating && known && !repeated.has(key)) {
          repeated.add(key);
          return known.page;
        }
        isRepeating = false;
        const before = remembered;
        const page = await fetchPage(range, signal);
        page.rows.forEach((order) => order && note(order));
        const { offset } = range;
        if (before === remembered) pagesOf(filters).set(key, { page, offset, at: elapsed() });
        return page;
      };
    },
    ordersOf: (filters) =>
      ([] as Order[]).concat(
        ...[...pagesOf(filters).values()].map(({ page }) => page.rows.filter(isOrder)),
      ),
    hasUnlisted: (family) => unlisted.has(family),
    has: (filters) => [...pagesOf(filters).values()].some(({ offset }) => offset === 0),
    pagesLeft(filters) {
      const pages = [...pagesOf(filters).values()].sort((a, b) => a.offset - b.offset);
      let read = 0;
      let left = Infinity;
      for (const { offset, page } of pages) {
        if (offset > read) return Infinity;
        read = Math.max(read, offset + page.rows.length);
        const { isLast, totalCount, limit } = page;
        left = isLast ? 0 : totalCount === null ? Infinity : Math.ceil((totalCount - read) / limit);
      }
      return left;
    },
    forget: () => (remembered = new Map()),
  };
}

function isOrder(row: Order | null): row is Order {
  return row !== null;
}
