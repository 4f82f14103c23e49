import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import { isApiError } from '../../services/api-error';
import { createCancellation } from '../../core/cancellation';
import type { OrderNumber } from '../../services/orders/orders';

/**
 * Where a payment's own page stands. What is on screen survives all but `loading` and `not-found`:
 *
 *     loading → ready ⇄ refreshing → refresh-failed
 *        ↓
 *     failed, not-found
 */
export type DetailPhase =
  'loading' | 'ready' | 'refreshing' | 'refresh-failed' | 'failed' | 'not-found';

/** An immutable picture of one payment and of how it is read. */
export interface DetailState {
  readonly phase: DetailPhase;
  readonly order: Order | null;
  /** What the last run failed with; null unless the phase is a failed one. */
  readonly error: unknown;
}

/** One payment that is read by its number. */
export interface DetailLoad {
  readonly state: DetailState;
  /** Reads the payment anew; supersedes a running run. Never rejects: the outcome is in `state`. */
  refresh(): Promise<void>;
  /** Cancels what is running and goes silent for good. */
  dispose(): void;
}

/**
 * Begins with what another screen knew of the payment; nothing is asked before `refresh`.
 *
 * @param number - Null when the page was opened without any: there is no such payment.
 */
export function createDetailLoad(
  { orders, orderCache }: Pick<PaymentHistory, 'orders' | 'orderCache'>,
  number: OrderNumber | null,
  onChange: () => void,
): DetailLoad {
  const before = number && orderCache.get(number);
  let state: DetailState = { phase: before ? 'refreshing' : 'loading', order: before, error: null };
  let cancel = () => undefined as void;

  function enter(next: DetailState): void {
    state = next;
    onChange();
  }

  async function refresh(): Promise<void> {
    cancel();
    if (!number) return enter({ phase: 'not-found', order: null, error: null });
    const run = createCancellation();
    ({ cancel } = run);
    const { order } = state;
    enter({ phase: order ? 'refreshing' : 'loading', order, error: null });
    try {
      const current = await orders.get(number, run.signal);
      if (run.signal.cancelled) return;
      enter({ phase: 'ready', order: current, error: null });
      orderCache.update(current);
    } catch (error) {
      // What was heard of the payment meanwhile counts, not what was known when the run began.
      if (!run.signal.cancelled) enter(failed(error, state.order));
    }
  }

  const stopWatchingUser = orders.onUserChange(() => {
    state = { phase: 'loading', order: null, error: null };
    void refresh();
  });

  const stopHearing = orderCache.onUpdate((renewed) => {
    const { order } = state;
    if (!order || order === renewed || order.key !== renewed.key) return;
    enter({ ...state, order: renewed });
  });

  return {
    get state() {
      return state;
    },
    refresh,
    dispose() {
      stopWatchingUser();
      stopHearing();
      cancel();
    },
  };
}

/** A number that is nobody's, or another user's, takes what was shown with it. */
function failed(error: unknown, order: Order | null): DetailState {
  if (isApiError(error) && error.kind === 'not-found')
    return { phase: 'not-found', order: null, error };
  return { phase: order ? 'refresh-failed' : 'failed', order, error };
}
