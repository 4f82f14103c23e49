import { createLayOut } from '../../../miniprogram/features/payment-history/list-layout';
import { HEIGHTS } from '../support/history-state';
import { numberedOrders } from '../support/numbered-orders';
import { PLACE, start, texts } from '../support/renderer';

describe('the elements of the chunks', () => {
  const ROW = 76;
  const started = () => {
    const test = start(PLACE, numberedOrders(0, 1000));
    const scroll = (row: number) => test.renderer.move({ top: row * ROW, height: 844 });
    const tops = () => test.view().order.map((slot) => test.view().slots[slot]?.top ?? NaN);
    const isInOrder = () => tops().every((top, nth) => nth === 0 || top > (tops()[nth - 1] ?? 0));
    scroll(100);
    test.diffs.length = 0;
    return { ...test, scroll, isInOrder };
  };

  it('stay where they are while the page scrolls', () => {
    const { scroll, diffs, isInOrder } = started();
    scroll(110);
    scroll(120);
    expect(isInOrder()).toBe(false);
    expect(
      diffs.flatMap((diff) => Object.keys(diff)).filter((path) => /^order/.test(path)),
    ).toEqual([]);
  });

  it('are put in list order by one small update when the scrolling rests', () => {
    const { scroll, diffs, isInOrder, rest } = started();
    scroll(110);
    scroll(120);
    diffs.length = 0;
    expect(rest()).toBe(true);
    expect(isInOrder()).toBe(true);
    expect(diffs.map((diff) => Object.keys(diff))).toEqual([['order']]);
  });

  it('are in list order at once when no chunk stays', () => {
    const { scroll, isInOrder, rest } = started();
    scroll(110);
    scroll(600);
    expect(isInOrder()).toBe(true);
    expect(rest()).toBe(false);
  });

  it('are not moved in a hidden page, and are when it is back', () => {
    const { renderer, render, scroll, diffs, isInOrder, rest } = started();
    scroll(110);
    renderer.setHidden(true);
    diffs.length = 0;
    expect([rest(), diffs]).toEqual([false, []]);
    renderer.setHidden(false);
    render({});
    rest();
    expect(isInOrder()).toBe(true);
  });

  it('of another list are in list order at once in a hidden page', () => {
    const { renderer, render, scroll, isInOrder, rest } = started();
    scroll(60);
    renderer.setHidden(true);
    render({ list: createLayOut(texts)(numberedOrders(0, 990), HEIGHTS), listId: 2 });
    expect([isInOrder(), rest()]).toEqual([true, false]);
  });

  it('are not moved after the page was left', () => {
    const { renderer, scroll, rest } = started();
    scroll(110);
    renderer.dispose();
    expect(rest()).toBe(false);
  });
});
