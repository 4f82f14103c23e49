import { beijingTime } from '../../../miniprogram/domain/time';
import { createHistoryList } from '../../../miniprogram/features/payment-history/history-list';
import { dataDiff } from '../../../miniprogram/features/shared/data-diff';
import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import { textsIn } from '../../../miniprogram/texts/texts';
import { NOW, order, TODAY } from '../support/order';

const DAY = 86_400;
/** Room for orders that are newer than the first. */
const MIDDLE = 100_000;
/** The order of a number: the higher, the older; three a day, so about ninety a month. */
const numbered = (number: number, changes: Partial<ListedOrder> = {}) =>
  order({
    key: String(MIDDLE + number).padStart(32, '0'),
    createdAt: TODAY - Math.floor((number * DAY) / 3),
    description: '外卖订单 - 川味小馆',
    ...changes,
  });
const orders = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => numbered(from + index));
const start = () => createHistoryList(textsIn('zh-CN'), { row: 76, header: 44 });
const content = (list: readonly ListedOrder[], isLast = false) => ({
  orders: list,
  isLast,
  now: NOW,
});
const bytes = (patch: object) => Buffer.byteLength(JSON.stringify(patch));
const drawnKeys = ({ view }: ReturnType<typeof start>) =>
  view.order.flatMap((slot) =>
    (view.slots[slot]?.rows ?? []).map(({ key }) => Number(key) - MIDDLE),
  );
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, nth) => from + nth);

/** Distance of a row from the list's top, by counting. */
const rowTop = (row: number, loaded: readonly ListedOrder[]) => {
  const months = loaded.slice(0, row + 1).map(({ createdAt }) => {
    const { year, month } = beijingTime(createdAt ?? 0);
    return `${year}-${month}`;
  });
  return row * 76 + new Set(months).size * 44;
};

/** A list at a place, with what was sent for its last change. */
function listAt(loaded: readonly ListedOrder[], top: number) {
  const list = start();
  list.update(content(loaded), null);
  const go = (px: number) => {
    const before = list.view;
    list.move({ top: px, height: 844 });
    list.update(content(loaded), null);
    return dataDiff(before, list.view);
  };
  go(top);
  return { list, go };
}

describe('the window over the list', () => {
  it('holds sixty rows wherever it is', () => {
    const loaded = orders(0, 1000);
    const { list, go } = listAt(loaded, 0);
    expect(drawnKeys(list)).toEqual(range(0, 60));
    go(30_000);
    expect(drawnKeys(list)).toHaveLength(60);
    go(1e9);
    expect(drawnKeys(list)).toEqual(range(940, 1000));
  });

  it('sends one chunk when it moves by one, and the order of the slots', () => {
    const { list, go } = listAt(orders(0, 10_000), 76 * 210);
    const from = drawnKeys(list)[0] ?? 0;
    const patch = go(76 * 230);
    expect(drawnKeys(list)[0]).toBe(from + 20);
    const slots = new Set(Object.keys(patch).map((path) => /^slots\[\d\]/.exec(path)?.[0]));
    slots.delete(undefined);
    expect(slots.size).toBe(1);
    expect(bytes(patch)).toBeLessThanOrEqual(3600);
  });

  it('sends nothing while its middle chunk stays', () => {
    const { go } = listAt(orders(0, 1000), 76 * 210);
    expect(go(76 * 212)).toEqual({});
  });

  it('names the month that began above it', () => {
    const { list } = listAt(orders(0, 1000), 76 * 210);
    const { stickyMonth, from } = list.view;
    expect(stickyMonth?.title).toBe('2026年9月');
    expect(stickyMonth?.top).toBeLessThan(from);
    expect((stickyMonth?.top ?? 0) + (stickyMonth?.height ?? 0)).toBeGreaterThan(from);
    expect(listAt(orders(0, 1000), 0).list.view.stickyMonth).toBeNull();
  });

  it('says of the last month that more of it may come, until nothing can', () => {
    const list = start();
    list.update(content(orders(0, 5)), null);
    const count = () => list.view.slots[0]?.rows[0]?.month?.count;
    expect(count()).toBe('已加载 5 笔 · ¥1,990.00');
    list.update(content(orders(0, 5), true), null);
    expect(count()).toBe('5 笔 · 实付 ¥1,990.00');
  });

  it('marks where months begin and end', () => {
    const list = start();
    const october = numbered(0, { key: '9', createdAt: TODAY - 40 * DAY });
    list.update(content([...orders(0, 2), october], true), null);
    const rows = list.view.slots[0]?.rows ?? [];
    expect(rows.map(({ month, ends }) => [month?.title, month?.height, ends])).toEqual([
      ['2026年11月', 196, undefined],
      [undefined, undefined, true],
      ['2026年10月', 120, true],
    ]);
  });
});

