import { createCancellation, type CancelSignal, type Cancellation } from '../../core/cancellation';
import { pause, type Clock } from '../../core/clock';
import { createEvent } from '../../core/event';
import { isNotFound } from '../api-error';
import type { Network } from '../network';
import type { OrderCache } from './order-cache';
import type { OrdersService } from './orders';

/**
 * How a continued payment ended, as far as the phone knows; `unknown` also where WeChat reported that the
 * person gave up or that the payment failed: the server may learn otherwise.
 */
export type PaymentOutcome = 'paid' | 'unknown';

/** The payments that the user is making: each at most once at a time. */
export interface PendingPayments {
  /** Starts a payment. @returns False if this payment is already being made. */
  begin(transactionNo: string): boolean;
  isPaying(transactionNo: string): boolean;
  /** Ends a payment that was begun but not made. */
  release(transactionNo: string): void;
  /** Whether the payment is being read after an attempt to pay it: the server may still report that it is paid. */
  isFollowed(transactionNo: string): boolean;
  /**
   * Follows a payment after an attempt to pay it: reads the order at once and then with growing pauses, six
   * times in half a minute, until it is no longer pending. Replaces an earlier run for that payment.
   *
   * After `paid` it stays `isPaying` until the server confirms it, also when the server does not know it; the
   * promise waits for that or for the last read. After `unknown` it can begin again, and the promise resolves,
   * after the first read.
   *
   * @returns A promise that never rejects.
   */
  settle(transactionNo: string, outcome: PaymentOutcome): Promise<void>;
  /**
   * Ends payments that began ten minutes ago or earlier and were never settled; to be called after the
   * list was read. A payment that was reported as paid, or is being followed, is kept.
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
 * Creates an empty set of pending payments; it is emptied when another user signs in. A payment that the
 * server has not answered for, or not confirmed after `paid`, is followed again when the phone is connected
 * again.
 */
export function createPendingPayments(
  orders: Pick<OrdersService, 'get' | 'onUserChange'>,
  cache: Pick<OrderCache, 'update'>,
  network: Network,
  clock: Clock,
): PendingPayments {
  const changed = createEvent();
  /** The attempt to make each payment, with its begin in epoch milliseconds. */
  const paying = new Map<string, { readonly since: number }>();
  /** The payments that the server has not settled. */
  const unsettled = new Map<string, PaymentOutcome>();
  const runs = new Map<string, Cancellation>();

  /** Reads the order once. */
  async function read(
    transactionNo: string,
    signal: CancelSignal,
  ): Promise<'pending' | 'settled' | 'failed' | 'gone'> {
    try {
      const order = await orders.get({ transactionNo }, signal);
      if (signal.cancelled) return 'failed';
      cache.update(order);
      return order.status === 'pending' ? 'pending' : 'settled';
    } catch (error) {
      return isNotFound(error) && !signal.cancelled ? 'gone' : 'failed';
    }
  }

  async function follow(
    transactionNo: string,
    signal: CancelSignal,
    done: () => void,
  ): Promise<void> {
    const pauses = [...PAUSES_MS];
    const attempt = paying.get(transactionNo);
    let wasGone = false;
    for (let reads = 1; ; reads += 1) {
      const answer = await read(transactionNo, signal);
      if (signal.cancelled) return;
      const isPaid = unsettled.get(transactionNo) === 'paid';
      // A payment that was just made is not taken for gone because of one answer.
      const isOver = answer === 'settled' || (answer === 'gone' && wasGone);
      wasGone = answer === 'gone';
      // What was paid is never offered for payment again.
      const isSettled = answer === 'settled' || (isOver && !isPaid);
      if (isSettled) unsettled.delete(transactionNo);
      // The person may have begun again meanwhile: only a payment that the server has settled ends that attempt.
      const isOwn = paying.get(transactionNo) === attempt;
      const isFree = isSettled || (reads === 1 && !isPaid);
      if (answer === 'settled' || (isOwn && isFree)) release(transactionNo);
      if (!isPaid) done();
      // The HTTP client has repeated a failed request already: one more read, after the longest pause.
      if (answer !== 'pending') pauses.splice(0, pauses.length - 1);
      const next = isOver ? undefined : pauses.shift();
      if (next === undefined) {
        runs.delete(transactionNo);
        if (answer === 'pending' && !isPaid) unsettled.delete(transactionNo);
        return done();
      }
      await pause(next, clock, signal);
      if (signal.cancelled) return;
    }
  }

  function begin(transactionNo: string): boolean {
    if (paying.has(transactionNo)) return false;
    paying.set(transactionNo, { since: clock.now() });
    changed.emit();
    return true;
  }

  function release(transactionNo: string): void {
    if (paying.delete(transactionNo)) changed.emit();
  }

  function settle(transactionNo: string, outcome: PaymentOutcome): Promise<void> {
    if (outcome === 'paid') begin(transactionNo);
    // What was reported as paid stays so until the server settles it. A host in JavaScript may report anything.
    const reported = outcome === 'paid' ? outcome : 'unknown';
    if (unsettled.get(transactionNo) !== 'paid') unsettled.set(transactionNo, reported);
    const run = createCancellation();
    const settled = new Promise<void>((resolve) => {
      run.signal.onCancel(resolve);
      void follow(transactionNo, run.signal, resolve);
    });
    runs.get(transactionNo)?.cancel();
    runs.set(transactionNo, run);
    return settled;
  }

  orders.onUserChange(() => {
    runs.forEach(({ cancel }) => cancel());
    [runs, unsettled, paying].forEach((records) => records.clear());
    changed.emit();
  });

  network.onChange(() => {
    if (network.isOffline) return;
    unsettled.forEach((outcome, transactionNo) => void settle(transactionNo, outcome));
  });

  return {
    begin,
    isPaying: (transactionNo) => paying.has(transactionNo),
    release,
    isFollowed: (transactionNo) => runs.has(transactionNo),
    settle,
    releaseStale() {
      const isStale = ([one, { since }]: [string, { readonly since: number }]) =>
        Math.abs(clock.now() - since) >= STALE_MS && !unsettled.has(one);
      [...paying].filter(isStale).forEach(([one]) => release(one));
    },
    onChange: changed.subscribe,
  };
}
