import type { ListFooter } from '../../../components/list-footer/list-footer';
import { beijingTime } from '../../../domain/time';
import type { Texts } from '../../../texts/texts';
import { errorText, type NoticeView } from '../../shared/error-text';
import { oldestTime } from '../../shared/reading-progress';
import { isNetworkFailure } from '../../shared/retry-when-online';
import type { HistoryState } from '../history-state';
import { isSameFilter, NO_FILTER } from '../query/filter';
import { isSearched, type HistoryQuery } from '../query/history-query';

/** What the person reads about the list as a whole. */
export interface StatusLine {
  readonly body: 'skeleton' | 'list' | 'nothing';
  readonly notice: NoticeView | null;
  readonly footer: ListFooter;
  readonly footerText: string;
  /** Text of the offline banner; empty while there is a network. */
  readonly offline: string;
  /** A line above the list says that a failed request is repeated. */
  readonly retrying: boolean;
}

/** The part of the state that decides about the status line. */
export type StatusFacts = Pick<
  HistoryState,
  'paging' | 'list' | 'query' | 'isPart' | 'isOffline' | 'isRetrying' | 'readAt' | 'now'
>;

/** Decides what is shown above, below or in place of the rows. */
export function statusLine(facts: StatusFacts, texts: Texts): StatusLine {
  const { phase } = facts.paging;
  const body = bodyOf(facts);
  const footer = body === 'list' ? footerOf(facts) : 'none';
  const isReading = phase === 'loading' || phase === 'refreshing';
  return {
    body,
    notice: noticeOf(facts, body, texts),
    footer,
    footerText: footerText(footer, facts, texts),
    offline: facts.isOffline ? offlineText(facts, texts) : '',
    retrying: facts.isRetrying && isReading && body === 'list',
  };
}

/** How far back the loaded payments were searched, and how many match; empty without such a search. */
export function searchProgress({ paging, list, isPart }: StatusFacts, texts: Texts): string {
  const { items, isLast } = paging;
  if (!isPart || items.length === 0) return '';
  const { search } = texts.find;
  const found = list.orders.length;
  if (isLast) return search.everywhere(found, items.length);
  const oldest = oldestTime(items);
  const at = oldest === null ? null : beijingTime(oldest);
  const back = at ? texts.month(at.year, at.month) : texts.unknownMonth;
  return search.soFar(found, items.length, back);
}

function bodyOf(facts: StatusFacts): StatusLine['body'] {
  const { phase, isLast } = facts.paging;
  if (facts.list.orders.length > 0) return 'list';
  if (phase === 'idle' || phase === 'loading') return 'skeleton';
  if (phase === 'failed' || isLast) return 'nothing';
  // Older pages may have readable rows; a search offers them in its notice, a failure in its footer.
  return facts.isPart && !isInterrupted(facts) ? 'nothing' : 'list';
}

/** A later page or a refresh failed, and pages remain. */
function isInterrupted({ paging: { phase, isLast } }: StatusFacts): boolean {
  return (phase === 'append-failed' || phase === 'refresh-failed') && !isLast;
}

/** Shows `loading` while pages remain, whether one is requested or not: a request then changes nothing. */
function footerOf(facts: StatusFacts): ListFooter {
  const { paging, list, isPart } = facts;
  const { phase, items, isLast, reachesEnd } = paging;
  if (isInterrupted(facts)) return 'error';
  if (isPart && !isLast) return phase === 'appending' ? 'loading' : 'further';
  if (isPart) return 'end';
  if (reachesEnd) return items.length > 0 ? 'end' : 'none';
  const hasMore = list.orders.length > 0 && phase !== 'failed';
  return hasMore || phase === 'appending' ? 'loading' : 'none';
}

function footerText(footer: ListFooter, facts: StatusFacts, texts: Texts): string {
  switch (footer) {
    case 'none':
      return '';
    case 'error':
      return texts.loadMoreFailed(errorText(facts.paging.error, texts).happened);
    case 'further':
      return searchProgress(facts, texts);
    case 'loading':
      return searchProgress(facts, texts) || texts.loadingMore;
    case 'end':
      return searchProgress(facts, texts) || texts.noMore;
  }
}

function noticeOf(facts: StatusFacts, body: StatusLine['body'], texts: Texts): NoticeView | null {
  const { phase } = facts.paging;
  if (phase === 'failed' || phase === 'refresh-failed') return failureNotice(facts, texts);
  return body === 'nothing' ? emptyNotice(facts, texts) : null;
}

function failureNotice({ paging, list, isOffline }: StatusFacts, texts: Texts): NoticeView | null {
  const { phase, error } = paging;
  const { happened, advice } = errorText(error, texts);
  const notice = { tone: 'error', advice, action: texts.retry } as const;
  const title = texts.refreshFailed(happened);
  if (list.orders.length === 0) {
    return { ...notice, layout: 'page', title: phase === 'failed' ? happened : title };
  }
  // The offline banner already says so.
  if (isOffline && isNetworkFailure(error)) return null;
  return { ...notice, layout: 'inline', title };
}

function emptyNotice({ paging, query, isPart }: StatusFacts, texts: Texts): NoticeView {
  const notice = { layout: 'page', tone: 'empty', advice: '', action: '' } as const;
  const { search, filter } = texts.find;
  if (isPart && !paging.isLast) {
    if (paging.phase === 'appending') return { ...notice, title: search.going };
    return { ...notice, title: search.nothingYet, action: search.further };
  }
  const action = filter.showAll;
  if (query.text !== '' || query.amount) return { ...notice, title: search.nothing, action };
  if (!isSearched(query)) {
    if (query.hidesExpired && paging.items.length > 0) {
      return { ...notice, title: filter.empty.expired, action: filter.show };
    }
    return { ...notice, title: texts.emptyTitle, advice: texts.emptyAdvice };
  }
  return { ...notice, title: emptyTitle(query, texts), advice: filter.emptyAdvice, action };
}

function emptyTitle({ filter }: HistoryQuery, texts: Texts): string {
  const titles = texts.find.filter.empty;
  const isTabOnly = isSameFilter(filter, { ...NO_FILTER, tab: filter.tab });
  return isTabOnly && filter.tab !== 'all' ? titles[filter.tab] : titles.filtered;
}

function offlineText({ list, readAt, now }: StatusFacts, texts: Texts): string {
  if (readAt === null || list.orders.length === 0) return texts.offline.nothing;
  return texts.offline.asOf(texts.time(beijingTime(readAt / 1000), beijingTime(now / 1000)));
}
