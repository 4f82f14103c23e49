import type { CancelSignal } from '../../core/cancellation';
import { adaptOldestFirst } from './oldest-first';
import { createPageReader, type Slice } from './page-reader';
import { createReadAhead } from './read-ahead';
import type * as reconciling from './reconcile';
import { Rows } from './rows';
import { throwIfSuperseded } from './runs';
import type { FetchPage, ItemTraits } from './source';

/** Numbers of rows to ask for. */
export interface PageSizes {
  /** Rows of the first page. */
  readonly limit: number;
  /** Rows of a later page, where the server grants them. */
  readonly laterLimit: number;
}

/** Loads the list of one source: reads pages, merges and reconciles them. Its owner knows the phases. */
export interface ListLoader<Item> {
  /** In display order; the same array while it is the same. */
  readonly items: readonly Item[];
  /** How many of `items`, from the top, are current. */
  readonly confirmed: number;
  /** Number of items that the source says it has; null where it does not say. */
  readonly total: number | null;
  /** Whether all rows of the source are loaded and current. */
  readonly isLast: boolean;
  /** Whether `items` reaches the end of the source, as far as is known; not all of it need be current. */
  readonly reachesEnd: boolean;
  /** Number of rows in a later page, as far as is known. */
  readonly pageSize: number;
  /**
   * Reads the first page.
   *
   * @param keepsRest - Whether the rows below stay current, unless the answer shows that they are not.
   * @returns Whether the list was replaced as a whole.
   */
  head(keepsRest: boolean, signal: CancelSignal): Promise<boolean>;
  /**
   * Reads `pages` pages below the current rows, at most two at a time.
   *
   * @param onMerged - Called after each page, before the differences that it revealed are reconciled.
   * @returns Whether the list was replaced as a whole.
   */
  append(pages: number, signal: CancelSignal, onMerged: () => void): Promise<boolean>;
  /** Makes a running `append` read at least so many more pages. */
  want(pages: number): void;
  /** Replaces one item. @returns False when the list does not have its key. */
  patch(item: Item): boolean;
  /** Removes one item that the server no longer has. @returns False when the list does not have it. */
  remove(key: string): boolean;
}

// Answers of a broken server may never fit together. The next refresh starts to count again.
const MAX_FAILED_RECONCILIATIONS = 3;

/** Creates the empty list of a source. */
export function createListLoader<Item>(
  fetchPage: FetchPage<Item>,
  traits: ItemTraits<Item>,
  { limit, laterLimit }: PageSizes,
): ListLoader<Item> {
  const reader = adaptOldestFirst(createPageReader(fetchPage, laterLimit), traits.compare, limit);
  const rows = new Rows(traits);
  let total: number | null = null;
  let endSeen = false;
  let isFirst = true;
  let failedReconciliations = 0;
  let wanted = 0;
  let readMore: (() => void) | null = null;

  /** Whether the next page can repeat one known row, which shows that the list has not moved. */
  function canRepeatRow(): boolean {
    const { pageSize, isPageSizeSure } = reader;
    if (rows.confirmed === 0 || !rows.hasAnchor || pageSize < 2) return false;
    // Without a total nothing else shows that a row above has left.
    if (total === null) return true;
    // With one, a row is repeated only where that costs no additional request.
    return isPageSizeSure && (total - rows.confirmed) % pageSize !== 0;
  }

  async function head(keepsRest: boolean, signal: CancelSignal): Promise<boolean> {
    const slice = await reader.head(signal);
    const before = { total, length: rows.length, outdated: rows.length - rows.confirmed };
    rows.invalidate(0);
    const { isReplaced } = rows.mergePage(slice);
    total = slice.total;
    noteEnd(slice);
    failedReconciliations = 0;
    const grown = rows.length - before.length;
    const isExplained = total === null || before.total === null || total - before.total === grown;
    if (keepsRest && isExplained && rows.length > rows.confirmed) {
      rows.confirm(rows.length - before.outdated);
    }
    const wasFirst = isFirst;
    isFirst = false;
    return wasFirst || isReplaced;
  }

  async function append(
    pages: number,
    signal: CancelSignal,
    onMerged: () => void,
  ): Promise<boolean> {
    const ahead = createReadAhead(reader, signal);
    let next = 0;
    const startAhead = () => {
      if (wanted > 1 && total !== null && next < total) ahead.start(next);
    };
    wanted = pages;
    readMore = startAhead;
    try {
      while (wanted > 0 && !isLast()) {
        const { pageSize } = reader;
        const requested = ahead.take(rows.confirmed);
        const repeated = requested ? 0 : Number(canRepeatRow());
        const offset = rows.confirmed - repeated;
        const reading = requested ?? reader.read(offset, pageSize, signal);
        next = offset + pageSize;
        startAhead();
        const slice = await reading;
        throwIfSuperseded(signal);
        if (!slice) return (await head(false, signal)) || true;
        wanted--;
        await mergeAndReconcile(slice, repeated > 0, signal, onMerged);
      }
    } finally {
      // A superseded run may end after the next one has begun.
      if (readMore === startAhead) readMore = null;
      ahead.drop();
    }
    return false;
  }

  async function mergeAndReconcile(
    slice: Slice<Item>,
    hasRepeated: boolean,
    signal: CancelSignal,
    onMerged: () => void,
  ): Promise<void> {
    const hadRows = rows.confirmed > 0;
    const { length } = rows;
    const { above, isAnchored } = rows.mergePage(slice);
    const isDoubtful = hadRows && !isAnchored && (hasRepeated || slice.total !== total);
    total = slice.total;
    noteEnd(slice);
    if (above === slice.offset && !isDoubtful) return onMerged();
    const outdated = rows.length - rows.confirmed;
    const gap = { list: { from: 0, to: above }, server: { from: 0, to: slice.offset } };
    rows.invalidate(0);
    onMerged();
    const { reconcile } = require('./reconcile') as typeof reconciling;
    const isReconciled = await reconcile({ rows, reader, total }, { ...gap, isDoubtful }, signal);
    if (!isReconciled && ++failedReconciliations < MAX_FAILED_RECONCILIATIONS) return;
    rows.confirm(rows.length - outdated);
    if (!isReconciled && rows.length <= length) endSeen = true;
  }

  /** The rows that are left below a page still reach as far as before. */
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
    head,
    append,
    want(pages) {
      if (!readMore) return;
      wanted = Math.max(wanted, pages);
      readMore();
    },
    patch: (item) => rows.patch(traits.keyOf(item), item),
    remove(key) {
      const isRemoved = rows.remove(key);
      if (isRemoved && total !== null) total--;
      return isRemoved;
    },
  };
}
