import type { PaymentHistory } from '../../configure';
import { isApiError } from '../../services/api-error';
import type { PagingState } from '../../state/paging-state';
import { CHUNK_ROWS } from '../../components/payment-chunk/chunk-view';
import type { ListedOrder } from './row-view';

/** What an earlier visit left to be drawn in the first frame, before anything was asked for. */
export interface FirstScreen {
  /** The newest payments of that visit; none where it is not certain that they are this user's. */
  readonly orders: readonly ListedOrder[];
  /** Keeps the newest payments for the next visit, and forgets them when they turn out to be another's. */
  follow(state: PagingState<ListedOrder>): void;
  /** Another user, or nobody, is signed in. */
  forget(): void;
}

/** Where it is kept; WeChat's storage unless told, which belongs to one WeChat user and one mini program. */
export interface Storage {
  get(key: string): unknown;
  set(key: string, data: unknown): void;
  remove(key: string): void;
}

interface Kept {
  readonly version: number;
  readonly owner: string;
  readonly orders: readonly ListedOrder[];
}

const KEY = 'hydrogen-payment-history:first-screen';
/** Grows with every change of {@link Kept}. */
const VERSION = 2;

const wxStorage: Storage = {
  get: (key) => wx.getStorageSync<unknown>(key),
  set: (key, data) => void wx.setStorage({ key, data }),
  remove: (key) => void wx.removeStorage({ key }),
};

/** Reads what is kept for the module's user. Nothing is kept while it is not certain who that is. */
export function createFirstScreen(
  { owner }: Pick<PaymentHistory, 'owner'>,
  storage: Storage = wxStorage,
): FirstScreen {
  const drawnFor = owner();
  let orders = drawnFor === null ? [] : read(drawnFor, storage);
  let saved: readonly ListedOrder[] = [];

  function forget(): void {
    orders = [];
    saved = [];
    if (drawnFor !== null) storage.remove(KEY);
  }

  function save(newest: readonly ListedOrder[], keeper: string): void {
    if (newest.length === saved.length && newest.every((order, nth) => order === saved[nth]))
      return;
    saved = newest;
    storage.set(KEY, {
      version: VERSION,
      owner: keeper,
      orders: newest.map(listed),
    } satisfies Kept);
  }

  return {
    get orders() {
      return orders;
    },
    forget,
    follow({ phase, items, error }) {
      if (drawnFor === null) return;
      const keeper = owner();
      const refused = isApiError(error) && error.kind === 'unauthorized';
      if (keeper !== drawnFor || refused) return forget();
      if (phase === 'ready') save(items.slice(0, CHUNK_ROWS), keeper);
    },
  };
}

function read(owner: string, storage: Storage): readonly ListedOrder[] {
  const kept = Object(storage.get(KEY)) as Partial<Kept>;
  const orders: unknown = kept.orders;
  const isOurs = kept.version === VERSION && kept.owner === owner;
  if (isOurs && Array.isArray(orders) && orders.every(isListed)) return orders as ListedOrder[];
  storage.remove(KEY);
  return [];
}

/** Only what the row shows, and what opens it, is kept. */
function listed(order: ListedOrder): ListedOrder {
  const { key, transactionNo, status, statusRaw, refund, refundRaw, gateway, gatewayRaw } = order;
  const { amountFen, currency, createdAt, description } = order;
  return {
    ...{ key, transactionNo, status, statusRaw, refund, refundRaw, gateway, gatewayRaw },
    ...{ amountFen, currency, createdAt, description },
  };
}

function isListed(value: unknown): boolean {
  const order = Object(value) as Partial<Record<keyof ListedOrder, unknown>>;
  const texts = [order.key, order.status, order.refund, order.gateway, order.currency];
  const figures = [order.amountFen, order.createdAt];
  const { transactionNo } = order;
  return (
    (transactionNo === null || typeof transactionNo === 'string') &&
    [...texts, order.description].every((text) => typeof text === 'string') &&
    figures.every((figure) => figure === null || Number.isSafeInteger(figure))
  );
}
