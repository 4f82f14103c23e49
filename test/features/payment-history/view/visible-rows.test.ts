import {
  createLayOut,
  type ListLayout,
} from '../../../../miniprogram/features/payment-history/list-layout';
import {
  NO_ROWS,
  orderWhileScrolling,
  rowsView,
  type RowsView,
} from '../../../../miniprogram/features/payment-history/view/visible-rows';
import { dataDiff } from '../../../../miniprogram/features/shared/data-diff';
import type { ListedOrder } from '../../../../miniprogram/features/shared/row-model';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { HEIGHTS, historyState } from '../../support/history-state';
import { keyOf, numbered, numberedOrders as orders } from '../../support/numbered-orders';
import { TODAY } from '../../support/order';

const DAY = 86_400;
const texts = textsIn('zh-CN');

/** The view of a list at a place. */
const viewAt = (top: number, list: ListLayout, reachesEnd = false) =>
  rowsView(historyState([], { list, viewport: { top, height: 844 } }, { reachesEnd }), texts);
const layOutOnce = (loaded: readonly ListedOrder[]) => createLayOut(texts)(loaded, HEIGHTS);
const bytes = (diff: object) => Buffer.byteLength(JSON.stringify(diff));
const drawnKeys = ({ order, slots }: RowsView) =>
  order.flatMap((slot) => (slots[slot]?.rows ?? []).map(({ key }) => keyOf(key)));
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, nth) => from + nth);

describe('the window over the list', () => {
  it('holds sixty rows at every place', () => {
    const list = layOutOnce(orders(0, 1000));
    expect(drawnKeys(viewAt(0, list))).toEqual(range(0, 60));
    expect(drawnKeys(viewAt(30_000, list))).toHaveLength(60);
    expect(drawnKeys(viewAt(1e9, list))).toEqual(range(940, 1000));
  });

  it('sends one chunk and the order of the slots when it moves by one chunk', () => {
    const list = layOutOnce(orders(0, 10_000));
    const before = viewAt(76 * 210, list);
    const after = viewAt(76 * 220, list);
    const diff = dataDiff(before, after);
    expect(drawnKeys(after)[0]).toBe((drawnKeys(before)[0] ?? 0) + 10);
    const slots = new Set(Object.keys(diff).map((path) => /^slots\[\d\]/.exec(path)?.[0]));
    slots.delete(undefined);
    expect(slots.size).toBe(1);
    expect(bytes(diff)).toBeLessThanOrEqual(3600);
  });

  it('leaves the elements of chunks that stay in their place while the page scrolls', () => {
    const list = layOutOnce(orders(0, 1000));
    const before = viewAt(76 * 200, list);
    const after = viewAt(76 * 220, list);
    const stay = before.order.filter((slot) => after.slots[slot]?.top === before.slots[slot]?.top);
    expect(stay).toHaveLength(4);
    const order = orderWhileScrolling(before, after);
    expect(order.filter((slot) => stay.includes(slot))).toEqual(stay);
    expect(order).toEqual(before.order);
    expect(order).not.toEqual(after.order);
    const far = viewAt(76 * 900, list);
    expect(orderWhileScrolling(before, far)).toEqual(far.order);
  });

  it('takes over the chunks that stay while the page only scrolls', () => {
    const list = layOutOnce(orders(0, 1000));
    const at = (row: number) => ({ ...state, list, viewport: { top: 76 * row, height: 844 } });
    const state = historyState([]);
    const view = rowsView(at(200), texts);
    const scrolled = rowsView(at(210), texts, { facts: at(200), view });
    expect(scrolled).toEqual(rowsView(at(210), texts));
    const isSame = scrolled.slots.map((chunk, slot) => chunk === view.slots[slot]);
    expect(isSame.filter(Boolean)).toHaveLength(5);
  });

  it.each([
    ['the time', { now: 1 }],
    ['a payment that is being paid', { isPaying: () => true }],
    ['the button to pay', { canContinue: !historyState([]).canContinue }],
    ['the actions', { actions: { has: () => true, choose: () => Promise.resolve(null) } }],
    ['the layout', { list: layOutOnce(orders(500, 1000)) }],
    ['the end of the list', { paging: { ...historyState([]).paging, reachesEnd: true } }],
  ])('projects every chunk again after a change of %s', (_what, change) => {
    const facts = { ...historyState([]), list: layOutOnce(orders(0, 1000)) };
    const view = rowsView(facts, texts);
    const changed = { ...facts, ...change };
    const next = rowsView(changed, texts, { facts, view });
    expect(next).toEqual(rowsView(changed, texts));
    expect(next.slots.some((chunk, slot) => chunk === view.slots[slot])).toBe(false);
  });

  it('sends nothing while its middle stays in one chunk', () => {
    const list = layOutOnce(orders(0, 1000));
    expect(dataDiff(viewAt(76 * 212, list), viewAt(76 * 218, list))).toEqual({});
  });

  it('has the month that begins above it', () => {
    const list = layOutOnce(orders(0, 1000));
    const { stickyMonth, from } = viewAt(76 * 210, list);
    expect(stickyMonth?.title).toBe('2026年9月');
    expect(stickyMonth?.top).toBeLessThan(from);
    expect((stickyMonth?.top ?? 0) + (stickyMonth?.height ?? 0)).toBeGreaterThan(from);
    expect(viewAt(0, list).stickyMonth).toBeNull();
  });

  it('says that the last month may have more payments until the end is reached', () => {
    const list = layOutOnce(orders(0, 5));
    const count = (reachesEnd: boolean) =>
      viewAt(0, list, reachesEnd).slots[0]?.rows[0]?.month?.count;
    expect(count(false)).toBe('已加载 5 笔 · ¥1,990.00');
    expect(count(true)).toBe('5 笔 · 支出 ¥1,990.00');
  });

  it('marks where months begin and end', () => {
    const october = numbered(0, { key: '9', createdAt: TODAY - 40 * DAY });
    const { slots } = viewAt(0, layOutOnce([...orders(0, 2), october]), true);
    expect(slots[0]?.rows.map(({ month, ends }) => [month?.title, month?.height, ends])).toEqual([
      ['2026年11月', 196, undefined],
      [undefined, undefined, true],
      ['2026年10月', 120, true],
    ]);
  });

  it('is empty without orders', () => {
    expect(viewAt(0, layOutOnce([]))).toEqual(NO_ROWS);
  });
});

