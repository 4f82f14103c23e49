import { createCancellation } from '../../core/cancellation';
import type { OrderCache } from './order-cache';
import type { Network } from '../network';
import type { OrdersService } from './orders';
import { pause } from '../../core/clock';
import { wechatPlatform, type Platform } from '../platform';

/** What is known of how a continued payment ended: `unknown` also where the person gave up. */
export type PaymentOutcome = 'paid' | 'unknown';

/** Payments that the person is paying, each once at a time, until the server agrees on how it ended. */
export interface PendingPayments {
  /** Begins to pay; false while that payment is being paid already. */
  begin(transactionNo: string): boolean;
  isPaying(transactionNo: string): boolean;
  /**
   * Reads the payment anew, after `paid` again and again until it is no longer pending; joins the run for
   * the same payment. One that stays pending after it was paid stays under way: nobody may pay it twice.
   * Never rejects.
   */
  settle(transactionNo: string, outcome: PaymentOutcome): Promise<void>;
  /**
   * A payment that began ten minutes ago or more, and of whose end nobody told, is under way no longer;
   * call it when the server was read anew. What the phone says was paid stays under way all the same.
   */
  releaseStale(): void;
  /** Calls when a payment begins or ceases to be under way; the result ends that. */
  onChange(listener: () => void): () => void;
}

/** Seconds before each further look: the server usually knows after two, and rarely after half a minute. */
const PAUSES = [1, 2, 4, 8, 15];

/** Milliseconds after which nobody is waited for any more who should have told that a payment is over. */
const UNTOLD = 600_000;

/**
 * Starts with nothing under way; another user ends all. What was paid and is still pending after the last
 * look is looked at again when the network is back.
 */
export function createPendingPayments(
  orders: Pick<OrdersService, 'get' | 'onUserChange'>,
  known: OrderCache,
  network: Network,
  surroundings: Partial<Platform> = {},
): PendingPayments {
  const phone = { ...wechatPlatform, ...surroundings };
  const listeners = new Set<() => void>();
  const runs = new Map<string, Promise<void>>();
  const paid = new Set<string>();
  /** When each began, in epoch milliseconds. */
  let underWay = new Map<string, number>();
  let user = createCancellation();
  const changed = () => listeners.forEach((listener) => listener());

  /** What one look at the payment saw; one for a user who has gone is over. */
  async function look(transactionNo: string): Promise<'pending' | 'over' | 'nothing'> {
    const { signal } = user;
    try {
      const order = await orders.get({ transactionNo }, signal);
      if (signal.cancelled) return 'over';
      known.update(order);
      return order.status === 'pending' ? 'pending' : 'over';
    } catch {
      return signal.cancelled ? 'over' : 'nothing';
    }
  }

  async function run(transactionNo: string): Promise<void> {
    const { signal } = user;
    const pauses = [...PAUSES];
    let seen = await look(transactionNo);
    while (seen !== 'over' && pauses.length > 0 && paid.has(transactionNo)) {
      // The requests were repeated already: a server in trouble is asked once more, after the longest pause.
      if (seen === 'nothing') pauses.splice(0, pauses.length - 1);
      await pause((pauses.shift() as number) * 1000, phone, signal);
      seen = signal.cancelled ? 'over' : await look(transactionNo);
    }
    if (signal.cancelled) return;
    runs.delete(transactionNo);
    if (seen === 'over') paid.delete(transactionNo);
    if (!paid.has(transactionNo)) release(transactionNo);
  }

  function begin(transactionNo: string): boolean {
    if (underWay.has(transactionNo)) return false;
    underWay.set(transactionNo, phone.now());
    changed();
    return true;
  }

  function release(transactionNo: string): void {
    if (underWay.delete(transactionNo)) changed();
  }

  orders.onUserChange(() => {
    user.cancel();
    user = createCancellation();
    runs.clear();
    paid.clear();
    underWay = new Map();
    changed();
  });

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

  network.onChange(() => {
    if (!network.isOffline) paid.forEach((transactionNo) => void settle(transactionNo, 'paid'));
  });

  return {
    begin,
    isPaying: (transactionNo) => underWay.has(transactionNo),
    settle,
    releaseStale() {
      [...underWay]
        .filter(([one, since]) => phone.now() - since >= UNTOLD && !runs.has(one) && !paid.has(one))
        .forEach(([one]) => release(one));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
