import type { FactView } from '../../components/fact-list/fact-list';
import type { SummaryView } from '../../components/payment-summary/payment-summary';
import type { StepView } from '../../components/payment-timeline/payment-timeline';
import { isReturned } from '../../domain/net-total';
import type { Order } from '../../domain/order';
import { isPayable } from '../../domain/payability';
import { visibleText } from '../../domain/plain-text';
import type { Texts } from '../../texts/texts';
import { errorText, type NoticeView } from '../shared/error-text';
import { toRowView, type PayButton } from '../shared/row-model';
import type { DetailState } from './detail-load';
import { factsOf } from './facts';
import { timelineOf } from './timeline';

/** View data of a payment. */
export interface PaymentView {
  readonly summary: SummaryView;
  readonly steps: readonly StepView[];
  readonly facts: readonly FactView[];
  /** The number for customer service; empty where the payment has none. */
  readonly number: string;
  /** Null unless the payment can still be made; `busy` while the person pays. */
  readonly pay: 'open' | 'busy' | null;
  /** Something was paid that an invoice can be written for. */
  readonly isPaid: boolean;
}

/** View data of the detail page. */
export interface DetailView {
  readonly body: 'skeleton' | 'payment' | 'nothing';
  readonly notice: NoticeView | null;
  readonly payment: PaymentView | null;
}

/** The words in the component's data, which never change. */
export type DetailWords = Pick<
  Texts['detail'],
  'loading' | 'factsTitle' | 'copy' | 'contact' | 'invoice' | 'actionsTitle'
> & { readonly pay: Readonly<Record<'open' | 'busy', string>> };

/** Selects the words for the template. */
export function detailWords({ detail, continuePayment, continuing }: Texts): DetailWords {
  const { loading, factsTitle, copy, contact, invoice, actionsTitle } = detail;
  const pay = { open: continuePayment, busy: continuing };
  return { loading, factsTitle, copy, contact, invoice, actionsTitle, pay };
}

/**
 * Projects the state of the page to view data.
 *
 * @param now - Milliseconds since the Unix epoch.
 * @param pay - The button of a payment that can still be made.
 */
export function detailView(
  state: DetailState,
  texts: Texts,
  now: number,
  pay: PayButton,
): DetailView {
  const { order, phase } = state;
  const payment = order && paymentView(order, texts, now, pay);
  const body = payment ? 'payment' : phase === 'loading' ? 'skeleton' : 'nothing';
  return { body, notice: noticeOf(state, texts), payment };
}

/**
 * Projects an order to view data.
 *
 * @param now - Milliseconds since the Unix epoch; decides whether an unpaid order can still be paid.
 * @param pay - Its button, should it still be payable.
 * @default pay 'open'
 */
export function paymentView(
  order: Order,
  texts: Texts,
  now: number,
  pay: PayButton = 'open',
): PaymentView {
  const { transactionNo, tradeNo, status } = order;
  return {
    summary: summaryOf(order, texts, now),
    steps: timelineOf(order, texts, now, pay !== 'none'),
    facts: factsOf(order, texts),
    number: transactionNo || tradeNo || '',
    pay: pay !== 'none' && isPayable(order, now) ? pay : null,
    isPaid: status === 'success' && !isReturned(order),
  };
}

/** The summary has the same words as the row in the list. */
function summaryOf(order: Order, texts: Texts, now: number): SummaryView {
  const row = toRowView(order, texts, now);
  const { gateway, status = 'success', refund } = row;
  const [, symbol = '', digits = row.amount] = /^(\D+)(\d.*)$/.exec(row.amount) || [];
  return {
    gateway,
    mark: texts.mark[gateway],
    title: visibleText(order.description) || texts.noDescription,
    symbol,
    digits,
    status,
    statusText: row.statusText || texts.status[status],
    ...(refund && { refund, refundText: row.refundText || texts.refund[refund] }),
  };
}

function noticeOf({ phase, error }: DetailState, texts: Texts): NoticeView | null {
  const { happened, advice } = errorText(error, texts);
  const retry = { tone: 'error', advice, action: texts.retry } as const;
  switch (phase) {
    case 'loading':
    case 'ready':
    case 'refreshing':
      return null;
    case 'failed':
      return { ...retry, layout: 'page', title: happened };
    case 'refresh-failed':
      return { ...retry, layout: 'inline', title: texts.refreshFailed(happened) };
    case 'not-found': {
      const { notFound } = texts.detail;
      // Without an error no request was sent: the page has no number.
      const action = error ? texts.retry : '';
      const { happened: title } = notFound;
      return { layout: 'page', tone: 'empty', title, advice: notFound.advice, action };
    }
  }
}

/** Placeholders, before anything was read. */
export const INITIAL_VIEW: DetailView = { body: 'skeleton', notice: null, payment: null };

/** The placeholders need theirs before the module is asked for words. */
export const NO_WORDS: Partial<DetailWords> = { loading: '' };
