import type { FindRequest, LookupView } from '../../../components/find-bar/find-bar';
import { hasNumber, type Order } from '../../../domain/order';
import type { OrderCache } from '../../../services/orders/order-cache';
import type { OrdersService } from '../../../services/orders/orders';
import type { Texts } from '../../../texts/texts';
import type { LastRun } from '../../shared/retry-when-online';
import type { ListedOrder } from '../../shared/row-model';
import {
  consistent,
  isSameFilter,
  NO_FILTER,
  planOf,
  TABS,
  type HistoryFilter,
  type Plan,
} from './filter';
import {
  CHIP_KINDS,
  costs,
  isSearched,
  NO_QUERY,
  selectsOtherRows,
  withApplied,
  withoutChip,
  withoutChips,
  type HistoryQuery,
} from './history-query';
import type * as search from './search';

/** The result of a request of the find bar. */
export interface FindOutcome {
  /** `source`: other orders are to be read. `rows`: other rows of the loaded orders are shown. */
  readonly changed: 'source' | 'rows' | 'nothing';
  /** The payment that has the number of the search. */
  readonly found: Order | null;
  /** Numbers that no known payment has, for `lookUp`. */
  readonly numbers: readonly string[];
}

/** Holds the query of one history, and selects the loaded payments that match it. */
export interface Finder {
  readonly query: HistoryQuery;
  /** State of the search by number; null while there is none. */
  readonly lookup: LookupView | null;
  /** The request of the search by number. */
  readonly lookupRun: LastRun;
  /** The server cannot answer the query: a part of the loaded payments is shown. */
  readonly isPart: boolean;
  /** The query matches all payments; the expired ones may be hidden. */
  readonly isAll: boolean;
  /** The loaded payments that match; the same array for the same input and query. */
  select(orders: readonly ListedOrder[]): readonly ListedOrder[];
  /**
   * Changes the query.
   *
   * @param loaded - The payments in which a number is searched first.
   * @param canOpen - Whether a payment that is found can be opened; else a number is searched as a text only.
   * @default canOpen true
   */
  handle(request: FindRequest, loaded: readonly Order[], canOpen?: boolean): FindOutcome;
  /**
   * Reads a payment by one of some numbers; a payment that is found ends the search. Nothing is found where
   * the request failed, or the lookup was ended before the answer.
   */
  lookUp(numbers: readonly string[]): Promise<FindOutcome>;
  /** Drops the answer of a running lookup. */
  endLookup(): void;
  /** Drops everything that the person has typed and chosen. */
  forget(): void;
  /** Removes filter, text and amount; of all payments also the expired ones are shown then. */
  showAll(): FindOutcome;
  /** Hides unpaid payments whose two hours are over, or shows them; a running lookup goes on. */
  hideExpired(isOn: boolean): FindOutcome;
}

/** Where payments are searched besides the loaded ones. */
export interface FinderServices {
  readonly orders: Pick<OrdersService, 'get'>;
  readonly orderCache: Pick<OrderCache, 'find'>;
}

const searching = () => require('./search') as typeof search;

const NOTHING: FindOutcome = { changed: 'nothing', found: null, numbers: [] };

/**
 * Starts with a filter and without a text.
 *
 * @param initial - The filter after `forget`.
 * @default initial all payments
 */
