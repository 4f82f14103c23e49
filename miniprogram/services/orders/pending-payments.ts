import { createCancellation } from '../../core/cancellation';
import { pause, type Clock } from '../../core/clock';
import { createEvent } from '../../core/event';
import type { Network } from '../network';
import type { OrderCache } from './order-cache';
import type { OrdersService } from './orders';

/** How a continued payment ended, as far as the phone knows; `unknown` also where the user gave up. */
export type PaymentOutcome = 'paid' | 'unknown';

/** The payments that the user is making: each at most once at a time, until the server confirms the result. */
export interface PendingPayments {
  /** Starts a payment. @returns False if this payment is already being made. */
  begin(transactionNo: string): boolean;
  isPaying(transactionNo: string): boolean;
  /**
   * Reads the order; after `paid` repeatedly, until it is no longer pending. Concurrent calls for one
   * payment share one run. A payment that was made and stays pending on the server stays `isPaying`, so
   * that it cannot be paid twice. Never rejects.
   */
  settle(transactionNo: string, outcome: PaymentOutcome): Promise<void>;
  /**
   * Ends payments that began ten minutes ago or earlier and were never settled; to be called after the
   * list was read. A payment that was reported as paid, or is being read, is kept.
   */
  releaseStale(): void;
  /** Calls `listener` when `isPaying` changes for a payment. @returns A function that removes it. */
  onChange(listener: () => void): () => void;
}

/** Milliseconds before each further read: the server usually confirms after 2 s, and rarely after 30 s. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000];

/** Milliseconds after which a payment that was not settled counts as given up. */
const STALE_MS = 600_000;

/**
 * Creates an empty set of pending payments; it is emptied when another user signs in. A payment that was
 * made and is still pending after the last read is read again when the phone is connected again.
 */
export function createPendingPayments(
  orders: Pick<OrdersService, 'get' | 'onUserChange'>,
  cache: Pick<OrderCache, 'update'>,
  network: Network,
  clock: Clock,
): PendingPayments {
  const changed = createEvent();
  const runs = new Map<string, Promise<void>>();
  /** Payments that the phone reported as paid and the server has not confirmed. */
  const paid = new Set<string>();
  /** When each payment began, in epoch milliseconds. */
  const paying = new Map<string, number>();
  let user = createCancellation();

  /** Reads the order once; `over` also when another user has signed in meanwhile. */
  async function read(transactionNo: string): Promise<'pending' | 'over' | 'failed'> {
    const { signal } = user;
    try {
      const order = await orders.get({ transactionNo }, signal);
      if (signal.cancelled) return 'over';
      cache.update(order);
      return order.status === 'pending' ? 'pending' : 'over';
    } catch {
      return signal.cancelled ? 'over' : 'failed';
    }
  }

  async function run(transactionNo: string): Promise<void> {
    const { signal } = user;
    const pauses = [...PAUSES_MS];
    let result = await read(transactionNo);
    while (result !== 'over' && paid.has(transactionNo)) {
      // The HTTP client has repeated a failed request already: one more read, after the longest pause.
      if (result === 'failed') pauses.splice(0, pauses.length - 1);
      const next = pauses.shift();
      if (next === undefined) break;
      await pause(next, clock, signal);
      result = signal.cancelled ? 'over' : await read(transactionNo);
    }
    if (signal.cancelled) return;
    runs.delete(transactionNo);
    if (result === 'over') paid.delete(transactionNo);
    if (!paid.has(transactionNo)) release(transactionNo);
  }

  function begin(transactionNo: string): boolean {
    if (paying.has(transactionNo)) return false;
    paying.set(transactionNo, clock.now());
    changed.emit();
    return true;
  }

  function release(transactionNo: string): void {
    if (paying.delete(transactionNo)) changed.emit();
  }

  function settle(transactionNo: string, outcome: PaymentOutcome): Promise<void> {
    if (outcome === 'paid') {
      paid.add(transactionNo);
      begin(transactionNo);
    }
    const running = runs.get(transactionNo);
    if (running) return running;
    const started = run(transactionNo);
    runs.set(transactionNo, started);
    return started;
  }

  orders.onUserChange(() => {
    user.cancel();
    user = createCancellation();
    [runs, paid, paying].forEach((records) => records.clear());
    changed.emit();
  });

  network.onChange(() => {
    if (!network.isOffline) paid.forEach((transactionNo) => void settle(transactionNo, 'paid'));
  });

  return {
    begin,
    isPaying: (transactionNo) => paying.has(transactionNo),
    settle,
    releaseStale() {
      const isStale = ([one, since]: [string, number]) =>
        clock.now() - since >= STALE_MS && !runs.has(one) && !paid.has(one);
      [...paying].filter(isStale).forEach(([one]) => release(one));
    },
    onChange: changed.subscribe,
  };
}
