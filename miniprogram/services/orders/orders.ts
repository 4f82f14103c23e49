import type { CancelSignal } from '../../core/cancellation';
import type { Order } from '../../domain/order';
import {
  ApiError,
  isApiError,
  isNotFound,
  type ApiErrorFacts,
  type ApiErrorKind,
} from '../api-error';
import type { HttpClient } from '../http/client';
import {
  decodeOrders,
  reportParameters,
  type PaymentParametersHook,
  type WireProblem,
} from './decode-order';
import { decodePage, type OrdersPage } from './decode-page';
import {
  activeFilters,
  validateQuery,
  wireQuery,
  type FilterMismatch,
  type ListOrdersQuery,
} from './query';
import type * as refunding from './refunds';
import type { RefundsHook } from './refunds';

export type { FilterMismatch, ListOrdersQuery, OrdersPage, WireProblem };

/** One of the two numbers of an order. */
export type OrderNumber = { readonly transactionNo: string } | { readonly tradeNo: string };

/** The options of {@link OrdersService.all}. */
export interface AllOptions {
  /** Number of rows after which reading stops: an integer above 0, or `Infinity`. @default 1000 */
  readonly max?: number | undefined;
  readonly signal?: CancelSignal | undefined;
}

/** The options of {@link createOrders}. */
export interface OrdersOptions {
  /**
   * Called with each pending order that is read and its parameters of `wx.requestPayment`, where the
   * answer has them. They include a signature that authorises a payment: pass them to
   * `wx.requestPayment` and do not store or log them.
   *
   * @default none: the parameters are not read
   */
  readonly onPaymentParameters?: PaymentParametersHook | undefined;
  /**
   * Gives all refunds of a successful payment; called when the person opens it. `Order.refund` is one state, so
   * the payment's page, its row and the sums then use these.
   *
   * @default none: refunds are those of `Order.refund`
   */
  readonly refunds?: RefundsHook | undefined;
}

/** The orders of the session's user. */
export interface OrdersService {
  /**
   * Reads one page.
   *
   * @throws {@link ApiError} only; `invalid-request` without a status for a query that was not sent.
   */
  list(query?: ListOrdersQuery, signal?: CancelSignal): Promise<OrdersPage>;
  /**
   * Reads one order with its details.
   *
   * @throws {@link ApiError} only; `not-found` where the user has no order of this number, and `forbidden` or
   * `invalid-request` where the server says so of a number that it does not know.
   */
  get(number: OrderNumber, signal?: CancelSignal): Promise<Order>;
  /**
   * Reads one order after the other, none of them twice. A page is requested when it is needed, one at a time.
   * An order that leaves the list meanwhile, such as one of `status: 'pending'` that is paid, moves the others up:
   * where the server's total becomes smaller, the iteration goes back by as many rows.
   *
   * @returns Whether the end of the history was reached.
   * @throws {@link ApiError} only, from the iteration; `cancelled` when another user has signed in meanwhile.
   */
  all(query?: ListOrdersQuery, options?: AllOptions): AsyncGenerator<Order, boolean, undefined>;
  /**
   * Asks `OrdersOptions.refunds` for the refunds of a successful payment. Orders that are read later have them
   * too, until another user signs in or the API says something else of the payment. Never rejects; absent without
   * that option.
   *
   * @returns The order with its refunds; null without an answer, and where the signal is cancelled meanwhile.
   */
  readonly readRefunds?: (order: Order, signal: CancelSignal) => Promise<Order | null>;
  /**
   * The orders that have refunds by `OrdersOptions.refunds` alone, so that no filter of the server finds them;
   * absent without that option.
   */
  readonly refundedByHost?: () => readonly Order[];
  /**
   * Calls `listener` when another user has signed in: orders that were read before are not theirs.
   *
   * @returns A function that removes the listener.
   */
  onUserChange(listener: () => void): () => void;
}

const LIST_PATH = '/hserve/v2.2/idp/pay/order/';
/** Hydrogen's SDK uses this version for one order; it may answer in the other dialect. */
const DETAIL_PATH = '/hserve/v2.0/idp/pay/order/:number/';