export function createFinder(
  filter: HistoryFilter,
  { orders, orderCache }: FinderServices,
  texts: Texts,
  initial: HistoryFilter = NO_FILTER,
): Finder {
  let query: HistoryQuery = { ...NO_QUERY, filter: consistent(filter) };
  let keep = keepOf(query);
  let selected: { readonly from: readonly unknown[]; readonly to: readonly ListedOrder[] } | null =
    null;
  let lookup: LookupView | null = null;
  let lookupRun: LastRun = { isBusy: false, error: null };
  let lookups = 0;
  let lastNumbers: readonly string[] = [];

  /** Every new notice ends the lookup before it. @returns The identity of the new lookup. */
  function setLookup(notice: LookupView | null): number {
    lookup = notice;
    lookupRun = { isBusy: false, error: null };
    lookups += 1;
    return lookups;
  }

  function change(wanted: HistoryQuery): FindOutcome {
    setLookup(null);
    return setQuery(wanted);
  }

  function setQuery(wanted: HistoryQuery): FindOutcome {
    const before = query;
    query = { ...wanted, filter: consistent(wanted.filter) };
    keep = keepOf(query);
    selected = null;
    const isOtherFilter = !isSameFilter(query.filter, before.filter);
    const isOtherPart = selectsOtherRows(query, before);
    const changed = isOtherFilter ? 'source' : isOtherPart ? 'rows' : 'nothing';
    return { ...NOTHING, changed };
  }

  function startSearch(typed: string, loaded: readonly Order[], canOpen: boolean): FindOutcome {
    const { text, numbers, names } = searching().readSearch(typed);
    if (!canOpen) return change({ ...query, text });
    const found =
      loaded.find((order) => names.some((name) => hasNumber(order, name))) ??
      names.map((name) => orderCache.find(name)).find((order) => order !== null);
    if (found) return end(found);
    const outcome = change({ ...query, text });
    if (numbers.length > 0) startLookup(numbers);
    return { ...outcome, numbers };
  }

  /** A payment is found: its page opens, and the list behind it is no search result any more. */
  function end(found: Order): FindOutcome {
    return { ...change({ ...query, text: '', finds: query.finds + 1 }), found };
  }

  function startLookup(numbers: readonly string[]): number {
    lastNumbers = numbers;
    return setLookup({ title: texts.find.search.lookingUp, advice: '', action: '' });
  }

  async function lookUp(numbers: readonly string[]): Promise<FindOutcome> {
    const run = startLookup(numbers);
    lookupRun = { isBusy: true, error: null };
    try {
      const found = await searching().searchServer(orders, numbers);
      if (run === lookups) return end(found);
    } catch (error) {
      if (run === lookups) {
        setLookup(searching().failureNotice(error, numbers, texts));
        lookupRun = { isBusy: false, error };
      }
    }
    return NOTHING;
  }

  const isAll = () => !isSearched(query);

  return {
    get query() {
      return query;
    },
    get lookup() {
      return lookup;
    },
    get lookupRun() {
      return lookupRun;
    },
    get isPart() {
      return keep !== null;
    },
    get isAll() {
      return isAll();
    },
    select(loaded) {
      if (keep === null) return loaded;
      if (selected?.from !== loaded) selected = { from: loaded, to: loaded.filter(keep) };
      return selected.to;
    },
    handle(request, loaded, canOpen = true) {
      switch (request.what) {
        case 'tab': {
          const tab = TABS.find((one) => one === request.tab) ?? NO_FILTER.tab;
          return change({ ...query, filter: { ...query.filter, tab } });
        }
        case 'search':
          return startSearch(request.text, loaded, canOpen && !request.isPassing);
        case 'apply':
          return change(withApplied(query, request));
        case 'remove': {
          const kind = CHIP_KINDS.find((one) => one === request.chip);
          return change(kind ? withoutChip(query, kind) : query);
        }
        case 'clear':
          return change(withoutChips(query));
        case 'retry':
          return { ...NOTHING, numbers: lastNumbers };
      }
    },
    lookUp,
    endLookup: () => void setLookup(null),
    forget() {
      lastNumbers = [];
      change({ ...NO_QUERY, filter: initial, finds: query.finds + 1 });
    },
    showAll() {
      const { finds, hidesExpired } = query;
      // Expired payments stay hidden unless they are what is missing.
      return change({ ...NO_QUERY, finds, hidesExpired: hidesExpired && !isAll() });
    },
    hideExpired(hidesExpired) {
      return hidesExpired === query.hidesExpired ? NOTHING : setQuery({ ...query, hidesExpired });
    },
  };
}

function keepOf({ filter, text, amount }: HistoryQuery): Plan['keep'] {
  const tests = [
    planOf(filter).keep,
    text === '' ? null : searching().describes(text),
    amount && costs(amount),
  ].filter((test) => test !== null);
  return tests.length === 0 ? null : (order) => tests.every((test) => test(order));
}
