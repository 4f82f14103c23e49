import fc from 'fast-check';
import { beijingTime } from '../../../miniprogram/domain/time';
import {
  createLayOut,
  emptyLayout,
  monthTop,
  onlyGrows,
  shiftBetween,
} from '../../../miniprogram/features/payment-history/list-layout';
import { rowsView } from '../../../miniprogram/features/payment-history/view/visible-rows';
import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import { textsIn } from '../../../miniprogram/texts/texts';
import { HEIGHTS, historyState } from '../support/history-state';
import { numbered, numberedOrders as orders } from '../support/numbered-orders';
import { order, TODAY } from '../support/order';

const DAY = 86_400;
const texts = textsIn('zh-CN');
const layout = (loaded: readonly ListedOrder[], heights = HEIGHTS) =>
  createLayOut(texts)(loaded, heights);

/** Distance of a row from the list's top, by counting. */
const rowTop = (row: number, loaded: readonly ListedOrder[]) => {
  const months = loaded.slice(0, row + 1).map(({ createdAt }) => {
    const { year, month } = beijingTime(createdAt ?? 0);
    return `${year}-${month}`;
  });
  return row * 76 + new Set(months).size * 44;
};

describe('a layout', () => {
  it('is the same object for the same orders and heights', () => {
    const layOut = createLayOut(texts);
    const loaded = orders(0, 100);
    const first = layOut(loaded, HEIGHTS);
    expect(layOut(loaded, HEIGHTS)).toBe(first);
    expect(layOut([...loaded], HEIGHTS)).not.toBe(first);
    expect(layOut(loaded, { ...HEIGHTS })).not.toBe(first);
  });

  it('keeps the months that an appended page does not touch, and changes none of the old ones', () => {
    const layOut = createLayOut(texts);
    const before = layOut(orders(0, 100), HEIGHTS);
    const counts = before.months.map((month) => month.orders.length);
    const after = layOut([...before.orders, ...orders(100, 100)], HEIGHTS);
    expect(after.months[0]).toBe(before.months[0]);
    expect(after.months[1]).not.toBe(before.months[1]);
    expect(before.months.map((month) => month.orders.length)).toEqual(counts);
  });

  it('equals the layout of the whole list after every change', () => {
    const layOut = createLayOut(texts);
    const changed = orders(0, 50).map((one, nth) => (nth === 7 ? { ...one } : one));
    for (const loaded of [orders(0, 20), orders(0, 50), changed, orders(-3, 30), [], orders(5, 9)])
      expect(layOut(loaded, HEIGHTS).months).toEqual(layout(loaded).months);
  });
});

describe('a layout that only grows', () => {
  const [a, b, c] = orders(0, 3) as [ListedOrder, ListedOrder, ListedOrder];
  const grows = (before: ListedOrder[], after: ListedOrder[]) =>
    onlyGrows(layout(before), layout(after));

  it('begins with the same orders', () => {
    expect(onlyGrows(emptyLayout(HEIGHTS), layout([a]))).toBe(true);
    expect(grows([a, b], [a, b, c])).toBe(true);
    expect(grows([a, b], [a, b])).toBe(true);
    expect(grows([a, b], [c, a, b])).toBe(false);
    expect(grows([a, b], [a, { ...b }])).toBe(false);
    expect(grows([a, b], [a])).toBe(false);
  });

  it('has the same heights', () => {
    expect(onlyGrows(layout([a]), layout([a, b], { row: 80, header: 44 }))).toBe(false);
  });
});

describe('rows that come and go above the screen', () => {
  const top = 76 * 400;
  const shift = (before: ListedOrder[], after: ListedOrder[], at = top) =>
    shiftBetween(layout(before), layout(after), at);

  it('move what is on screen by their height', () => {
    expect(shift(orders(0, 1000), [numbered(-2), numbered(-1), ...orders(0, 1000)])).toBe(2 * 76);
  });

  it('move it by a header as well when a month comes with them', () => {
    const later = numbered(0, { createdAt: TODAY + 40 * DAY });
    expect(shift(orders(100, 900), [later, ...orders(100, 900)])).toBe(76 + 44);
  });

  it('move it up when they vanish', () => {
    expect(shift(orders(0, 1000), orders(3, 997))).toBe(-3 * 76);
  });

  it('use the next row that is left when the first row on screen vanished', () => {
    const loaded = orders(0, 1000);
    const first = loaded.findIndex((_order, nth) => rowTop(nth, loaded) + 76 > top);
    // One more above, and three less where the screen begins.
    const rest = [numbered(-1), ...loaded.filter((_order, nth) => nth < first || nth > first + 2)];
    expect(shift(loaded, rest)).toBe((1 - 3) * 76);
  });

  it('move nothing at the list’s top, where new rows are visible', () => {
    expect(shift(orders(0, 1000), [numbered(-1), ...orders(0, 1000)], 0)).toBe(0);
  });

  it('move nothing when no row is left, or none was there', () => {
    expect(shift(orders(0, 1000), orders(2000, 1000))).toBe(0);
    expect(shift([], orders(0, 1000))).toBe(0);
  });
});

describe('the place of a month', () => {
  /** Orders of November 2026 and the months before it, by their numbers; none for a month without any. */
  const months = (sizes: readonly number[]): ListedOrder[] =>
    sizes.flatMap((size, back) => {
      const createdAt = Date.UTC(2026, 10 - back, 15) / 1000;
      return Array.from({ length: size }, (_, nth) => order({ key: `${back}.${nth}`, createdAt }));
    });
  const titleOf = (back: number) => {
    const date = new Date(Date.UTC(2026, 10 - back, 15));
    return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  };

  it('is that of its header, and its rows are drawn there, at every distance and for all heights', () => {
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
        const above = filled.filter((other) => other < back);
        const rows = above.reduce((sum, other) => sum + (all[other] ?? 0), 0);
        const list = layout(months(all), { row, header });
        const top = rows * row + above.length * header;
        expect(monthTop(list, titleOf(back))).toBe(top);
        const state = historyState([], { list, viewport: { top, height: 844 } });
        const { slots, order: shown, from, to, height } = rowsView(state, texts);
        const drawn = shown.flatMap((slot) => slots[slot]?.rows ?? []);
        const first = drawn.findIndex(({ month }) => month?.title === titleOf(back));
        expect(drawn[first]?.key).toBe(`${back}.0`);
        expect(from).toBeLessThanOrEqual(top);
        expect(to).toBeGreaterThanOrEqual(Math.min(height, top + 844));
      }),
    );
  });

  it('is unknown where the month is gone', () => {
    expect(monthTop(layout(months([5])), '1999年1月')).toBeNull();
  });
});
