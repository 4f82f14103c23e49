import type { MenuMonth, MenuYear, MonthMenu } from '../../../components/month-sheet/month-sheet';
import type { Texts } from '../../../texts/texts';
import type { HistoryState } from '../history-state';
import { monthLabel } from './month-label';

interface GrowingYear extends MenuYear {
  readonly months: MenuMonth[];
}

type Facts = Pick<HistoryState, 'paging' | 'list' | 'isPart' | 'openMonth'>;

/** Lists the loaded months by year; null while the menu is closed. */
export function monthMenu(facts: Facts, texts: Texts): MonthMenu | null {
  const { openMonth, list, isPart, paging } = facts;
  const { reachesEnd } = paging;
  if (openMonth === null) return null;
  const { yearName, monthName, more } = texts.months;
  const years: GrowingYear[] = [];
  let listed: number | null | undefined;
  list.months.forEach(({ at }, group) => {
    const { title: key, count } = monthLabel(list.months, group, reachesEnd, texts);
    const year = at && at.year;
    if (year !== listed) {
      years.push({ key, title: year === null ? '' : yearName(year), months: [] });
      listed = year;
    }
    const name = at ? monthName(at.month) : key;
    years[years.length - 1]?.months.push({ key, name, count });
  });
  return { current: openMonth, years, note: reachesEnd || isPart ? '' : more };
}
