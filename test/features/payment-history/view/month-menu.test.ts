import fc from 'fast-check';
import { createHistoryList } from '../../../../miniprogram/features/payment-history/history-list';
import { dataDiff } from '../../../../miniprogram/features/shared/data-diff';
import type { ListedOrder } from '../../../../miniprogram/features/shared/row-model';
import { textsIn, type Language } from '../../../../miniprogram/texts/texts';
import { NOW, order } from '../../support/order';

/** Orders of November 2026 and the months before it: as many as told of each; none for a month without any. */
const months = (sizes: readonly number[]): ListedOrder[] =>
  sizes.flatMap((size, back) => {
    const createdAt = Date.UTC(2026, 10 - back, 15) / 1000;
    return Array.from({ length: size }, (_, nth) =>
      order({ key: `${back}.${nth}`, createdAt, amountFen: 100 }),
    );
  });
const titleOf = (back: number) => {
  const date = new Date(Date.UTC(2026, 10 - back, 15));
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
};
const start = (orders: readonly ListedOrder[], heights = { row: 76, header: 44 }) => {
  const list = createHistoryList(textsIn('zh-CN'), heights);
  const draw = (now = orders, isLast = false) =>
    list.update({ orders: now, isLast, now: NOW }, null);
  draw();
  return { list, draw };
};
const open = (orders: readonly ListedOrder[], isLast: boolean, language: Language = 'zh-CN') => {
  const list = createHistoryList(textsIn(language), { row: 76, header: 44 });
  const texts = textsIn(language);
  list.openMenu(texts.month(2026, 11));
  list.update({ orders, isLast, now: NOW }, null);
  return list.view.menu;
};

describe('the menu of months', () => {
  it('has the loaded months by years, newest first, each as its header says it', () => {
    expect(open(months([2, 1, ...Array<number>(9).fill(0), 3]), true)).toEqual({
      current: '2026年11月',
      years: [
        {
          key: '2026年11月',
          title: '2026年',
          months: [
            { key: '2026年11月', name: '11月', count: '2 笔 · 实付 ¥2.00' },
            { key: '2026年10月', name: '10月', count: '1 笔 · 实付 ¥1.00' },
          ],
        },
        {
          key: '2025年12月',
          title: '2025年',
          months: [{ key: '2025年12月', name: '12月', count: '3 笔 · 实付 ¥3.00' }],
        },
      ],
      note: '',
    });
  });

  it('promises no older month where scrolling brings none', () => {
    const list = createHistoryList(textsIn('zh-CN'), { row: 76, header: 44 });
    list.openMenu('2026年11月');
    list.update({ orders: months([1, 2]), isLast: false, isPart: true, now: NOW }, null);
    expect(list.view.menu?.note).toBe('');
  });

  it('says of the last month how much of it is loaded, and where older ones are, while there may be more', () => {
    const menu = open(months([1, 2]), false);
    const counts = menu?.years[0]?.months.map(({ count }) => count);
    expect(counts).toEqual(['1 笔 · 实付 ¥1.00', '已加载 2 笔 · ¥2.00']);
    expect(menu?.note).toBe('更早的月份，往下翻列表后可选');
  });

  it('has payments without a date under no year', () => {
    const undated = order({ key: 'undated', createdAt: null });
    const years = open([...months([1]), undated], true)?.years ?? [];
    expect(years.map(({ title }) => title)).toEqual(['2026年', '']);
    expect(years[1]?.months.map(({ name }) => name)).toEqual(['日期未知']);
  });

  it('speaks English when the app does', () => {
    const [year] = open(months([1, 1]), true, 'en')?.years ?? [];
    expect([year?.title, ...(year?.months ?? []).map(({ name }) => name)]).toEqual([
      '2026',
      'Nov',
      'Oct',
    ]);
  });

  it('is nothing while it is closed, so what the list sends is the list', () => {
    const { list, draw } = start(months([20, 20]));
    expect(list.view.menu).toBeNull();
    const before = list.view;
    draw(months([20, 20, 20]));
    expect(Object.keys(dataDiff(before, list.view)).join()).not.toContain('menu');
  });

  it('takes what changed when a page arrives while it is open, and no more', () => {
    const { list, draw } = start(months([90, 20]));
    list.openMenu(titleOf(0));
    draw();
    const before = list.view;
    draw(months([90, 30, 10]));
    const patch = dataDiff(before, list.view);
    const paths = Object.keys(patch).filter((path) => path.startsWith('menu'));
    expect(paths).toEqual(['menu.years[0].months[1].count', 'menu.years[0].months[2]']);
    list.openMenu(null);
    draw(months([90, 30, 10]));
    expect(list.view.menu).toBeNull();
  });
});

test('the menu of a list that became empty does not come back with the next payment', () => {
  const { list, draw } = start(months([5]));
  list.openMenu(titleOf(0));
  draw([]);
  expect(list.view.menu).toBeNull();
  draw();
  expect(list.view.menu).toBeNull();
});

describe('going to a month', () => {
  it('leads to exactly where its header is, and draws it with its rows, however far away', () => {
    const size = fc.integer({ min: 0, max: 150 });
    const sizes = fc
      .array(size, { minLength: 1, maxLength: 60 })
      .filter((some) => some.some(Boolean));
    const heights = fc.record({
      row: fc.integer({ min: 60, max: 250 }),
      header: fc.integer({ min: 40, max: 120 }),
    });
    fc.assert(
      fc.property(sizes, heights, fc.nat(), (all, { row, header }, pick) => {
        const filled = all.flatMap((count, back) => (count > 0 ? [back] : []));
        const back = filled[pick % filled.length] ?? 0;
        const { list, draw } = start(months(all), { row, header });
        list.move({ top: 0, height: 844 });
        const above = filled.filter((other) => other < back);
        const rows = above.reduce((sum, other) => sum + (all[other] ?? 0), 0);
        expect(list.goTo(titleOf(back))).toBe(rows * row + above.length * header);
        draw();
        const { slots, order: shown, from, to } = list.view;
        const drawn = shown.flatMap((slot) => slots[slot]?.rows ?? []);
        const first = drawn.findIndex(({ month }) => month?.title === titleOf(back));
        expect(drawn[first]?.key).toBe(`${back}.0`);
        const top = rows * row + above.length * header;
        expect(from).toBeLessThanOrEqual(top);
        expect(to).toBeGreaterThanOrEqual(Math.min(list.view.height, top + 844));
      }),
    );
  });

  it('is nothing where the month is gone', () => {
    const { list } = start(months([5]));
    expect(list.goTo('1999年1月')).toBeNull();
  });
});