describe('what an appended page costs', () => {
  const cost = (loaded: number) => {
    const list = start();
    const all = orders(0, loaded + 20);
    list.update(content(all.slice(0, loaded)), null);
    list.move({ top: list.view.height - 1500, height: 844 });
    list.update(content(all.slice(0, loaded)), null);
    const before = list.view;
    list.update(content(all), null);
    expect(drawnKeys(list)).toEqual(range(loaded - 40, loaded + 20));
    return bytes(dataDiff(before, list.view));
  };

  it('is its rows, however long the list is', () => {
    expect(cost(10_000)).toBeLessThanOrEqual(3600);
    // Years before this one are written out in each of the twenty rows: seven bytes.
    expect(cost(10_000) / cost(200)).toBeLessThanOrEqual(1.1);
    expect(cost(10_000) / cost(5_000)).toBeLessThanOrEqual(1.02);
  });

  it('is a few heights when it is far from the screen', () => {
    const { list } = listAt(orders(0, 1000), 0);
    const before = list.view;
    list.update(content(orders(0, 1020)), null);
    expect(Object.keys(dataDiff(before, list.view))).toEqual(['height']);
  });
});

test('the same part of the list on screen again is no move', () => {
  const list = start();
  list.update(content(orders(0, 100)), null);
  expect(list.move({ top: 500, height: 844 })).toBe(true);
  expect(list.move({ top: 500, height: 844 })).toBe(false);
  expect(list.move({ top: 501, height: 844 })).toBe(true);
});

test('a month that was gone to is a move when it comes on screen, though it is drawn already', () => {
  const list = start();
  list.update(content(orders(0, 1000)), null);
  list.move({ top: 0, height: 844 });
  const top = list.goTo('2026年9月') ?? 0;
  list.update(content(orders(0, 1000)), null);
  expect(list.move({ top, height: 844 })).toBe(true);
  expect(list.move({ top, height: 844 })).toBe(false);
});

describe('a change', () => {
  it('of one order is one field, and what its month comes to', () => {
    const loaded = orders(0, 1000);
    const list = start();
    list.update(content(loaded), null);
    const before = list.view;
    const paid = loaded.map((one, nth) =>
      nth === 30 ? { ...one, status: 'failed' as const } : one,
    );
    list.update(content(paid), null);
    const patch = dataDiff(before, list.view);
    expect(Object.values(patch)).toEqual(['68 笔 · 实付 ¥26,666.00', 'failed']);
    expect(bytes(patch)).toBeLessThanOrEqual(120);
  });

  it('that changes nothing on screen sends nothing', () => {
    const list = start();
    list.update(content(orders(0, 100)), null);
    const before = list.view;
    list.update(content(orders(0, 100)), null);
    expect(dataDiff(before, list.view)).toEqual({});
  });
});

describe('rows that come and go above the screen', () => {
  const place = { top: 76 * 400 };

  it('move what is on screen by their height', () => {
    const list = start();
    list.update(content(orders(0, 1000)), null);
    const shift = list.update(content([numbered(-2), numbered(-1), ...orders(0, 1000)]), place);
    expect(shift).toBe(2 * 76);
  });

  it('move it by a header as well when a month comes with them', () => {
    const list = start();
    list.update(content(orders(100, 900)), null);
    const later = numbered(0, { createdAt: TODAY + 40 * DAY });
    expect(list.update(content([later, ...orders(100, 900)]), place)).toBe(76 + 44);
  });

  it('move it up when they vanish', () => {
    const list = start();
    list.update(content(orders(0, 1000)), null);
    expect(list.update(content(orders(3, 997)), place)).toBe(-3 * 76);
  });

  it('hold on to the next row that is left when the first on screen vanished', () => {
    const list = start();
    const loaded = orders(0, 1000);
    list.update(content(loaded), null);
    const { top } = place;
    const first = loaded.findIndex((_order, nth) => rowTop(nth, loaded) + 76 > top);
    // One more above, and three less where the screen begins.
    const rest = [numbered(-1), ...loaded.filter((_order, nth) => nth < first || nth > first + 2)];
    expect(list.update(content(rest), place)).toBe((1 - 3) * 76);
  });

  it('do not move the list’s top away, where they are to be seen', () => {
    const list = start();
    list.update(content(orders(0, 1000)), null);
    const more = content([numbered(-1), ...orders(0, 1000)]);
    expect(list.update(more, { top: 0 })).toBe(0);
    expect(drawnKeys(list)[0]).toBe(-1);
  });

  it('keep the window where it was', () => {
    const { list } = listAt(orders(0, 1000), place.top);
    const before = drawnKeys(list);
    list.update(content([...orders(-20, 20), ...orders(0, 1000)]), place);
    expect(drawnKeys(list)).toEqual(before);
  });
});
