import type { Texts } from '../../texts/texts';
import { errorText, type NoticeView } from '../shared/error-text';
import { detailView, type DetailView } from './detail-view';
import type { DetailState } from './detail-load';

/** Everything that a payment's own page draws. */
export interface DetailScreen {
  readonly body: 'skeleton' | 'payment' | 'nothing';
  readonly notice: NoticeView | null;
  readonly payment: DetailView | null;
}

/**
 * What the person sees of a payment.
 *
 * @param now - Milliseconds since the Unix epoch.
 * @param isPaying - The payment is being made.
 */
export function detailScreen(
  state: DetailState,
  texts: Texts,
  now: number,
  isPaying = false,
): DetailScreen {
  const { order, phase } = state;
  const notice = noticeOf(state, texts);
  const payment = order && detailView(order, texts, now, isPaying);
  const body = payment ? 'payment' : phase === 'loading' ? 'skeleton' : 'nothing';
  return { body, notice, payment };
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
      const { happened: title } = notFound;
      // Without an error nobody was asked: there was no number to ask for.
      const action = error ? texts.retry : '';
      return { layout: 'page', tone: 'empty', title, advice: notFound.advice, action };
    }
  }
}
