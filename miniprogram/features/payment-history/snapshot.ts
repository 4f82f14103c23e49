import type { PaymentHistory } from '../../configure';
import { GATEWAY_FAMILIES, ORDER_STATUSES, REFUND_STATUSES } from '../../domain/order';
import { isEpochSeconds } from '../../domain/time';
import { isApiError } from '../../services/api-error';
import { wxStorage, type Storage } from '../../services/storage';
import { SNAPSHOT_KEY } from '../../services/storage-keys';
import type { PagingState } from '../../state/paging/paging-state';
import type { ListedOrder } from '../shared/row-model';

/** The newest payments of an earlier visit, for the first frame of the next one. */
export interface Snapshot {
  /** Empty where it is not certain that the payments belong to this user. */
  readonly orders: readonly ListedOrder[];
  /** When they were read, in milliseconds since the Unix epoch; null where there are none. */
  readonly at: number | null;
  /**
   * Stores the newest payments for the next visit. Removes them when they belong to another user.
   *
   * @param at - When they were read, in milliseconds since the Unix epoch.
   */
  follow(state: PagingState<ListedOrder>, at: number | null): void;
  /** Changes the payments, without storing them. */
  edit(change: (orders: readonly ListedOrder[]) => readonly ListedOrder[]): void;
  /** Removes the payments: another user, or none, is signed in. */
  forget(): void;
}

interface Kept {
  readonly version: number;
  readonly owner: string;
  readonly at: number;
  readonly orders: readonly ListedOrder[];
}

type Content = Pick<Snapshot, 'orders' | 'at'>;

const NOTHING: Content = { orders: [], at: null };
/** Payments that are stored: more than any screen shows at once. */
const KEPT_ROWS = 20;
/** Increased with every change of {@link Kept}, also with a new status. */
const VERSION = 6;

/**
 * The snapshot of the module's user; empty while the session is asked who that is. Nothing is stored while
 * the user is not certain.
 *
 * @param storage - By default WeChat's storage, which belongs to one WeChat user and one mini program.
 */
export function createSnapshot(
  {
    owner,
    clock,
    currentUser,
  }: Pick<PaymentHistory, 'owner'> & {
    readonly clock: Pick<PaymentHistory['clock'], 'now'>;
    readonly currentUser: { readonly isKnown: boolean };
  },
  storage: Storage = wxStorage,
): Snapshot {
  /** Null until it is read. */
  let content: Content | null = null;
  let saved = NOTHING;
  /** Whose payments the list reads; null while unknown. */
  let reader: string | null = null;

  function contentNow(): Content {
    if (content || !currentUser.isKnown) return content ?? NOTHING;
    reader = owner();
    return (content = read(reader, storage, clock.now()));
  }

  function drop(): void {
    content = NOTHING;
    saved = NOTHING;
    storage.remove(SNAPSHOT_KEY);
  }

  function save(orders: readonly ListedOrder[], at: number, savedFor: string): void {
    const { orders: before } = saved;
    const isSame =
      orders.length === before.length && orders.every((order, nth) => order === before[nth]);
    if (isSame && at === saved.at) return;
    saved = { orders, at };
    const kept: Kept = { version: VERSION, owner: savedFor, at, orders: orders.map(listed) };
    storage.set(SNAPSHOT_KEY, kept);
  }

  return {
    get orders() {
      return contentNow().orders;
    },
    get at() {
      return contentNow().at;
    },
    edit(change) {
      if (content) content = { ...content, orders: change(content.orders) };
    },
    forget() {
      reader = null;
      drop();
    },
    follow({ phase, items, error }, at) {
      const present = owner();
      const isRefused = isApiError(error) && error.kind === 'unauthorized';
      if (isRefused || (reader !== null && present !== reader)) return drop();
      if (present === null || phase !== 'ready' || at === null) return;
      reader = present;
      save(items.slice(0, KEPT_ROWS), at, present);
    },
  };
}

function read(owner: string | null, storage: Storage, now: number): Content {
  const kept = storedFields<keyof Kept>(storage.get(SNAPSHOT_KEY));
  const { orders, at } = kept;
  const isOurs = kept.version === VERSION && kept.owner === owner;
  if (isOurs && isAmount(at) && Array.isArray(orders) && isList(orders)) {
    // A time to come was read while the phone's clock was wrong.
    return { orders, at: orders.length > 0 && at <= now ? at : null };
  }
  storage.remove(SNAPSHOT_KEY);
  return NOTHING;
}

/** Only the fields that the row shows, and the number that opens the payment, are stored. */
function listed(order: ListedOrder): ListedOrder {
  const { key, transactionNo, status, statusRaw, refund, refundRaw, gateway, gatewayRaw } = order;
  const { refundFen, amountFen, currency, createdAt, description } = order;
  const tradeNo = transactionNo === null ? order.tradeNo : null;
  return {
    ...{ key, transactionNo, tradeNo, status, statusRaw, refund, refundRaw, gateway, gatewayRaw },
    ...{ refundFen, amountFen, currency, createdAt, description },
  };
}

/** Damaged storage may hold anything: what is no payment is not drawn, and none is drawn twice. */
function isList(values: readonly unknown[]): values is readonly ListedOrder[] {
  return values.every(isListed) && new Set(values.map(({ key }) => key)).size === values.length;
}

const STATUSES: readonly unknown[] = [...ORDER_STATUSES, 'unknown'];
const REFUNDS: readonly unknown[] = [...REFUND_STATUSES, 'none', 'unknown'];
const GATEWAYS: readonly unknown[] = [...GATEWAY_FAMILIES, 'unknown'];

function isListed(value: unknown): value is ListedOrder {
  const order = storedFields<keyof ListedOrder>(value);
  const isText = (field: unknown) => typeof field === 'string';
  const { key, status, refund, gateway, currency, description } = order;
  const { transactionNo, tradeNo, statusRaw, refundRaw, gatewayRaw } = order;
  const raws = [transactionNo, tradeNo, statusRaw, refundRaw, gatewayRaw];
  return (
    [key, currency, description].every(isText) &&
    STATUSES.includes(status) &&
    REFUNDS.includes(refund) &&
    GATEWAYS.includes(gateway) &&
    raws.every((raw) => raw === null || isText(raw)) &&
    [order.refundFen, order.amountFen].every((fen) => fen === null || isAmount(fen)) &&
    (order.createdAt === null || isEpochSeconds(order.createdAt))
  );
}

/** The fields of a stored value, which may be anything. */
function storedFields<Name extends string>(value: unknown): Partial<Record<Name, unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
