import type { Texts } from '../../texts/texts';
import type { Month, YearMonth } from './months';
import type { OrderList } from './order-list';
import { isSearched } from './query/history-query';

/** The end of a jump. */
export interface Landing {
  /** Title of the month to scroll to; null in a list without months. */
  readonly month: string | null;
  /** Says that it is another month than the person asked for; empty where it is not. */
  readonly words: string;
}

/**
 * What a jump to a month does next: `wait` for the first page, `read` the next page, stay `stuck` after a
 * failure, or land.
 */
export type JumpStep = 'wait' | 'read' | 'stuck' | Landing;

/** Rows from the month on that fill the screen, so that its header can be at the top. */
const SCREEN_ROWS = 20;

/**
 * Decides the next step of a jump. It lands on the month, or on the next older one that has payments; where
 * the list ends before that, on its oldest month.
 *
 * @param months - The months of the list, the newest first.
 */
export function nextStep(
  target: YearMonth,
  months: readonly Month[],
  { paging, query }: Pick<OrderList, 'paging' | 'query'>,
  texts: Texts,
): JumpStep {
  const { phase, generation, isLast } = paging;
  if (generation === 0 || phase === 'loading' || phase === 'refreshing') return 'wait';
  const dated = months.filter(({ at }) => at !== null);
  const wanted = texts.month(target.year, target.month);
  const isNarrowed = isSearched(query) || query.hidesExpired;
  const canRead = !isLast && (phase === 'ready' || phase === 'appending');
  const first = dated.findIndex(({ at }) => at !== null && monthsOf(at) <= monthsOf(target));
  const found = dated[first];
  if (found && !(canRead && rowsOf(dated.slice(first)) < SCREEN_ROWS)) {
    const { title } = found;
    return {
      month: title,
      words: title === wanted ? '' : texts.months.nearest(wanted, title, isNarrowed),
    };
  }
  if (isLast) {
    const oldest = dated[dated.length - 1];
    const words = oldest ? texts.months.oldest(wanted, oldest.title, isNarrowed) : '';
    return { month: oldest ? oldest.title : null, words };
  }
  return canRead ? 'read' : 'stuck';
}

const rowsOf = (months: readonly Month[]): number =>
  months.reduce((sum, { orders }) => sum + orders.length, 0);

const monthsOf = ({ year, month }: YearMonth): number => year * 12 + month;
