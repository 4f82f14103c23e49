import type { FactView } from '../../components/fact-list/fact-list';
import type { SummaryView } from '../../components/payment-summary/payment-summary';
import type { StepView } from '../../components/payment-timeline/payment-timeline';
import type { Order } from '../../domain/order';
import { isPayable } from '../../domain/payability';
import type { Texts } from '../../texts/texts';
import { toRowView } from '../shared/row-model';
import { factsOf } from './facts';
import { timelineOf } from './timeline';

/** A payment as its own page draws it. */
export interface DetailView {
  readonly summary: SummaryView;
  readonly steps: readonly StepView[];
  readonly facts: readonly FactView[];
  /** By what number customer service is told of the payment; empty where it has none. */
  readonly number: string;
  /** Null unless the payment can still be made; `busy` while that is under way. */
  readonly pay: 'open' | 'busy' | null;
  /** Whether something was paid that an invoice can be written for. */
  readonly isPaid: boolean;
}

/**
 * Puts an order into words.
 *
 * @param now - Milliseconds since the Unix epoch; decides whether an unpaid one can still be paid.
 * @param isPaying - The payment is being made.
 */
export function detailView(order: Order, texts: Texts, now: number, isPaying = false): DetailView {
  const { transactionNo, tradeNo, status, refund } = order;
  return {
    summary: summaryOf(order, texts, now),
    steps: timelineOf(order, texts, now),
    facts: factsOf(order, texts),
    number: transactionNo || tradeNo || '',
    pay: isPayable(order, now) ? (isPaying ? 'busy' : 'open') : null,
    isPaid: status === 'success' && refund !== 'complete',
  };
}

/** The same words as in the list: nothing changes on the way here. */
function summaryOf(order: Order, texts: Texts, now: number): SummaryView {
  const row = toRowView(order, texts, now);
  const { gateway, status = 'success', refund } = row;
  const [, symbol = '', digits = row.amount] = /^(\D+)(\d.*)$/.exec(row.amount) || [];
  return {
    gateway,
    mark: texts.mark[gateway],
    title: order.description.trim() || texts.noDescription,
    symbol,
    digits,
    status,
    statusText: row.statusText || texts.status[status],
    ...(refund && { refund, refundText: row.refundText || texts.refund[refund] }),
  };
}
