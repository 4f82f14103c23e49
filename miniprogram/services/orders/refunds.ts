import { hasNumber, type Order, type Refund } from '../../domain/order';
import { refundsMistake, withRefunds } from '../../domain/refund';
import { isApiError } from '../api-error';
import { explain } from '../http/send';
import type { ListOrdersQuery, OrderNumber, OrdersPage, OrdersService } from './orders';

/** Gives all refunds of a payment, in any order; an empty list where it has none. */
export type RefundsHook = (order: Order) => Promise<readonly Refund[]>;

/** What the host app said of an order, as long as the API says the same of it. */
interface Known {
  readonly refunds: readonly Refund[];
  /** The order as the API had it. */
  readonly order: Order;
}

/** Adds the refunds of the host app to the orders of a service. */
export function withRefundsOf(hook: RefundsHook, orders: OrdersService): OrdersService {
  const known = new Map<string, Known>();
  /** The last question whose answer was taken, by the order's key. */
  const answered = new Map<string, number>();
  let questions = 0;
  let users = 0;
  orders.onUserChange(() => {
    users += 1;
    known.clear();
  });

  function complete(order: Order): Order {
    const found = known.get(order.key);
    if (!found) return order;
    const { updatedAt, refundRaw } = found.order;
    if (updatedAt === order.updatedAt && refundRaw === order.refundRaw)
      return withRefunds(order, found.refunds);
    // What the app said is of a state that is over.
    known.delete(order.key);
    return order;
  }

  /** Forgets an order that the server no longer has. */
  function forget(number: OrderNumber): void {
    const gone = 'transactionNo' in number ? number.transactionNo : number.tradeNo;
    known.forEach(({ order }, key) => hasNumber(order, gone) && known.delete(key));
  }

  /** The order with its refunds; null where the query is for payments without any. */
  function completeIn(order: Order, query: ListOrdersQuery = {}): Order | null {
    const completed = complete(order);
    return query.refund === 'none' && completed.refund !== 'none' ? null : completed;
  }

  return {
    ...orders,
    async list(query, signal): Promise<OrdersPage> {
      const page = await orders.list(query, signal);
      if (known.size === 0) return page;
      const rows = page.rows.map((order) => order && completeIn(order, query));
      return { ...page, rows, orders: rows.filter((row): row is Order => row !== null) };
    },
    async get(number, signal) {
      try {
        return complete(await orders.get(number, signal));
      } catch (error) {
        if (isApiError(error) && error.kind === 'not-found') forget(number);
        throw error;
      }
    },
    async *all(query, options) {
      const reading = orders.all(query, options);
      try {
        for (;;) {
          const step = await reading.next();
          if (step.done) return step.value;
          const order = completeIn(step.value, query);
          if (order) yield order;
        }
      } finally {
        await reading.return(false);
      }
    },
    refundedByHost: () =>
      Array.from(known.values(), ({ order }) => order)
        .filter(({ refundRaw, statusRaw }) => refundRaw === null && statusRaw === 'success')
        .map(complete)
        .filter(({ refund }) => refund !== 'none'),
    async readRefunds(order, signal) {
      if (order.status !== 'success') return null;
      questions += 1;
      const [own, user] = [questions, users];
      const isLate = () =>
        signal.cancelled || user !== users || own < (answered.get(order.key) ?? 0);
      try {
        const refunds = await hook(order);
        if (isLate()) return null;
        const mistake = refundsMistake(refunds, order);
        if (mistake !== null) {
          explain('refunds', mistake);
          return null;
        }
        answered.set(order.key, own);
        known.set(order.key, { refunds, order });
        return complete(order);
      } catch (error) {
        if (!isLate()) explain('refunds-failure', reasonOf(error));
        return null;
      }
    },
  };
}

/** The message of an error, or of a failed call of WeChat, after a comma; empty without one. */
function reasonOf(error: unknown): string {
  const { message, errMsg } = Object(error) as Record<'message' | 'errMsg', unknown>;
  const reason = typeof message === 'string' ? message : errMsg;
  return typeof reason === 'string' && reason ? `, ${reason}` : '';
}
