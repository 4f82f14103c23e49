import type { StatisticsCardView } from '../../components/statistics-card/statistics-card';
import type { TabView } from '../../components/tab-bar/tab-bar';
import type { Order } from '../../domain/order';
import { yearsOf, type CurrencyStatistics, type Scope } from '../../domain/payment-sums';
import { beijingTime, parseTime } from '../../domain/time';
import type { PagingState } from '../../state/paging/paging-state';
import type { Texts } from '../../texts/texts';
import { oldestTime, percentOf } from '../shared/reading-progress';
import { errorText, type NoticeView } from '../shared/error-text';
import { isNetworkFailure } from '../shared/retry-when-online';
import { cardView } from './card-view';
import type { Exported } from './export';

/** Everything that decides what is shown. */
export interface StatisticsFacts {
  readonly paging: PagingState<Order>;
  /** The payments that were read and are current, newest first. */
  readonly orders: readonly Order[];
  readonly scope: Scope;
  readonly isComplete: boolean;
  /** The sums of `orders` in `scope`. */
  readonly sums: readonly CurrencyStatistics[];
  readonly isOffline: boolean;
  /** The file of these payments, if it was written. */
  readonly exported: Pick<Exported, 'fileName' | 'payments'> | null;
  /** Files are saved and not sent. */
  readonly isDesktop: boolean;
  /** Requests wait for the limit per minute. */
  readonly isWaiting: boolean;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** How far the payments were read. */
export interface ProgressView {
  readonly text: string;
  /** What the person waits for; empty while pages arrive. */
  readonly wait: string;
  /** Read part in per cent; null where it is unknown. */
  readonly percent: number | null;
}

/** The export, which takes two taps: WeChat sends a file only after a tap of the person. */
export interface ExportView {
  readonly state: 'waiting' | 'open' | 'made';
  /** Empty where the button says everything. */
  readonly note: string;
  readonly action: string;
}

/** View data of the statistics. */
export interface StatisticsView {
  readonly body: 'skeleton' | 'cards' | 'nothing';
  readonly tabs: readonly TabView[];
  /** `TabView.value` of the scope. */
  readonly selected: string;
  readonly notice: NoticeView | null;
  /** Null where the scope is complete. */
  readonly progress: ProgressView | null;
  readonly cards: readonly StatisticsCardView[];
  /** Null where there is nothing to export. */
  readonly exporting: ExportView | null;
  /** Text of the offline banner; empty while there is a network. */
  readonly offline: string;
}

const ALL = 'all';

/** The scope of a tab. */
export function scopeOf(tab: string): Scope {
  return tab === ALL ? null : Number(tab);
}

/** Projects the payments that were read to view data. */
export function statisticsView(facts: StatisticsFacts, texts: Texts): StatisticsView {
  const { paging, scope, sums, isComplete, now, isOffline } = facts;
  const isRead = paging.generation > 0 && facts.orders.length > 0;
  const progress = isComplete || !isRead ? null : progressOf(facts, texts);
  const soFar = progress && texts.statistics.soFar(oldestMonth(facts, texts));
  const cards = sums.map((sum) => cardView(sum, { scope, soFar, now }, texts));
  const isEnd = isComplete || paging.phase === 'failed';
  return {
    body: cards.length > 0 ? 'cards' : isEnd ? 'nothing' : 'skeleton',
    tabs: tabsOf(facts, texts),
    selected: scope === null ? ALL : `${scope}`,
    notice: noticeOf(facts, cards.length === 0, texts),
    progress,
    cards,
    exporting: cards.length > 0 ? exportView(facts, texts) : null,
    offline: isOffline ? texts.offline.nothing : '',
  };
}

function exportView(facts: StatisticsFacts, { statistics }: Texts): ExportView {
  const { exported, isComplete, isDesktop } = facts;
  const words = statistics.export;
  if (!isComplete) return { state: 'waiting', note: words.waiting, action: words.make };
  if (!exported) return { state: 'open', note: '', action: words.make };
  const note = words.made(exported.fileName, exported.payments);
  return { state: 'made', note, action: isDesktop ? words.save : words.share };
}

/** Years are known by the payments that were read. */
function tabsOf({ orders, scope, now }: StatisticsFacts, texts: Texts): readonly TabView[] {
  const { year } = beijingTime(now / 1000);
  const years = new Set([year, ...yearsOf(orders), ...(scope === null ? [] : [scope])]);
  const tabs = Array.from(years)
    .sort((a, b) => b - a)
    .map((one) => ({ value: `${one}`, text: texts.months.yearName(one) }));
  return [{ value: ALL, text: texts.statistics.allTime }, ...tabs];
}

function progressOf(facts: StatisticsFacts, texts: Texts): ProgressView {
  const { orders, paging, isWaiting } = facts;
  const words = texts.statistics;
  const { total } = paging;
  const known = total !== null && total >= orders.length ? total : null;
  const text = [words.soFar(oldestMonth(facts, texts)), words.read(orders.length, known)];
  return {
    text: text.join(' · '),
    wait: isWaiting ? words.waiting : '',
    percent: percentRead(facts, known),
  };
}

/** For a year the part of its days that was read; for all time the part of the payments. */
function percentRead({ orders, scope, now }: StatisticsFacts, total: number | null): number | null {
  const oldest = oldestTime(orders);
  if (scope === null) return total === null ? null : percentOf(orders.length / total);
  if (oldest === null) return null;
  const from = startOf(scope);
  const to = Math.min(now / 1000, startOf(scope + 1));
  // A year that has just begun has no part yet.
  return percentOf((to - Math.max(from, oldest)) / Math.max(1, to - from));
}

/** The start of a year in Beijing, in epoch seconds. */
function startOf(year: number): number {
  return parseTime(`${year}-01-01T00:00:00`) ?? 0;
}

function oldestMonth({ orders }: StatisticsFacts, texts: Texts): string {
  const oldest = oldestTime(orders);
  if (oldest === null) return texts.unknownMonth;
  const { year, month } = beijingTime(oldest);
  return texts.month(year, month);
}

function noticeOf(facts: StatisticsFacts, isEmpty: boolean, texts: Texts): NoticeView | null {
  const { paging, scope, isComplete, isOffline } = facts;
  const { phase, error } = paging;
  const { happened, advice } = errorText(error, texts);
  const retry = { tone: 'error', advice, action: texts.retry } as const;
  if (phase === 'failed') return { ...retry, layout: 'page', title: happened };
  if (phase === 'append-failed' || phase === 'refresh-failed') {
    // The offline banner already says so.
    if (isOffline && isNetworkFailure(error)) return null;
    const isAppend = phase === 'append-failed';
    const title = isAppend ? texts.loadMoreFailed(happened) : texts.refreshFailed(happened);
    return { ...retry, layout: 'inline', title };
  }
  if (!isComplete || !isEmpty) return null;
  const title = texts.statistics.empty(scope);
  return { layout: 'page', tone: 'empty', title, advice: '', action: '' };
}
