import type { FindRequest, LookupView } from '../../../components/find-bar/find-bar';
import type { Order } from '../../../domain/order';
import type { OrdersService } from '../../../services/orders/orders';
import type { Texts } from '../../../texts/texts';
import { errorText } from '../../shared/error-text';
import type { LastRun } from '../../shared/retry-when-online';
import type { ListedOrder } from '../../shared/row-model';
import { consistent, isSameFilter, NO_FILTER, planOf, TABS, type HistoryFilter } from './filter';
import {
  CHIP_KINDS,
  NO_QUERY,
  withChoices,
  withoutChip,
  withoutChips,
  type HistoryQuery,
} from './history-query';
import { cleaned, describes, findByNumber, numberIn } from './search';

/** The result of a request of the find bar. */
export interface FindOutcome {
  /** `source`: other orders are to be read. `rows`: other rows of the loaded orders are shown. */
  readonly changed: 'source' | 'rows' | 'nothing';
  /** The loaded payment that has the number of the search. */
  readonly found: Order | null;
  /** A number that no loaded payment has, for `lookUp`. */
  readonly number: string | null;
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
  /** The query matches all payments. */
  readonly isAll: boolean;
  /** The loaded payments that match; the same array for the same input and query. */
  select(orders: readonly ListedOrder[]): readonly ListedOrder[];
  /** Changes the query. @param loaded - The payments in which a number is searched first. */
  handle(request: FindRequest, loaded: readonly Order[]): FindOutcome;
  /**
   * Reads a payment by its number.
   *
   * @returns Null where there is none, the request failed, or the lookup was ended before the answer.
   */
  lookUp(number: string): Promise<Order | null>;
  /** Drops the answer of a running lookup. */
  endLookup(): void;
  /** Removes filter and text. */
  showAll(): FindOutcome;
}

/** Starts with a filter and without a text. */
export function createFinder(
  filter: HistoryFilter,
  orders: Pick<OrdersService, 'get'>,
  texts: Texts,
): Finder {
  let query: HistoryQuery = { ...NO_QUERY, filter: consistent(filter) };
  let keep = keepOf(query);
  let selected: { readonly from: readonly unknown[]; readonly to: readonly ListedOrder[] } | null =
    null;
  let lookup: LookupView | null = null;
  let lookupRun: LastRun = { isBusy: false, error: null };
  let lookups = 0;
  let lastNumber = '';

  /** Every new notice ends the lookup before it. @returns The identity of the new lookup. */
  function setLookup(notice: LookupView | null): number {
    lookup = notice;
    lookupRun = { isBusy: false, error: null };
    lookups += 1;
    return lookups;
  }

  function change(wanted: HistoryQuery, found: Order | null = null): FindOutcome {
    const before = query;
    query = { filter: consistent(wanted.filter), text: wanted.text };
    keep = keepOf(query);
    selected = null;
    setLookup(null);
    const isOtherFilter = !isSameFilter(query.filter, before.filter);
    const isOtherText = query.text !== before.text;
    const changed = isOtherFilter ? 'source' : isOtherText ? 'rows' : 'nothing';
    return { changed, found, number: null };
  }

  function search(typed: string, loaded: readonly Order[]): FindOutcome {
    const text = cleaned(typed);
    const number = numberIn(text);
    const named = number ?? text;
    const found = loaded.find(
      ({ transactionNo, tradeNo }) => transactionNo === named || tradeNo === named,
    );
    if (found) return change({ ...query, text: '' }, found);
    if (number !== null) return { changed: 'nothing', found: null, number };
    return change({ ...query, text });
  }

  async function lookUp(number: string): Promise<Order | null> {
    lastNumber = number;
    const { lookingUp, unknownNumber, unknownNumberAdvice } = texts.find.search;
    const run = setLookup({ title: lookingUp, advice: '', action: '' });
    lookupRun = { isBusy: true, error: null };
    let failed: unknown = null;
    let order: Order | null = null;
    let failure: LookupView = { title: unknownNumber, advice: unknownNumberAdvice, action: '' };
    try {
      order = await findByNumber(orders, number);
    } catch (error) {
      failed = error;
      const { happened, advice } = errorText(error, texts);
      failure = { title: happened, advice, action: texts.retry };
    }
    if (run !== lookups) return null;
    setLookup(order ? null : failure);
    lookupRun = { isBusy: false, error: failed };
    return order;
  }

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
      return keep === null && isSameFilter(query.filter, NO_FILTER);
    },
    select(loaded) {
      if (keep === null) return loaded;
      if (selected?.from !== loaded) selected = { from: loaded, to: loaded.filter(keep) };
      return selected.to;
    },
    handle(request, loaded) {
      switch (request.what) {
        case 'tab': {
          const tab = TABS.find((one) => one === request.tab) ?? NO_FILTER.tab;
          return change({ ...query, filter: { ...query.filter, tab } });
        }
        case 'search':
          return search(request.text, loaded);
        case 'apply':
          return change(withChoices(query, request.choices));
        case 'remove': {
          const kind = CHIP_KINDS.find((one) => one === request.chip);
          return change(kind ? withoutChip(query, kind) : query);
        }
        case 'clear':
          return change(withoutChips(query));
        case 'retry':
          return { changed: 'nothing', found: null, number: lastNumber };
      }
    },
    lookUp,
    endLookup: () => void setLookup(null),
    showAll: () => change(NO_QUERY),
  };
}

function keepOf({ filter, text }: HistoryQuery): ((order: ListedOrder) => boolean) | null {
  const { keep } = planOf(filter);
  if (text === '') return keep;
  const isDescribed = describes(text);
  return (order) => isDescribed(order) && (!keep || keep(order));
}
