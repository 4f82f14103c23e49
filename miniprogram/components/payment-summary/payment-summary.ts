import type { Gateway, OrderStatus, RefundStatus } from '../../domain/order';

/** What a summary draws, as ready-made strings in one language. */
export interface SummaryView {
  readonly gateway: Gateway;
  /** The gateway's letter. */
  readonly mark: string;
  readonly title: string;
  /** Of the currency; empty where the amount is no figure. */
  readonly symbol: string;
  readonly digits: string;
  readonly status: OrderStatus;
  readonly statusText: string;
  /** Missing when nothing was refunded. */
  readonly refund?: Exclude<RefundStatus, 'none'>;
  readonly refundText?: string;
}

/** The head of a payment's own page: how, what, how much, and where it stands. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    summary: { type: Object, value: {} as SummaryView },
  },
});