describe('what an appended page costs', () => {
  const cost = (loaded: number) => {
    const layOut = createLayOut(texts);
    const all = orders(0, loaded + 20);
    const list = layOut(all.slice(0, loaded), HEIGHTS);
    const top = list.outline.height - 1500;
    const before = viewAt(top, list);
    const after = viewAt(top, layOut(all, HEIGHTS));
    expect(drawnKeys(after)).toEqual(range(loaded - 40, loaded + 20));
    return bytes(dataDiff(before, after));
  };

  it('is its rows, for every length of the list', () => {
    expect(cost(10_000)).toBeLessThanOrEqual(3600);
    expect(cost(10_000) / cost(200)).toBeLessThanOrEqual(1.02);
    expect(cost(10_000) / cost(5_000)).toBeLessThanOrEqual(1.02);
  });

  it('is a height when it is far from the screen', () => {
    const layOut = createLayOut(texts);
    const before = viewAt(0, layOut(orders(0, 1000), HEIGHTS));
    const after = viewAt(0, layOut(orders(0, 1020), HEIGHTS));
    expect(Object.keys(dataDiff(before, after))).toEqual(['height']);
  });
});

describe('a change', () => {
  it('of one order is one field, and the total of its month', () => {
    const layOut = createLayOut(texts);
    const loaded = orders(0, 1000);
    const before = viewAt(0, layOut(loaded, HEIGHTS));
    const paid = loaded.map((one, nth) =>
      nth === 30 ? { ...one, status: 'failed' as const } : one,
    );
    const diff = dataDiff(before, viewAt(0, layOut(paid, HEIGHTS)));
    expect(Object.values(diff)).toEqual(['68 笔 · 支出 ¥26,666.00', 'failed']);
    expect(bytes(diff)).toBeLessThanOrEqual(120);
  });

  it('that changes nothing on screen sends nothing', () => {
    const layOut = createLayOut(texts);
    const before = viewAt(0, layOut(orders(0, 100), HEIGHTS));
    expect(dataDiff(before, viewAt(0, layOut(orders(0, 100), HEIGHTS)))).toEqual({});
  });
});
