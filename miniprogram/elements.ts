import type { ApiErrorKind } from './domain/error-kind';
import type { OrderStatus } from './domain/order';
import type { OrderNumber } from './services/orders/orders';
import type { PaymentOutcome } from './services/orders/pending-payments';

/** The methods of `<payment-history>` for the page that holds it. Their promises never reject. */
export type PaymentHistoryElement = {
  /**
   * Reads the newest payments and keeps the list until they are there.
   *
   * @param by - `pull` after a pull-down: a toast then says how many are new and how many have changed.
   */
  refresh(by?: 'pull'): Promise<void>;
  /** Reads the next page; the history does so by itself while the person scrolls. */
  loadMore(): Promise<void>;
  /**
   * Draws the rows on screen and reads the next page where they are the last ones. Call it in the page's
   * `onReachBottom`, for a WeChat whose intersection observers do not fire.
   */
  reachBottom(): Promise<void>;
  /** Repeats the request that failed. */
  retry(): Promise<void>;
  /**
   * Scrolls to a month of the list, in Beijing time. Where the list does not reach it, the history reads back to
   * it first, shows how far it is, and lets the person stop. Without payments in that month it goes to the next
   * older one and says so.
   */
  goToMonth(month: OpenMonthDetail): void;
  /**
   * Follows one payment and changes its row. Call it after a `continue-payment`, whatever the result: until
   * then that payment cannot be continued again. The server is asked six times in half a minute, so that a
   * payment that WeChat reports late is seen.
   *
   * @param outcome - `paid` when WeChat reported success: the payment then stays busy until the server
   * confirms it.
   * @default 'unknown'
   */
  refreshPayment(transactionNo: string, outcome?: PaymentOutcome): Promise<void>;
};

/** The methods of `<payment-detail>` for the page that holds it. Their promises never reject. */
export type PaymentDetailElement = {
  /** Reads the payment and keeps what is shown until it is there. */
  refresh(): Promise<void>;
  /**
   * Follows the payment after a `continue-payment`, whatever the result: until then it cannot be continued
   * again. The server is asked six times in half a minute. Also works after the tag has left its page:
   * find the element before the payment begins.
   *
   * @param outcome - `paid` when WeChat reported success: the payment then stays busy until the server
   * confirms it.
   * @default 'unknown'
   */
  refreshPayment(transactionNo: string, outcome?: PaymentOutcome): Promise<void>;
};

/** The methods of `<payment-statistics>` for the page that holds it. Their promises never reject. */
export type PaymentStatisticsElement = {
  /** Reads all payments again, the newest first. Resolves when the newest are read. */
  refresh(): Promise<void>;
};

/**
 * Detail of `open-payment`: the transaction number, or the trade number of a payment that has no other.
 * `paymentUrl` makes an address of it.
 */
export type OpenPaymentDetail = OrderNumber;

/** Detail of `continue-payment`. */
export interface ContinuePaymentDetail {
  readonly transactionNo: string;
  readonly tradeNo: string | null;
  /** Seconds since the order was created. */
  readonly ageSeconds: number;
}

/** Detail of `request-invoice`. */
export interface RequestInvoiceDetail {
  readonly transactionNo: string | null;
  readonly tradeNo: string | null;
}

/**
 * The state of a payment for `PaymentAction.when`: its status, `lapsed` for a pending payment that is too old to
 * be paid, `refunded` for one that is completely refunded.
 */
export type PaymentState = OrderStatus | 'lapsed' | 'refunded';

/** An action of the host app for payments, such as buying again. */
export interface PaymentAction {
  /** Names the action in the event `action`. */
  readonly key: string;
  /** What the person reads. */
  readonly text: string;
  /** The states of the payments that have the action. @default all states */
  readonly when?: readonly PaymentState[] | undefined;
}

/** Detail of `action`. */
export interface ActionDetail {
  /** `PaymentAction.key`. */
  readonly key: string;
  readonly transactionNo: string | null;
  readonly tradeNo: string | null;
}

/** Detail of `contact`. */
export type ContactDetail = RequestInvoiceDetail;

/** Detail of `open-month`: a month in Beijing time. */
export interface OpenMonthDetail {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** What happens in the tags, for the setting `onEvent`; nothing in it tells one payment from another. */
export type PaymentHistoryEvent =
  /** The newest payments were read. `payments` counts the loaded ones. */
  | { readonly name: 'list-read'; readonly payments: number; readonly isComplete: boolean }
  | { readonly name: 'list-failed'; readonly error: ApiErrorKind | 'unexpected' }
  | { readonly name: 'payment-read' }
  | { readonly name: 'payment-failed'; readonly error: ApiErrorKind | 'unexpected' }
  /** The person opens a payment of the list. */
  | { readonly name: 'payment-opened' }
  /** The person continues a pending payment. */
  | { readonly name: 'payment-continued' }
  /** The person has searched. `isFound`: for the number of a payment. */
  | { readonly name: 'searched'; readonly isFound: boolean }
  /** The person has changed tab or filters. */
  | { readonly name: 'filtered'; readonly by: 'tab' | 'apply' | 'remove' | 'clear' };

/** A page or component that holds one of the tags. */
export interface ElementOwner {
  selectComponent(selector: string): unknown;
}

/** Finds a `<payment-history>` by its selector; null while there is none. */
export function paymentHistoryOf(
  owner: ElementOwner,
  selector: string,
): PaymentHistoryElement | null {
  const element = owner.selectComponent(selector);
  return hasMethods<PaymentHistoryElement>(element, 'refresh', 'loadMore') ? element : null;
}

/** Finds a `<payment-detail>` by its selector; null while there is none. */
export function paymentDetailOf(
  owner: ElementOwner,
  selector: string,
): PaymentDetailElement | null {
  const element = owner.selectComponent(selector);
  return hasMethods<PaymentDetailElement>(element, 'refresh', 'refreshPayment') ? element : null;
}

/** Finds a `<payment-statistics>` by its selector; null while there is none. */
export function paymentStatisticsOf(
  owner: ElementOwner,
  selector: string,
): PaymentStatisticsElement | null {
  const element = owner.selectComponent(selector);
  return hasMethods<PaymentStatisticsElement>(element, 'refresh') ? element : null;
}

/** With `componentPlaceholder`, the selector finds another component until the tag is loaded. */
function hasMethods<Element>(
  value: unknown,
  ...names: (keyof Element & string)[]
): value is Element {
  const methods = Object(value) as Record<string, unknown>;
  return names.every((name) => typeof methods[name] === 'function');
}
