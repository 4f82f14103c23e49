import type { PaymentHistory } from '../../configure';
import { isApiError } from '../../services/api-error';
import type { PagingState } from '../../state/paging/paging-state';
import { CHUNK_ROWS } from '../../components/payment-chunk/chunk-rows';
import type { ListedOrder } from '../shared/row-model';

/** What an earlier visit left to be drawn in the first frame, before anything was asked for. */
export interface Snapshot {
  /** The newest payments of that visit; none where it is not certain that they are this user's. */
  readonly orders: readonly ListedOrder[];
  /** Milliseconds since the Unix epoch at which they were read; null where there are none. */
  readonly at: number | null;
  /**
   * Keeps the newest payments for the next visit, and forgets them when they turn out to be another's.
   *
   * @param at - Milliseconds since the Unix epoch at which they were read.
   */
  follow(state: PagingState<ListedOrder>, at: number | null): void;
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
  readonly at: number;
  readonly orders: readonly ListedOrder[];
}

type Left = Pick<Snapshot, 'orders' | 'at'>;

const NOTHING: Left = { orders: [], at: null };
const KEY = 'hydrogen-payment-history:first-screen';
/** Grows with every change of {@link Kept}. */
const VERSION = 4;

/** A storage that fails costs the first frame, never the history. */
function orNothing<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const fail = () => undefined;

const wxStorage: Storage = {
  get: (key) => orNothing(() => wx.getStorageSync<unknown>(key)),
  set: (key, data) => orNothing(() => wx.setStorage({ key, data, fail })),
  remove: (key) => orNothing(() => wx.removeStorage({ key, fail })),
};

/** Reads what is kept for the module's user. Nothing is kept while it is not certain who that is. */
export function createSnapshot(
  { owner }: Pick<PaymentHistory, 'owner'>,
  storage: Storage = wxStorage,
): Snapshot {
  const drawnFor = owner();
  let left = drawnFor === null ? NOTHING : read(drawnFor, storage);
  let saved = NOTHING;

  function forget(): void {
    left = NOTHING;
    saved = NOTHING;
    if (drawnFor !== null) storage.remove(KEY);
  }

  function save(orders: readonly ListedOrder[], at: number, owner: string): void {
    const { orders: before } = saved;
    const isSame =
      orders.length === before.length && orders.every((one, nth) => one === before[nth]);
    if (isSame && at === saved.at) return;
    saved = { orders, at };
    const kept: Kept = { version: VERSION, owner, at, orders: orders.map(listed) };
    storage.set(KEY, kept);
  }

  return {
    get orders() {
      return left.orders;
    },
    get at() {
      return left.at;
    },
    forget,
    follow({ phase, items, error }, at) {
      if (drawnFor === null) return;
      const keeper = owner();
      const refused = isApiError(error) && error.kind === 'unauthorized';
      if (keeper !== drawnFor || refused) return forget();
      if (phase === 'ready' && at !== null) save(items.slice(0, CHUNK_ROWS), at, keeper);
    },
  };
}

function read(owner: string, storage: Storage): Left {
  const kept = Object(storage.get(KEY)) as Partial<Kept>;
  const orders: unknown = kept.orders;
  const { at = null } = kept;
  const isOurs = kept.version === VERSION && kept.owner === owner && Number.isSafeInteger(at);
  if (isOurs && Array.isArray(orders) && orders.every(isListed)) {
    return { orders: orders as ListedOrder[], at: orders.length > 0 ? at : null };
  }
  storage.remove(KEY);
  return NOTHING;
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
