import { addToMonths, type Month } from '../../../miniprogram/features/payment-history/months';
import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import { textsIn } from '../../../miniprogram/texts/texts';
import { order } from '../support/order';

const at = (key: string, moment: string | null) =>
  order({ key, createdAt: moment === null ? null : Date.parse(moment) / 1000 });
const november = (key: string) => at(key, '2026-11-20T09:15:00+08:00');
const october = (key: string) => at(key, '2026-10-30T12:08:00+08:00');

const texts = textsIn('zh-CN');
const add = (months: readonly Month[], ...orders: ListedOrder[]) =>
  addToMonths(months, orders, texts);
const outline = (months: readonly Month[]) =>
  months.map(({ title, orders }) => [title, orders.map(({ key }) => key).join('')]);

describe('months', () => {
  it('orders are grouped by the month of their creation in Beijing', () => {
    const first = at('f', '2026-10-31T16:00:00Z');
    const last = at('l', '2026-10-31T15:59:59Z');
    expect(outline(add([], november('a'), first, last))).toEqual([
      ['2026年11月', 'af'],
      ['2026年10月', 'l'],
    ]);
  });

  it('the same month of two years gives two groups', () => {
    const months = add([], november('a'), at('b', '2025-11-20T09:15:00+08:00'));
    expect(outline(months).map(([title]) => title)).toEqual(['2026年11月', '2025年11月']);
  });

  it('orders without a time are kept, under a separate header', () => {
    expect(outline(add([], november('a'), at('b', null)))[1]).toEqual(['日期未知', 'b']);
  });

  it('each month has one header, even when an order is out of sequence', () => {
    const months = add([], november('a'), october('b'));
    expect(outline(add(months, november('c')))).toEqual([
      ['2026年11月', 'ac'],
      ['2026年10月', 'b'],
    ]);
  });

  it('adding orders step by step gives the same months as one step', () => {
    const [a, b, c] = [november('a'), november('b'), october('c')];
    const grown = [a, b, c].reduce((months, one) => add(months, one), add([]));
    expect(grown).toEqual(add([], a, b, c));
    expect(grown[0]?.net).toMatchObject({ fen: 2 * 39_800, payments: 2 });
  });

  it('adding orders does not change the earlier result', () => {
    const before = add([], november('a'));
    add(before, november('b'));
    expect(outline(before)).toEqual([['2026年11月', 'a']]);
  });
});
