import type { FindRequest } from '../../components/find-bar/find-bar';
import type { PaymentHistory } from '../../configure';
import { createEvent, type EventSource } from '../../core/event';
import type { Order } from '../../domain/order';
import { isOf } from '../../services/orders/order-cache';
import { createPaging } from '../../state/paging/paging';
import { canLoadMore, type PagingState } from '../../state/paging/paging-state';
import { createPrefetch } from '../../state/window/prefetch';
import { textsOf } from '../../texts/texts';
import { asListed, ORDER_TRAITS } from '../shared/order-source';
import type { ListedOrder } from '../shared/row-model';
import { createFreshness } from './freshness';
import { createPageMemory } from './page-memory';
import { createExpiredChoice } from './query/expired-choice';
import { hasLeft, type HistoryFilter } from './query/filter';
import { filteredSources } from './query/filtered-sources';
import { createFinder, type Finder, type FindOutcome } from './query/finder';
import { lastFilter, rememberFilter } from './query/last-filter';
import { refreshAndSummarize, type RefreshSummary } from './refresh-summary';
import type { Snapshot } from './snapshot';
import type * as expired from './without-expired';

/** Pages that one tap on the button of a search reads. */
const FURTHER_PAGES = 5;

/** Where the payments of a history come from. */
export interface OrderListOptions {
  readonly module: PaymentHistory;
  readonly snapshot: Snapshot;
  /** The filter that the app sets; null for the filter that the person chose last. */
  readonly preset: HistoryFilter | null;
  /** Hides unpaid payments whose two hours are over, unless the person has chosen otherwise. */
  readonly hidesExpired: boolean;
}

/** The payments that a history shows, and the query that selects them. */
export interface OrderList extends Pick<Finder, 'query' | 'lookup' | 'lookupRun' | 'isPart'> {
  readonly paging: PagingState<Order>;
  /** The payments that are shown, in list order; the same array while they are the same. */
  readonly orders: readonly ListedOrder[];
  /** Changes with the source and with the text of the search: these are other lists. */
  readonly listId: number;
  /** When the newest payments were read, in milliseconds since the Unix epoch; null where unknown. */
  readonly readAt: number | null;
  readonly onChange: EventSource['subscribe'];
  /** Reads the newest payments. @returns What has changed; null where that is unknown. */
  refresh(): Promise<RefreshSummary | null>;
  /** Reads the newest payments for a person who was away; the payments below stay current. */
  recheck(): Promise<void>;
  /** Reads the next page, or joins the running request. @param pages - Pages to read. @default 1 */
  loadMore(pages?: number): Promise<void>;
  /** Repeats the request that failed. */
  retry(): Promise<void>;
  /** Reads on below the list: the page that failed, or the next pages of a search. */
  continueList(): Promise<void>;
  /** Removes filter, text and amount; hidden expired payments stay hidden. */
  leaveQuery(): void;
  /** Leaves a list without matches: searches further back, or shows all payments. */
  leaveEmptyList(): Promise<void>;
  /** Takes the lowest row on screen, from 0; a later `loadAhead` goes by it. */
  reach(row: number): void;
  /** Reads the pages that the person reaches soon, if any. */
  loadAhead(): void;
  /**
   * Changes the query.
   *
   * @param canOpen - Whether a payment that is found can be opened; else a number is searched as a text only.
   * @default canOpen true
   * @returns The payment whose number is searched for, if there is one.
   */
  find(request: FindRequest, canOpen?: boolean): Promise<Order | null>;
  dispose(): void;
}

