import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import { isApiError, isNotFound } from '../../services/api-error';
import { createCancellation, type CancelSignal } from '../../core/cancellation';
import type { OrderNumber } from '../../services/orders/orders';
import { readPayment } from '../shared/find-payment';

/**
 * Phases of the detail page. Every phase but `loading` and `not-found` keeps what is on screen:
 *
 *     loading → ready ⇄ refreshing → refresh-failed
 *        ↓
 *     failed, not-found
 */
export type DetailPhase =
  'loading' | 'ready' | 'refreshing' | 'refresh-failed' | 'failed' | 'not-found';

/** One payment and the state of its request; immutable. */
export interface DetailState {
  readonly phase: DetailPhase;
  readonly order: Order | null;
  /** Error of the last request; null in every phase without a failure. */
  readonly error: unknown;
}

/** Reads one payment by one of its numbers. */
export interface DetailLoad {
  readonly state: DetailState;
  /** Reads the payment; supersedes a running request. Never rejects: the outcome is in `state`. */
  refresh(): Promise<void>;
  /** Cancels the running request; nothing changes afterwards. */
  dispose(): void;
}

/**
 * Starts with the payment of the order cache, if it has it; nothing is requested before `refresh`.
 *
 * @param numbers - Requested one after the other. Empty when the page was opened without a number: no
 * payment is found then.
 */
export function createDetailLoad(
  {
    orders,
    orderCache,
    currentUser,
  }: Pick<PaymentHistory, 'orders' | 'orderCache'> & {
    readonly currentUser: Pick<PaymentHistory['currentUser'], 'isKnown' | 'onKnown'>;
  },
  numbers: readonly OrderNumber[],
  onChange: () => void,
): DetailLoad {
  let state = beforeAnswer(currentUser.isKnown ? cached() : null);
  let cancel = (): void => undefined;

  function cached(): Order | null {
    return numbers.map((number) => orderCache.get(number)).find(Boolean) ?? null;
  }

  function enter(next: DetailState): void {
    state = next;
    onChange();
  }

  async function refresh(): Promise<void> {
    cancel();
    if (numbers.length === 0) return enter({ phase: 'not-found', order: null, error: null });
    const run = createCancellation();
    ({ cancel } = run);
    const { order } = state;
    enter(beforeAnswer(order));
    try {
      const current = await readPayment(orders, numbers, run.signal);
      if (run.signal.cancelled) return;
      enter({ phase: 'ready', order: current, error: null });
      orderCache.update(current);
      void readRefunds(current, run.signal);
    } catch (error) {
      // The order cache may have updated the order since the request began.
      if (run.signal.cancelled) return;
      enter(failed(error, state.order));
      if (isGone(error)) numbers.forEach((number) => orderCache.remove(number));
    }
  }

  /** The page has the payment: it does not wait for its refunds. */
  async function readRefunds(order: Order, signal: CancelSignal): Promise<void> {
    const complete = await orders.readRefunds?.(order, signal);
    if (complete && !signal.cancelled) orderCache.update(complete);
  }

  const stopWatchingUser = orders.onUserChange(() => {
    state = beforeAnswer(null);
    void refresh();
  });

  const stopWatchingKnown = currentUser.onKnown(() => {
    const isWaiting = currentUser.isKnown && state.phase === 'loading';
    enter(isWaiting ? beforeAnswer(cached()) : state);
  });

  const stopWatchingOrders = orderCache.onUpdate((updated) => {
    const { order } = state;
    if (!order || order === updated || order.key !== updated.key) return;
    enter({ ...state, order: updated });
  });

  return {
    get state() {
      return state;
    },
    refresh,
    dispose() {
      stopWatchingUser();
      stopWatchingKnown();
      stopWatchingOrders();
      cancel();
    },
  };
}

/** The state of a running request. */
function beforeAnswer(order: Order | null): DetailState {
  return { phase: order ? 'refreshing' : 'loading', order, error: null };
}

/** Whether the server says that there is no such payment. A refusal of the number does not say so. */
function isGone(error: unknown): boolean {
  return isApiError(error) && error.kind === 'not-found';
}

/**
 * After `not-found` the payment is no longer shown: it is gone, or belongs to another user. A payment that is on
 * screen stays after any other refusal.
 */
function failed(error: unknown, order: Order | null): DetailState {
  if (isGone(error) || (order === null && isNotFound(error)))
    return { phase: 'not-found', order: null, error };
  return { phase: order ? 'refresh-failed' : 'failed', order, error };
}
