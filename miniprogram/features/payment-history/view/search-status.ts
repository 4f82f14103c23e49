import type { Order } from '../../../domain/order';
import { beijingTime } from '../../../domain/time';
import { isEmpty, type PagingState } from '../../../state/paging/paging-state';
import type { Texts } from '../../../texts/texts';
import type { NoticeView } from '../../shared/error-text';
import { isSameFilter, NO_FILTER } from '../query/filter';
import type { Finding } from './find';
import type { Screen } from './status';

/** What is looked for, and what came of it so far. */
export interface Found {
  readonly finding: Finding;
  /** Only a part of what is loaded is shown: more may lie further back than anyone looked. */
  readonly isPart: boolean;
  /** How many of the loaded payments are shown. */
  readonly shown: number;
}

/** The screen of a list of which only a part is wanted: how far it was searched, and the way out of nothing. */
export function searchStatus(
  screen: Screen,
  state: PagingState<Order>,
  found: Found,
  texts: Texts,
): Screen {
  const isNothing = isEmpty(state) || (found.isPart && found.shown === 0);
  if (screen.body === 'skeleton' || state.phase === 'failed') return screen;
  if (isNothing) return { ...screen, ...nothing(screen, state, found, texts) };
  if (!found.isPart || screen.footer === 'error') return screen;
  const footerText = progress(state, found, texts);
  if (state.isLast) return { ...screen, footer: 'end', footerText };
  if (state.phase === 'appending') return { ...screen, footer: 'loading', footerText };
  return { ...screen, footer: 'further', footerText };
}

/** Says how far a search went back, and what it found; nothing where nothing is searched. */
export function progress(
  { items, isLast }: PagingState<Order>,
  { shown, isPart }: Found,
  texts: Texts,
): string {
  if (!isPart || items.length === 0) return '';
  const { search } = texts.find;
  if (isLast) return search.everywhere(shown, items.length);
  const oldest = items[items.length - 1];
  const at = oldest && oldest.createdAt !== null ? beijingTime(oldest.createdAt) : null;
  return search.soFar(
    shown,
    items.length,
    at ? texts.month(at.year, at.month) : texts.unknownMonth,
  );
}

function nothing(
  screen: Screen,
  state: PagingState<Order>,
  found: Found,
  texts: Texts,
): Partial<Screen> {
  const { footer } = screen;
  if (found.isPart && !state.isLast) {
    if (footer === 'error') return {};
    const { going, nothingYet, further } = texts.find.search;
    const isGoing = state.phase === 'appending';
    const notice = empty(isGoing ? going : nothingYet, '');
    return {
      body: 'nothing',
      footer: 'none',
      notice: { ...notice, action: isGoing ? '' : further },
    };
  }
  const { finding } = found;
  if (finding.text === '' && isSameFilter(finding.filter, NO_FILTER)) return {};
  const { emptyAdvice, showAll } = texts.find.filter;
  const advice = finding.text === '' ? emptyAdvice : '';
  const notice = { ...empty(emptyTitle(finding, texts), advice), action: showAll };
  // A refresh that failed has the first word.
  return {
    body: 'nothing',
    footer: 'none',
    notice: screen.notice?.tone === 'error' ? screen.notice : notice,
  };
}

function empty(title: string, advice: string): NoticeView {
  return { layout: 'page', tone: 'empty', title, advice, action: '' };
}

function emptyTitle({ filter, text }: Finding, texts: Texts): string {
  const { empty: titles } = texts.find.filter;
  if (text !== '') return texts.find.search.nothing;
  const isTabOnly = isSameFilter(filter, { ...NO_FILTER, tab: filter.tab });
  return isTabOnly && filter.tab !== 'all' ? titles[filter.tab] : titles.filtered;
}
