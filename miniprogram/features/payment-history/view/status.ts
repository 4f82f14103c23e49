import type { ListFooter } from '../../../components/list-footer/list-footer';
import { footerOf, isEmpty, type PagingState } from '../../../state/paging/paging-state';
import type { Texts } from '../../../texts/texts';
import { errorText, type NoticeView } from '../../shared/error-text';

/** Everything around the months: what fills the screen, what stands above and below. */
export interface Screen {
  readonly body: 'skeleton' | 'list' | 'nothing';
  readonly notice: NoticeView | null;
  readonly footer: ListFooter;
  readonly footerText: string;
}

/** Before anything was asked for. */
export const INITIAL_SCREEN: Screen = {
  body: 'skeleton',
  notice: null,
  footer: 'none',
  footerText: '',
};

/**
 * What the person sees in a state of the list.
 *
 * @param hasRows - There are payments to show, be it from an earlier visit.
 */
export function screenOf(state: PagingState<unknown>, hasRows: boolean, texts: Texts): Screen {
  const footer = footerBelow(state, hasRows);
  return {
    body: bodyOf(state, hasRows),
    notice: noticeOf(state, hasRows, texts),
    footer,
    footerText: footerText(footer, state.error, texts),
  };
}

function bodyOf(state: PagingState<unknown>, hasRows: boolean): Screen['body'] {
  if (hasRows) return 'list';
  if (state.phase === 'idle' || state.phase === 'loading') return 'skeleton';
  return state.isLast || state.phase === 'failed' ? 'nothing' : 'list';
}

/** Whoever gets to see the end while there is more has more on its way: saying so always costs no change. */
function footerBelow(state: PagingState<unknown>, hasRows: boolean): ListFooter {
  const footer = footerOf(state);
  const comes = hasRows && !state.reachesEnd && state.phase !== 'failed';
  return footer === 'none' && comes ? 'loading' : footer;
}

function noticeOf(state: PagingState<unknown>, hasRows: boolean, texts: Texts): NoticeView | null {
  const { happened, advice } = errorText(state.error, texts);
  const retry = { tone: 'error', advice, action: texts.retry } as const;
  if (state.phase === 'failed' && !hasRows) return { ...retry, layout: 'page', title: happened };
  if (state.phase === 'refresh-failed' || state.phase === 'failed') {
    return {
      ...retry,
      layout: hasRows ? 'inline' : 'page',
      title: texts.refreshFailed(happened),
    };
  }
  if (!isEmpty(state)) return null;
  const { emptyTitle: title, emptyAdvice } = texts;
  return { layout: 'page', tone: 'empty', title, advice: emptyAdvice, action: '' };
}

function footerText(footer: ListFooter, error: unknown, texts: Texts): string {
  switch (footer) {
    case 'none':
    case 'further':
      return '';
    case 'loading':
      return texts.loadingMore;
    case 'end':
      return texts.noMore;
    case 'error':
      return texts.loadMoreFailed(errorText(error, texts).happened);
  }
}
