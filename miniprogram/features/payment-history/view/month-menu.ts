import type { MenuMonth, MenuYear, MonthMenu } from '../../../components/month-sheet/month-sheet';
import { beijingTime } from '../../../domain/time';
import type { Texts } from '../../../texts/texts';
import type { HistoryState } from '../history-state';
import type { YearMonth } from '../months';
import { jumpView } from './jump-view';
import { monthLabel } from './month-label';

interface GrowingYear extends MenuYear {
  readonly months: MenuMonth[];
}

type Facts = Pick<HistoryState, 'paging' | 'list' | 'openMonth' | 'jump' | 'isWaiting' | 'now'>;

/** WeChat opened mini programs in January 2017: no payment is older. */
const FIRST_MONTH: YearMonth = { year: 2017, month: 1 };

/** The open menu: lists the loaded months by year, or shows a jump to another month. */
export function monthMenu(facts: Facts, texts: Texts): MonthMenu {
  const { openMonth, jump, paging } = facts;
  return {
    current: openMonth ?? '',
    years: jump ? [] : yearsOf(facts, texts),
    picker: jump || paging.reachesEnd ? null : pickerOf(facts),
    jump: jump && jumpView(facts, jump.target, texts),
  };
}

function yearsOf({ list, paging }: Facts, texts: Texts): readonly MenuYear[] {
  const { yearName, monthName } = texts.months;
  const years: GrowingYear[] = [];
  let listed: number | null | undefined;
  list.months.forEach(({ at }, group) => {
    const { title: key, count } = monthLabel(list.months, group, paging.reachesEnd, texts);
    const year = at && at.year;
    if (year !== listed) {
      years.push({ key, title: year === null ? '' : yearName(year), months: [] });
      listed = year;
    }
    const name = at ? monthName(at.month) : key;
    years[years.length - 1]?.months.push({ key, name, count });
  });
  return years;
}

/** The picker opens at the month that the person is looking at. */
function pickerOf({ list, openMonth, now }: Facts): MonthMenu['picker'] {
  const present = beijingTime(now / 1000);
  const { at } = list.months.find(({ title }) => title === openMonth) ?? { at: null };
  return { start: isoMonth(FIRST_MONTH), end: isoMonth(present), value: isoMonth(at ?? present) };
}

/** As WeChat's picker writes a month: `2026-03`. */
function isoMonth({ year, month }: YearMonth): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
