import {
  NO_QUERY,
  type HistoryQuery,
} from '../../../miniprogram/features/payment-history/query/history-query';
import type { Order } from '../../../miniprogram/domain/order';
import { createLayOut } from '../../../miniprogram/features/payment-history/list-layout';
import { nextStep } from '../../../miniprogram/features/payment-history/month-jump';
import type { YearMonth } from '../../../miniprogram/features/payment-history/months';
import type { PagingState } from '../../../miniprogram/state/paging/paging-state';
import { textsIn, type Language } from '../../../miniprogram/texts/texts';
import { HEIGHTS } from '../support/history-state';
import { order } from '../support/order';
import { pagingState } from '../support/paging-state';

/** The step of a list with twenty payments in each of some months and one without a time. */
function step(
  target: YearMonth,
  months: readonly YearMonth[],
  changes: Partial<PagingState<Order>> = {},
  language: Language = 'zh-CN',
  query: HistoryQuery = NO_QUERY,
) {
  const texts = textsIn(language);
  const orders = months.flatMap(({ year, month }) =>
    Array.from({ length: 20 }, (_, nth) =>
      order({ key: `${year}-${month}-${nth}`, createdAt: Date.UTC(year, month - 1, 15) / 1000 }),
    ),
  );
  const undated = order({ key: 'undated', createdAt: null });
  const list = createLayOut(texts)([...orders, undated], HEIGHTS);
  return nextStep(target, list.months, { paging: pagingState([], changes), query }, texts);
}

const NOVEMBER = { year: 2026, month: 11 };
const SEPTEMBER = { year: 2026, month: 9 };
const DECEMBER = { year: 2025, month: 12 };
const LOADED = [NOVEMBER, SEPTEMBER, DECEMBER];

describe('a step of a jump', () => {
  it.each(LOADED)('lands on a loaded month, %j', (target) => {
    const month = `${target.year}年${target.month}月`;
    expect(step(target, LOADED)).toEqual({ month, words: '' });
  });

  it('lands on the next older month where the month has no payments, and says so', () => {
    expect(step({ year: 2026, month: 10 }, LOADED)).toEqual({
      month: '2026年9月',
      words: '2026年10月没有记录，已到2026年9月',
    });
    expect(step({ year: 2026, month: 1 }, LOADED, {}, 'en')).toEqual({
      month: 'Dec 2025',
      words: 'Nothing in Jan 2026; this is Dec 2025',
    });
    expect(step({ year: 2027, month: 5 }, LOADED)).toMatchObject({ month: '2026年11月' });
  });

  it.each(['ready', 'appending'] as const)(
    'reads on in %s, where the list ends before',
    (phase) => {
      expect(step({ year: 2025, month: 11 }, LOADED, { phase })).toBe('read');
      expect(step(NOVEMBER, [], { phase })).toBe('read');
    },
  );

  it('reads on until the rows of the month fill the screen', () => {
    const texts = textsIn('zh-CN');
    const few = Array.from({ length: 19 }, (_, nth) => order({ key: `${nth}` }));
    const { months } = createLayOut(texts)(few, HEIGHTS);
    const next = (changes: Partial<PagingState<Order>>) =>
      nextStep(NOVEMBER, months, { paging: pagingState([], changes), query: NO_QUERY }, texts);
    expect(next({})).toBe('read');
    const landing = { month: '2026年11月', words: '' };
    expect(next({ isLast: true })).toEqual(landing);
    expect(next({ phase: 'append-failed' })).toEqual(landing);
  });

  it.each(['append-failed', 'refresh-failed', 'failed'] as const)('stays after %s', (phase) => {
    expect(step({ year: 2025, month: 11 }, LOADED, { phase })).toBe('stuck');
  });

  it('waits for the newest payments', () => {
    expect(step(NOVEMBER, LOADED, { generation: 0, phase: 'loading' })).toBe('wait');
    expect(step(NOVEMBER, LOADED, { phase: 'refreshing' })).toBe('wait');
    expect(step(NOVEMBER, [], { phase: 'loading' })).toBe('wait');
  });

  it('ends at the oldest month where no month is older, and says so', () => {
    const target = { year: 2024, month: 2 };
    expect(step(target, LOADED, { isLast: true })).toEqual({
      month: '2025年12月',
      words: '2024年2月没有记录，最早的在2025年12月',
    });
    expect(step(target, [], { isLast: true })).toEqual({ month: null, words: '' });
  });

  it.each([
    ['a tab', { filter: { ...NO_QUERY.filter, tab: 'pending' } }],
    ['a text', { text: '咖啡' }],
    ['hidden expired payments', { hidesExpired: true }],
  ] as const)('says with %s that no payment of the month matches', (_what, changes) => {
    const query = { ...NO_QUERY, ...changes };
    const october = { year: 2026, month: 10 };
    expect(step(october, LOADED, {}, 'zh-CN', query)).toMatchObject({
      words: '2026年10月没有符合条件的记录，已到2026年9月',
    });
    expect(step(october, LOADED, {}, 'en', query)).toMatchObject({
      words: 'No match in Oct 2026; this is Sep 2026',
    });
    expect(step({ year: 2024, month: 2 }, LOADED, { isLast: true }, 'zh-CN', query)).toMatchObject({
      words: '2024年2月没有符合条件的记录，最早的在2025年12月',
    });
  });
});
