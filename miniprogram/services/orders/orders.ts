import type { Order } from '../../domain/order';
import type { HttpClient } from '../http/client';
import { ApiError, type ApiErrorFacts, type ApiErrorKind } from '../api-error';
import type { CancelSignal } from '../http/send';
import { decodeOrders, type PaymentParametersHook, type WireProblem } from './decode-order';
import { decodePage, type OrdersPage } from './decode-page';
import {
  validateQuery,
  activeFilters,
  wireQuery,
  type FilterMismatch,
  type ListOrdersQuery,
} from './query';

export type { FilterMismatch, ListOrdersQuery, OrdersPage, WireProblem };

/** One of a payment's two numbers. */
export type OrderNumber = { readonly transactionNo: string } | { readonly tradeNo: string };

/** How far to read. */
export interface AllOptions {
  /** Rows read at most; 1000 unless told. */
  readonly max?: number | undefined;
  readonly signal?: CancelSignal | undefined;
}

/** What the order service can be told. */
export interface OrdersOptions {
  /**
   * Is given what continuing a payment needs, for each pending one that is read and holds it. It is a
   * signature by which money moves: hand it to `wx.requestPayment` and keep it nowhere.
   */
  readonly onPaymentParameters?: PaymentParametersHook | undefined;
}

/** The payments of the session's user. */
export interface OrdersService {
  /** @throws {@link ApiError}, nothing else; `invalid-request` without status for a query not worth sending. */
  list(query?: ListOrdersQuery, signal?: CancelSignal): Promise<OrdersPage>;
  /** One payment with its details. @throws {@link ApiError}; `not-found` for a number that is nobody's or another user's. */
  get(number: OrderNumber, signal?: CancelSignal): Promise<Order>;
  /**
   * Payment after payment, one request at a time and none before it is needed, none of them twice. Ends
   * with whether that was all there is. @throws {@link ApiError} from the iteration; `cancelled` when
   * another user has signed in meanwhile.
   */
  all(query?: ListOrdersQuery, options?: AllOptions): AsyncGenerator<Order, boolean, undefined>;
  /** Calls when another user has signed in: whatever was read before is not theirs. The result ends that. */
  onUserChange(listener: () => void): () => void;
}

const LIST_PATH = '/hserve/v2.2/idp/pay/order/';
/** Hydrogen's SDK asks this version for one payment; it may answer in the other dialect. */
const DETAIL_PATH = '/hserve/v2.0/idp/pay/order/:number/';

/** The order service on an {@link HttpClient}. */
export function createOrders(http: HttpClient, options: OrdersOptions = {}): OrdersService {
  const { onPaymentParameters } = options;

  async function list(query: ListOrdersQuery = {}, signal?: CancelSignal): Promise<OrdersPage> {
    check(query);
    const wanted = activeFilters(query);
    const asked = wireQuery(query, wanted);
    const { details } = query;
    const body = await http.get(LIST_PATH, asked, signal);
    const page = decodePage(body, asked, wanted, { details, onPaymentParameters });
    if (!page) throw failure('malformed', { status: 200 });
    return page;
  }

  async function detail(transactionNo: string, signal?: CancelSignal): Promise<Order> {
    const body = await http.get(DETAIL_PATH, { ':number': transactionNo }, signal);
    const [order] = decodeOrders([body], { details: true, onPaymentParameters }).rows;
    // Another payment than the one asked for is never shown as that one.
    if (order && order.transactionNo === transactionNo) return order;
    throw failure('malformed', { status: 200, path: DETAIL_PATH });
  }

  return {
    list,
    async get(number, signal) {
      const [wanted, another] = validateQuery(number) === null ? activeFilters(number) : [];
      const { filter, value } = wanted || {};
      if ((filter !== 'transactionNo' && filter !== 'tradeNo') || another) {
        const allowed = 'allowed: { transactionNo } or { tradeNo }, text that is not blank';
        throw failure('invalid-request', { path: DETAIL_PATH, detail: allowed });
      }
      if (filter === 'transactionNo') return detail(value as string, signal);
      const { orders } = await list({ ...number, details: true }, signal);
      // A page without that field lets every row pass.
      const found = orders.find(({ tradeNo }) => tradeNo === value);
      if (!found) throw failure('not-found');
      return found;
    },
    async *all(query = {}, { max = 1000, signal } = {}) {
      check(query);
      if (!(max > 0)) throw failure('invalid-request', { detail: 'max; allowed: above 0' });
      const known = new Set<string>();
      let another = false;
      const stop = http.onUserChange(() => (another = true));
      try {
        let { offset = 0 } = query;
        for (let left = max; left > 0;) {
          const limit = Math.min(query.limit || 100, left);
          const page = await list({ ...query, limit, offset }, signal);
          if (another) throw failure('cancelled', { detail: 'another user has signed in' });
          for (const order of page.orders) {
            // A payment made meanwhile moves the others by one, and one comes again.
            if (!known.has(order.key)) yield order;
            known.add(order.key);
          }
          if (page.isLast) return true;
          left -= page.received;
          offset += page.received;
        }
        return false;
      } finally {
        stop();
      }
    },
    onUserChange: (listener) => http.onUserChange(listener),
  };
}

function check(query: ListOrdersQuery): void {
  const detail = validateQuery(query);
  if (detail !== null) throw failure('invalid-request', { detail });
}

const failure = (kind: ApiErrorKind, facts?: Partial<ApiErrorFacts>) =>
  new ApiError({ kind, method: 'GET', path: LIST_PATH, ...facts });
