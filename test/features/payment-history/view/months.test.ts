import { createMonths } from '../../../../miniprogram/features/payment-history/view/months';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { order } from '../../support/order';

const at = (key: string, moment: string | null) =>
  order({ key, createdAt: moment === null ? null : Date.parse(moment) / 1000 });
const november = (key: string) => at(key, '2026-11-20T09:15:00+08:00');
const october = (key: string) => at(key, '2026-10-30T12:08:00+08:00');

const start = () => createMonths(textsIn('zh-CN'));
const outline = (months: ReturnType<typeof start>) =>
  months.all.map(({ title, orders }) => [title, orders.map(({ key }) => key).join('')]);

describe('months', () => {
  it('group orders by the month of their creation in Beijing', () => {
    const months = start();
    const first = at('f', '2026-10-31T16:00:00Z');
    const last = at('l', '2026-10-31T15:59:59Z');
    months.update([november('a'), first, last]);
    expect(outline(months)).toEqual([
      ['2026年11月', 'af'],
      ['2026年10月', 'l'],
    ]);
  });

  it('tell the same month of two years apart', () => {
    const months = start();
    months.update([november('a'), at('b', '2025-11-20T09:15:00+08:00')]);
    expect(outline(months).map(([title]) => title)).toEqual(['2026年11月', '2025年11月']);
  });

  it('keep orders without a time, under a header that says so', () => {
    const months = start();
    months.update([november('a'), at('b', null)]);
    expect(outline(months)[1]).toEqual(['日期未知', 'b']);
  });

  it('have one header each, even when an order comes out of turn', () => {
    const months = start();
    const [a, b, late] = [november('a'), october('b'), november('c')];
    months.update([a, b]);
    months.update([a, b, late]);
    expect(outline(months)).toEqual([
      ['2026年11月', 'ac'],
      ['2026年10月', 'b'],
    ]);
  });

  it('follow every change of the list: more below, on top, in the middle, and less', () => {
    const months = start();
    const [a, b, c] = [november('a'), november('b'), october('c')];
    const steps = [[a], [a, c], [b, a, c], [b, { ...a, key: 'A' }, c], [c], [], [a, b, c]];
    const shown = steps.map((orders) => {
      months.update(orders);
      return outline(months).map(([, keys]) => keys);
    });
    expect(shown).toEqual([['a'], ['a', 'c'], ['ba', 'c'], ['bA', 'c'], ['c'], [], ['ab', 'c']]);
  });

  it('know when a change can move nothing', () => {
    const months = start();
    const [a, b, c] = [november('a'), november('b'), october('c')];
    expect(months.onlyGrowsTo([a])).toBe(true);
    months.update([a, b]);
    expect(months.onlyGrowsTo([a, b, c])).toBe(true);
    expect(months.onlyGrowsTo([a, b])).toBe(true);
    expect(months.onlyGrowsTo([c, a, b])).toBe(false);
    expect(months.onlyGrowsTo([a, { ...b }])).toBe(false);
    expect(months.onlyGrowsTo([a])).toBe(false);
  });
});
