import type { MenuMonth, MenuYear, MonthMenu } from '../../../components/month-sheet/month-sheet';
import { monthWords, type ListFacts } from './rows';

interface GrowingYear extends MenuYear {
  readonly months: MenuMonth[];
}

/**
 * The months that are loaded, by years, as one goes to them from one of them.
 *
 * @param current - The title of the month one comes from.
 */
export function monthMenu(facts: ListFacts, current: string): MonthMenu {
  const { texts, isLast, isPart } = facts;
  const { yearName, monthName, more } = texts.months;
  const years: GrowingYear[] = [];
  let shown: number | null | undefined;
  facts.months.forEach(({ at }, group) => {
    const { title: key, count } = monthWords(facts, group);
    const year = at && at.year;
    if (year !== shown) {
      years.push({ key, title: year === null ? '' : yearName(year), months: [] });
      shown = year;
    }
    const name = at ? monthName(at.month) : key;
    years[years.length - 1]?.months.push({ key, name, count });
  });
  return { current, years, note: isLast || isPart ? '' : more };
}
