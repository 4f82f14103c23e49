import { createLayOut } from '../../../../miniprogram/features/payment-history/list-layout';
import { historyView } from '../../../../miniprogram/features/payment-history/view/history-view';
import { monthMenu } from '../../../../miniprogram/features/payment-history/view/month-menu';
import { dataDiff } from '../../../../miniprogram/features/shared/data-diff';
import type { ListedOrder } from '../../../../miniprogram/features/shared/row-model';
import { textsIn, type Language } from '../../../../miniprogram/texts/texts';
import { HEIGHTS, historyState } from '../../support/history-state';
import { order } from '../../support/order';

/** Orders of November 2026 and the months before it, by their numbers; none for a month without any. */
const months = (sizes: readonly number[]): ListedOrder[] =>
  sizes.flatMap((size, back) => {
    const createdAt = Date.UTC(2026, 10 - back, 15) / 1000;
    return Array.from({ length: size }, (_, nth) =>
      order({ key: `${back}.${nth}`, createdAt, amountFen: 100 }),
    );
  });
const open = (
  orders: readonly ListedOrder[],
  reachesEnd: boolean,
  language: Language = 'zh-CN',
) => {
  const texts = textsIn(language);
  const list = createLayOut(texts)(orders, HEIGHTS);
  const openMonth = texts.month(2026, 11);
  return monthMenu(historyState([], { list, openMonth }, { reachesEnd }), texts);
};

describe('the menu of months', () => {
  it('has the loaded months by year, newest first, each with the text of its header', () => {
    expect(open(months([2, 1, ...Array<number>(9).fill(0), 3]), true)).toEqual({
      current: '2026年11月',
      years: [
        {
          key: '2026年11月',
          title: '2026年',
          months: [
            { key: '2026年11月', name: '11月', count: '2 笔 · 支出 ¥2.00' },
            { key: '2026年10月', name: '10月', count: '1 笔 · 支出 ¥1.00' },
          ],
        },
        {
          key: '2025年12月',
          title: '2025年',
          months: [{ key: '2025年12月', name: '12月', count: '3 笔 · 支出 ¥3.00' }],
        },
      ],
      picker: null,
      jump: null,
    });
  });

  it('offers any month up to the present one while pages remain, at first the month on screen', () => {
    const undated = order({ key: 'undated', createdAt: null });
    expect(open([...months([1, 2]), undated], false).picker).toEqual({
      start: '2017-01',
      end: '2026-11',
      value: '2026-11',
    });
  });

  it('says how much of the last dated month is loaded, where a payment without a time stands below it', () => {
    const undated = order({ key: 'undated', createdAt: null });
    const counts = open([...months([1, 2]), undated], false).years.flatMap((year) =>
      year.months.map(({ count }) => count),
    );
    expect(counts).toEqual(['1 笔 · 支出 ¥1.00', '已加载 2 笔 · ¥2.00', expect.any(String)]);
  });

  it('says how much of the last month is loaded while pages remain', () => {
    const menu = open(months([1, 2]), false);
    const counts = menu.years[0]?.months.map(({ count }) => count);
    expect(counts).toEqual(['1 笔 · 支出 ¥1.00', '已加载 2 笔 · ¥2.00']);
  });

  it('has payments without a date under no year', () => {
    const undated = order({ key: 'undated', createdAt: null });
    const years = open([...months([1]), undated], true).years;
    expect(years.map(({ title }) => title)).toEqual(['2026年', '']);
    expect(years[1]?.months.map(({ name }) => name)).toEqual(['日期未知']);
  });

  it('is in English when the app is', () => {
    const [year] = open(months([1, 1]), true, 'en').years;
    expect([year?.title, ...(year?.months ?? []).map(({ name }) => name)]).toEqual([
      '2026',
      'Nov',
      'Oct',
    ]);
  });

  it('is null while it is closed, so only the list is sent', () => {
    const texts = textsIn('zh-CN');
    const before = historyView(historyState(months([20, 20])), texts);
    expect(before.menu).toBeNull();
    const after = historyView(historyState(months([20, 20, 20])), texts);
    expect(Object.keys(dataDiff(before, after)).join()).not.toContain('menu');
  });

  it('sends the changed months when a page arrives while it is open', () => {
    const view = (sizes: readonly number[]) =>
      historyView(historyState(months(sizes), { openMonth: '2026年11月' }), textsIn('zh-CN'));
    const diff = dataDiff(view([90, 20]), view([90, 30, 10]));
    const paths = Object.keys(diff).filter((path) => path.startsWith('menu'));
    expect(paths).toEqual(['menu.years[0].months[1].count', 'menu.years[0].months[2]']);
  });
});
