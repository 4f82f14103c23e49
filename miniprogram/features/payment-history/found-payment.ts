import { createEvent, type EventSource } from '../../core/event';
import type { OpenPaymentDetail } from '../../elements';
import type { Absence } from '../shared/absence';

/** The payment that a search by number has found: it waits until the person is on the page. */
export interface FoundPayment {
  /** Reports it once, and not while the person is away. */
  readonly onFound: EventSource<OpenPaymentDetail>['subscribe'];
  /** Takes the result of the newest search; null where it has found nothing. */
  take(payment: OpenPaymentDetail | null): void;
  /** Reports what waits: the person is back. */
  report(): void;
  /** Ends all reports. */
  dispose(): void;
}

/** Starts without a payment. */
export function createFoundPayment(absence: Pick<Absence, 'isAway'>): FoundPayment {
  const found = createEvent<OpenPaymentDetail>();
  let waiting: OpenPaymentDetail | null = null;

  function report(): void {
    const payment = waiting;
    if (!payment || absence.isAway) return;
    waiting = null;
    found.emit(payment);
  }

  return {
    onFound: found.subscribe,
    take(payment) {
      waiting = payment;
      report();
    },
    report,
    dispose: found.clear,
  };
}
