import { createEvent, type EventSource } from '../../core/event';
import type { OpenPaymentDetail } from '../../elements';
import type { CurrentUser } from '../../services/session/current-user';
import type { Absence } from '../shared/absence';

/**
 * The payment that a search by number has found: it waits until the person is on the page, and the session has
 * said who that is.
 */
export interface FoundPayment {
  /** Reports it once. */
  readonly onFound: EventSource<OpenPaymentDetail | null>['subscribe'];
  /** @param payment - Null for a payment without a number by which it can be opened. */
  take(payment: OpenPaymentDetail | null): void;
  /** Drops what waits. */
  drop(): void;
  /** Reports what waits, where nothing holds it back any more. */
  readonly report: () => void;
  /** Ends all reports. */
  dispose(): void;
}

/** Starts without a payment. */
export function createFoundPayment(
  absence: Pick<Absence, 'isAway'>,
  currentUser: Pick<CurrentUser, 'isKnown'>,
): FoundPayment {
  const found = createEvent<OpenPaymentDetail | null>();
  let waiting: { readonly payment: OpenPaymentDetail | null } | null = null;

  function report(): void {
    if (!waiting || absence.isAway || !currentUser.isKnown) return;
    const { payment } = waiting;
    waiting = null;
    found.emit(payment);
  }

  return {
    onFound: found.subscribe,
    take(payment) {
      waiting = { payment };
      report();
    },
    drop: () => void (waiting = null),
    report,
    dispose: found.clear,
  };
}
