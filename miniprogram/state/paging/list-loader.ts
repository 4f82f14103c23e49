import type { CancelSignal } from '../../core/cancellation';
import type { ItemTraits } from './item-traits';
import { reconcile } from './reconcile';
import type { Slice } from './page';
import { createReadAhead } from './read-ahead';
import { createPageReader, type PageReaderOptions } from './page-reader';
import { Rows } from './rows';

/** What a list is made of, for one source. */
export type ListLoaderOptions<Item> = PageReaderOptions<Item> & ItemTraits<Item>;

/** A list on its way from one source; it asks, joins and repairs, and leaves phases to its owner. */
export interface ListLoader<Item> {
  /** In display order; the same array for as long as it is the same. */
  readonly items: readonly Item[];
  /** How many of `items` are current. */
  readonly confirmed: number;
  readonly total: number | null;
  /** All rows of the server are here and current. */
  readonly isLast: boolean;
  /** `items` goes down to the end of the source, as far as is known; not all of it need be current. */
  readonly reachesEnd: boolean;
  /** Rows a later page brings. */
  readonly pageSize: number;
  /**
   * Reads the first page.
   *
   * @param believesRest - Rows further down stay current, unless the answer speaks against it.
   * @returns Whether the list was replaced as a whole.
   */
  head(believesRest: boolean, signal: CancelSignal): Promise<boolean>;
  /**
   * Reads `pages` pages below the current rows, two at once.
   *
   * @param onLanded - Told after each page, before what it may have shown to be wrong is repaired.
   * @returns Whether the list was replaced as a whole.
   */
  append(pages: number, signal: CancelSignal, onLanded: () => void): Promise<boolean>;
  /** While `append` is under way: so many pages are wanted from here, at least. */
  want(pages: number): void;
  /** Exchanges one item; false when the list does not have its key. */
  patch(item: Item): boolean;
  /** Takes out one item that the server has no more; false when the list does not have it. */
  remove(key: string): boolean;
}

// A server whose answers never fit together would be repaired for ever; the next refresh tries anew.
const MOST_REPAIRS = 3;

/** Makes an empty list of a source. */
export function createListLoader<Item>(options: ListLoaderOptions<Item>): ListLoader<Item> {
  const reader = createPageReader(options);
  const rows = new Rows(options);
  let total: number | null = null;
  let endSeen = false;
  let isFirst = true;
  let failedRepairs = 0;
  let wanted = 0;
  let lookAhead: (() => void) | null = null;

  /** Whether one known row can be read again for nothing, to see that the list has not moved. */
  function canRepeatRow(): boolean {
    const { pageSize, isPageSizeSure } = reader;
    if (rows.confirmed === 0 || !rows.hasAnchor || pageSize < 2) return false;
    // Without a total nothing else shows that a row above has gone.
    if (total === null) return true;
    return isPageSizeSure && (total - rows.confirmed) % pageSize !== 0;
  }

  async function head(believesRest: boolean, signal: CancelSignal): Promise<boolean> {
    const slice = await reader.head(signal);
    const before = { total, length: rows.length, doubted: rows.length - rows.confirmed };
    rows.invalidate(0);
    const { isReplaced } = rows.mergePage(slice);
    total = slice.total;
    noteEnd(slice);
    failedRepairs = 0;
    const grown = rows.length - before.length;
    const isExplained = total === null || before.total === null || total - before.total === grown;
    if (believesRest && isExplained && rows.length > rows.confirmed) {
      rows.confirm(rows.length - before.doubted);
    }
    const wasFirst = isFirst;
    isFirst = false;
    return wasFirst || isReplaced;
  }

  async function append(
    pages: number,
    signal: CancelSignal,
    onLanded: () => void,
  ): Promise<boolean> {
    const ahead = createReadAhead(reader, signal);
    let next = 0;
    const look = () => {
      if (wanted > 1 && total !== null && next < total) ahead.start(next);
    };
    wanted = pages;
    lookAhead = look;
    try {
      while (wanted > 0 && !isLast()) {
        const { pageSize } = reader;
        const asked = ahead.take(rows.confirmed);
        const repeated = asked ? 0 : Number(canRepeatRow());
        const offset = rows.confirmed - repeated;
        const reading = asked ?? reader.read(offset, pageSize, signal);
        next = offset + pageSize;
        look();
        const slice = await reading;
        if (!slice) return (await head(false, signal)) || true;
        wanted--;
        await join(slice, repeated > 0, signal, onLanded);
      }
    } finally {
      // A run that was superseded may end after the next one has begun.
      if (lookAhead === look) lookAhead = null;
      ahead.drop();
    }
    return false;
  }

  async function join(
    slice: Slice<Item>,
    hasRepeated: boolean,
    signal: CancelSignal,
    onLanded: () => void,
  ): Promise<void> {
    const hadRows = rows.confirmed > 0;
    const { length } = rows;
    const { above, isAnchored } = rows.mergePage(slice);
    const isDoubtful = hadRows && !isAnchored && (hasRepeated || slice.total !== total);
    total = slice.total;
    noteEnd(slice);
    if (above === slice.offset && !isDoubtful) return onLanded();
    const doubted = rows.length - rows.confirmed;
    const gap = { list: { from: 0, to: above }, server: { from: 0, to: slice.offset } };
    rows.invalidate(0);
    onLanded();
    const isMended = await reconcile({ rows, reader, total }, { ...gap, isDoubtful }, signal);
    if (!isMended && ++failedRepairs < MOST_REPAIRS) return;
    rows.confirm(rows.length - doubted);
    if (!isMended && rows.length <= length) endSeen = true;
  }

  /** What is left below a page still ends where it did. */
  function noteEnd({ isLast }: Slice<Item>): void {
    endSeen = isLast || (endSeen && rows.length > rows.confirmed);
  }

  function isLast(): boolean {
    return endSeen && rows.confirmed === rows.length;
  }

  return {
    get items() {
      return rows.items;
    },
    get confirmed() {
      return rows.confirmedItems;
    },
    head,
    append,
    want(pages) {
      if (!lookAhead) return;
      wanted = Math.max(wanted, pages);
      lookAhead();
    },
    get total() {
      return total;
    },
    get isLast() {
      return isLast();
    },
    get reachesEnd() {
      return endSeen;
    },
    get pageSize() {
      return reader.pageSize;
    },
    patch: (item) => rows.patch(options.keyOf(item), item),
    remove(key) {
      const isRemoved = rows.remove(key);
      if (isRemoved && total !== null) total--;
      return isRemoved;
    },
  };
}
