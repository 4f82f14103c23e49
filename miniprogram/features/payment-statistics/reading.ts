import type { PaymentHistory } from '../../configure';
import { createEvent, type EventSource } from '../../core/event';
import type { Order } from '../../domain/order';
import type { Scope } from '../../domain/payment-sums';
import { beijingTime } from '../../domain/time';
import { isOf } from '../../services/orders/order-cache';
import { createPaging, type Paging } from '../../state/paging/paging';
import { isBusy, type PagingState } from '../../state/paging/paging-state';
import { createAbsence } from '../shared/absence';
import { kindOf } from '../shared/error-text';
import { asListed, ORDER_TRAITS, orderSource } from '../shared/order-source';

/** Rows of every page: as many as the API gives at a time. */
const PAGE_ROWS = 100;

/** Reads the payments of the user from the newest back, as far as someone looks at them. */
export interface Reading {
  readonly paging: PagingState<Order>;
  /** The payments that were read and are current, newest first; the same array while they are the same. */
  readonly orders: readonly Order[];
  /** Changes with the user. */
  readonly listId: number;
  readonly onChange: EventSource['subscribe'];
  /** Whether everything of the scope is in `orders`. */
  isComplete(scope: Scope): boolean;
  /**
   * Reads page by page until the scope is complete or its reader stops. After a minute without a reader the
   * newest page is read again first. For a new reader a request that failed is repeated,
   * after `unauthorized` once while the user is unknown: the session may open a sign-in page.
   *
   * @param reader - Identifies who asks.
   */
  read(reader: object, scope: Scope): void;
  /** No page is requested for the reader from now on; what was read is kept. */
  stop(reader: object): void;
  /** Reads everything again, from the newest page on. */
  refresh(): Promise<void>;
  /** Repeats the request that failed. */
  retry(): Promise<void>;
}

const readings = new WeakMap<PaymentHistory, Reading>();

/** The reading of a configured module: it is kept while the mini program runs. */
export function readingOf(module: PaymentHistory): Reading {
  const reading = readings.get(module) ?? createReading(module);
  readings.set(module, reading);
  return reading;
}

function createReading({
  orders,
  onPage,
  orderCache,
  clock,
  currentUser,
}: PaymentHistory): Reading {
  const change = createEvent();
  const absence = createAbsence(clock, currentUser);
  const readers = new Map<object, Scope>();
  let paging = createList();
  let listId = 0;
  let current: { of: PagingState<Order>; orders: readonly Order[] } | null = null;

  function createList(): Paging<Order> {
    const sources = [orderSource(orders)];
    const sizes = { limit: PAGE_ROWS, laterLimit: PAGE_ROWS };
    const list = createPaging({ ...ORDER_TRAITS, ...sizes, sources });
    list.subscribe(() => {
      change.emit();
      goOn();
    });
    return list;
  }

  function confirmed(): readonly Order[] {
    const { state } = paging;
    if (current?.of === state) return current.orders;
    const { items } = state;
    const read = items.length === state.confirmed ? items : items.slice(0, state.confirmed);
    current = { of: state, orders: read };
    return read;
  }

  function isComplete(scope: Scope): boolean {
    if (paging.state.isLast) return true;
    return scope !== null && confirmed().some((order) => isBefore(order, scope));
  }

  /** Takes what another list has read: the sums never contradict the rows beside them. */
  function takePage(page: readonly Order[]): void {
    const read = new Map(page.map((order) => [order.key, asListed(order)]));
    paging.state.items.forEach((known) => {
      const order = read.get(known.key);
      if (order && !ORDER_TRAITS.sameItem(known, order)) paging.patch(order);
    });
  }

  function goOn(): void {
    const { phase } = paging.state;
    const isWanted = Array.from(readers.values()).some((scope) => !isComplete(scope));
    if (readers.size > 0 && phase === 'idle') void paging.refresh();
    else if (isWanted && phase === 'ready') void paging.loadMore();
  }

  orders.onUserChange(() => {
    paging.dispose();
    paging = createList();
    listId += 1;
    change.emit();
    goOn();
  });
  orderCache.onUpdate((order) => paging.patch(asListed(order)));
  onPage(takePage);
  orderCache.onRemove((number) => {
    const gone = paging.state.items.find((order) => isOf(order, number));
    if (gone) paging.remove(gone.key);
  });

  return {
    get paging() {
      return paging.state;
    },
    get orders() {
      return confirmed();
    },
    get listId() {
      return listId;
    },
    onChange: change.subscribe,
    isComplete,
    read(reader, scope) {
      const isNew = !readers.has(reader);
      readers.set(reader, scope);
      const { phase, error } = paging.state;
      const isDue = absence.setAway(false, error) && phase !== 'idle';
      const isRefused = kindOf(error) === 'unauthorized';
      if (error && (isRefused ? isDue : isNew)) void paging.retry();
      else if (isDue) void paging.recheck();
      else goOn();
    },
    stop(reader) {
      readers.delete(reader);
      if (readers.size === 0) absence.setAway(true);
    },
    refresh: () => paging.refresh(),
    retry: () => (isBusy(paging.state) ? Promise.resolve() : paging.retry()),
  };
}

function isBefore({ createdAt }: Order, year: number): boolean {
  return createdAt !== null && beijingTime(createdAt).year < year;
}