/** Creates the order service of an {@link HttpClient}. */
export function createOrders(http: HttpClient, options: OrdersOptions = {}): OrdersService {
  const { onPaymentParameters, refunds } = options;
  /** Whether the server has ever answered on the path of one order. */
  let hasDetailPath = false;

  async function list(query: ListOrdersQuery = {}, signal?: CancelSignal): Promise<OrdersPage> {
    check(query);
    const filters = activeFilters(query);
    const asked = wireQuery(query, filters);
    const { details } = query;
    const body = await http.get(LIST_PATH, asked, signal);
    const page = decodePage(body, asked, filters, { details, onPaymentParameters });
    if (!page) throw failure('malformed', { status: 200 });
    return page;
  }

  async function getByTransactionNo(number: string, signal?: CancelSignal): Promise<Order> {
    let body: unknown;
    try {
      body = await http.get(DETAIL_PATH, { ':number': number }, signal);
    } catch (error) {
      // A server that has only the documented list refuses the path itself.
      if (hasDetailPath || !isApiError(error) || error.kind !== 'not-found') throw error;
      const found = await findInList('transactionNo', number, signal).catch((later: unknown) => {
        throw isNotFound(later) ? error : later;
      });
      if (found) return found;
      throw error;
    }
    hasDetailPath = true;
    const [order] = decodeOrders([body], { details: true }).rows;
    // An answer with another order than the requested one is an error.
    if (!order || order.transactionNo !== number) {
      throw failure('malformed', { status: 200, path: DETAIL_PATH });
    }
    reportParameters(order, body, onPaymentParameters);
    return order;
  }

  async function findInList(
    filter: 'transactionNo' | 'tradeNo',
    number: string,
    signal?: CancelSignal,
  ): Promise<Order | null> {
    const { orders } = await list({ [filter]: number, details: true }, signal);
    // Checked again: in an answer without the field every row passes the filter.
    return orders.find((order) => order[filter] === number) ?? null;
  }

  const service: OrdersService = {
    list,
    async get(number, signal) {
      const filters = validateQuery(number) === null ? activeFilters(number) : [];
      const [only] = filters;
      if (only && filters.length === 1) {
        if (only.filter === 'transactionNo') return getByTransactionNo(only.value, signal);
        if (only.filter === 'tradeNo') {
          const found = await findInList('tradeNo', only.value, signal);
          if (found) return found;
          throw failure('not-found');
        }
      }
      const detail = 'allowed: { transactionNo } or { tradeNo }, text that is not blank';
      throw failure('invalid-request', { path: DETAIL_PATH, detail });
    },
    async *all(query = {}, { max = 1000, signal } = {}) {
      check(query);
      if (!(max > 0 && (max === Infinity || Number.isSafeInteger(max)))) {
        throw failure('invalid-request', { detail: 'max; allowed: an integer above 0, Infinity' });
      }
      const known = new Set<string>();
      const { offset: start = 0 } = query;
      let offset = start;
      let left = max;
      let total: number | null = null;
      /** Where the iteration has gone back last: once for each page. */
      let wentBackAt = start;
      /** Pages in a row without another order. */
      let knownPages = 0;
      let isAnotherUser = false;
      let stop: (() => void) | null = null;
      try {
        for (;;) {
          const limit = Math.min(query.limit || 100, left);
          const page = await list({ ...query, limit, offset }, signal);
          if (isAnotherUser) throw failure('cancelled', { detail: 'another user has signed in' });
          // The first page may be the request by which the session finds out who its user is.
          stop = stop || http.onUserChange(() => (isAnotherUser = true));
          const gone = total === null || page.totalCount === null ? 0 : total - page.totalCount;
          total = page.totalCount;
          if (gone > 0 && offset > wentBackAt) {
            // Orders that have left the list move those after them up, perhaps past this page's begin.
            wentBackAt = offset;
            offset = Math.max(start, offset - gone);
            continue;
          }
          knownPages = offset < wentBackAt ? 0 : knownPages + 1;
          for (const order of page.rows) {
            if (left <= 0) return false;
            offset += 1;
            // An order that is created meanwhile moves the others by one, so one of them is read again.
            if (order && known.has(order.key)) continue;
            left -= 1;
            knownPages = 0;
            if (!order) continue;
            known.add(order.key);
            yield order;
          }
          // A server that ignores the offset answers with the same orders again and again.
          if (knownPages > 1) return false;
          if (page.isLast) return true;
          if (left <= 0) return false;
        }
      } finally {
        if (stop) stop();
      }
    },
    onUserChange: (listener) => http.onUserChange(listener),
  };
  if (!refunds) return service;
  return (require('./refunds') as typeof refunding).withRefundsOf(refunds, service);
}

function check(query: ListOrdersQuery): void {
  const detail = validateQuery(query);
  if (detail !== null) throw failure('invalid-request', { detail });
}

const failure = (kind: ApiErrorKind, facts?: Partial<ApiErrorFacts>) =>
  new ApiError({ kind, method: 'GET', path: LIST_PATH, ...facts });