/** Starts empty; nothing is read before `refresh`. */
export function createOrderList(options: OrderListOptions): OrderList {
  const { module, snapshot, preset } = options;
  const { clock, currentUser, orders, orderCache, pendingPayments } = module;
  const filter = preset ?? lastFilter(module);
  const finder = createFinder(filter, module, textsOf(module), preset ?? undefined);
  const choice = createExpiredChoice(module);
  let withoutExpired: ReturnType<typeof expired.createWithoutExpired> | null = null;
  const prefetch = createPrefetch({ isOn: module.prefetch });
  const memory = createPageMemory(clock);
  const sources = () => filteredSources(orders, finder.query.filter, prefetch, clock, memory);
  const paging = createPaging({ ...ORDER_TRAITS, sources: sources() });
  const freshness = createFreshness();
  const change = createEvent();
  let listId = 0;
  /** Whose choice the finder has; null while the user is not certain. */
  let choiceOf: string | null = null;

  const readAt = () => freshness.at ?? snapshot.at;

  /** The snapshot stands in for the list until the first answer. */
  function shown({ generation, items }: PagingState<Order>): readonly ListedOrder[] {
    const rows = generation === 0 && finder.isAll ? snapshot.orders : finder.select(items);
    if (!finder.query.hidesExpired) return rows;
    withoutExpired ??= (require('./without-expired') as typeof expired).createWithoutExpired(clock);
    return withoutExpired(rows);
  }

  /** Hides expired payments as the person has chosen, or else as the app has. */
  function restoreChoice(): void {
    choiceOf = module.owner();
    finder.hideExpired(choice.read() ?? options.hidesExpired);
  }

  function restoreChoiceOnceKnown(): void {
    if (choiceOf === null && module.owner() !== null) restoreChoice();
  }

  /** Changes the snapshot by what was read of one of its orders, as long as it stands in for the list. */
  function editSnapshot(edit: (rows: readonly ListedOrder[]) => readonly ListedOrder[]): void {
    if (paging.state.generation > 0) return;
    snapshot.edit(edit);
    change.emit();
  }

  function readSource(): void {
    listId += 1;
    prefetch.reset();
    void paging.replaceSource(sources());
  }

  function applyQuery({ changed }: FindOutcome): void {
    const { hidesExpired } = finder.query;
    if (hidesExpired !== (choice.read() ?? options.hidesExpired)) choice.keep(hidesExpired);
    if (changed === 'source') {
      // The app's filter is not a choice of the person.
      if (!preset) rememberFilter(module, finder.query.filter);
      return readSource();
    }
    if (changed === 'rows') listId += 1;
    change.emit();
  }

  /** Takes an order that was read alone. Pages that have it in another state are no longer true. */
  function take(order: Order): void {
    const listed = () => paging.state.items.find(({ key }) => key === order.key);
    const known = listed();
    if (!known || !ORDER_TRAITS.sameItem(known, order)) memory.forget();
    paging.patch(order);
    const changed = listed();
    if (known && changed && hasLeft(finder.query.filter, known, changed)) paging.remove(order.key);
    editSnapshot((rows) => rows.map((one) => (one.key === order.key ? order : one)));
  }

  async function lookUp(numbers: readonly string[]): Promise<Order | null> {
    const lookup = finder.lookUp(numbers);
    change.emit();
    const outcome = await lookup;
    applyQuery(outcome);
    return outcome.found;
  }

  restoreChoice();
  paging.subscribe((state) => {
    restoreChoiceOnceKnown();
    freshness.follow(state.phase, clock.now());
    // The snapshot holds the newest of all payments.
    if (finder.isAll || state.error) snapshot.follow(state, readAt());
    change.emit();
  });
  const stops = [
    orders.onUserChange(() => {
      memory.forget();
      snapshot.forget();
      finder.forget();
      choice.forget();
      restoreChoice();
      readSource();
    }),
    currentUser.onKnown(() => currentUser.isKnown && restoreChoice()),
    orderCache.onUpdate((order) => take(asListed(order))),
    orderCache.onRemove((number) => {
      memory.forget();
      const gone = paging.state.items.find((order) => isOf(order, number));
      if (gone) paging.remove(gone.key);
      editSnapshot((rows) => rows.filter((order) => !isOf(order, number)));
    }),
  ];

  return {
    get paging() {
      return paging.state;
    },
    get query() {
      return finder.query;
    },
    get lookup() {
      return finder.lookup;
    },
    get lookupRun() {
      return finder.lookupRun;
    },
    get isPart() {
      return finder.isPart;
    },
    get orders() {
      return shown(paging.state);
    },
    get listId() {
      return listId;
    },
    get readAt() {
      return readAt();
    },
    onChange: change.subscribe,
    refresh() {
      memory.forget();
      return refreshAndSummarize(paging, shown, pendingPayments);
    },
    async recheck() {
      memory.forget();
      await paging.recheck();
      if (paging.state.phase === 'ready') pendingPayments.releaseStale();
    },
    loadMore: (pages) => paging.loadMore(pages),
    retry: () => paging.retry(),
    continueList: () => paging.loadMore(finder.isPart ? FURTHER_PAGES : 1),
    async leaveEmptyList() {
      if (finder.isPart && !paging.state.isLast) await paging.loadMore(FURTHER_PAGES);
      else applyQuery(finder.showAll());
    },
    leaveQuery() {
      if (!finder.isAll) applyQuery(finder.showAll());
    },
    reach: (row) => prefetch.reach(row, clock.elapsed()),
    loadAhead() {
      const { state, pageSize } = paging;
      const hidden = state.items.length - shown(state).length;
      const pages = prefetch.pagesWanted({ rows: state.confirmed - hidden, pageSize });
      if (pages > 0 && canLoadMore(state) && !finder.isPart) void paging.loadMore(pages);
    },
    async find(request, canOpen) {
      restoreChoiceOnceKnown();
      const outcome = finder.handle(request, paging.state.items, canOpen);
      applyQuery(outcome);
      return outcome.numbers.length > 0 ? lookUp(outcome.numbers) : outcome.found;
    },
    dispose() {
      finder.endLookup();
      stops.forEach((stop) => stop());
      change.clear();
      paging.dispose();
    },
  };
}
