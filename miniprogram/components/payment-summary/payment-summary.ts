import type { Gateway, OrderStatus, RefundStatus } from '../../domain/order';

/** What the summary shows, formatted in one language. */
export interface SummaryView {
  readonly gateway: Gateway;
  /** One letter for the gateway. */
  readonly mark: string;
  readonly title: string;
  /** Currency symbol; empty when the amount is unknown. */
  readonly symbol: string;
  /** The formatted amount without its symbol, or the text for an unknown amount. */
  readonly digits: string;
  readonly status: OrderStatus;
  readonly statusText: string;
  /** Absent when nothing was refunded. */
  readonly refund?: Exclude<RefundStatus, 'none'>;
  readonly refundText?: string;
}

/** The head of the payment detail page: gateway mark, title, amount and badges. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    /** What the summary shows, formatted in one language. */
    summary: { type: Object, value: {} as SummaryView },
  },
});
