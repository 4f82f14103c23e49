import { createRenderer } from '../../../miniprogram/features/payment-history/renderer';
import {
  INITIAL_DATA,
  type HistoryScreen,
} from '../../../miniprogram/features/payment-history/history-data';
import { createHistoryList } from '../../../miniprogram/features/payment-history/history-list';
import type { DataDiff } from '../../../miniprogram/features/shared/data-diff';
import type { MeasuredViewport } from '../../../miniprogram/features/payment-history/viewport';
import { INITIAL_SCREEN } from '../../../miniprogram/features/payment-history/view/status';
import { textsIn } from '../../../miniprogram/texts/texts';
import { NOW, order } from '../support/order';

const HEIGHTS = { row: 76, header: 44 };
const { metrics, find, offline } = INITIAL_DATA;
const AROUND = { ...INITIAL_SCREEN, metrics, find, offline };
/** Ninety a month, from November 2026 back. */
const listed = (count: number) =>
  Array.from({ length: count }, (_, number) => {
    const createdAt = Date.UTC(2026, 10 - Math.floor(number / 90), 15) / 1000;
    return order({ key: String(number), createdAt });
  });

/** A renderer whose screen is measured when the test says so. */
function start(place: MeasuredViewport | null, count = 5000) {
  let orders = listed(count);
  const shows: { patch: DataDiff; scrollTop: number | null }[] = [];
  const measured: (() => void)[] = [];
  const screen: HistoryScreen = {
    show: (patch, scrollTop) => void shows.push({ patch, scrollTop }),
    enter: () => undefined,
    measure: () => new Promise((resolve) => measured.push(() => resolve(place))),
    open: () => undefined,
  };
  const list = createHistoryList(textsIn('zh-CN'), HEIGHTS);
  const renderer = createRenderer(INITIAL_DATA, list, screen, {
    content: () => ({ orders, isLast: false, now: NOW }),
    around: () => AROUND,
  });
  list.move({ top: 0, height: 844 });
  renderer.redraw();
  shows.length = 0;
  return {
    list,
    renderer,
    shows,
    measure: async () => {
      measured.shift()?.();
      await Promise.resolve();
    },
    become: (other: number) => {
      orders = listed(other);
    },
  };
}

/** The list begins 120 px below the page's top; the screen is 500 px into it. */
const PLACE: MeasuredViewport = { top: 500, scrollTop: 620, covered: 0 };
/** Of July 2026, which has four months above it. */
const JULY = 4 * (90 * 76 + 44);

describe('going to a month', () => {
  it('draws its rows and scrolls its header to the top, in one step', async () => {
    const { renderer, list, shows, measure } = start(PLACE);
    renderer.goTo('2026年7月');
    await measure();
    expect(shows.map(({ scrollTop }) => scrollTop)).toEqual([120 + JULY]);
    expect(list.view.from).toBeLessThanOrEqual(JULY);
    expect(list.view.to).toBeGreaterThan(JULY + 844);
  });

  it('leaves the header in sight below the banner', async () => {
    const { renderer, shows, measure } = start({ ...PLACE, covered: 34 });
    renderer.goTo('2026年7月');
    await measure();
    expect(shows[0]?.scrollTop).toBe(120 + JULY - 34);
  });

  it('closes the menu in the same step', async () => {
    const { renderer, list, shows, measure } = start(PLACE);
    list.openMenu('2026年11月');
    renderer.redraw();
    expect(Object.keys(shows[0]?.patch ?? {})).toEqual(['menu']);
    renderer.goTo('2026年7月');
    await measure();
    expect(shows).toHaveLength(2);
    expect(shows[1]?.patch['menu']).toBeNull();
  });

  it('happens once', async () => {
    const { renderer, shows, measure } = start(PLACE);
    renderer.goTo('2026年7月');
    await measure();
    renderer.redraw();
    expect(shows.map(({ scrollTop }) => scrollTop)).toEqual([120 + JULY, null]);
  });

  it('is not lost while the screen is measured for something else', async () => {
    const { renderer, become, shows, measure } = start(PLACE);
    become(4000);
    renderer.redraw();
    renderer.goTo('2026年7月');
    await measure();
    expect(shows.map(({ scrollTop }) => scrollTop)).toEqual([120 + JULY]);
  });

  it('ends when there is another list, which is shown from its top', async () => {
    const { renderer, shows, measure } = start(PLACE);
    renderer.goTo('2026年7月');
    renderer.beginAnew();
    await measure();
    expect(shows.map(({ scrollTop }) => scrollTop)).toEqual([0]);
  });

  it('stays where it is when the month is gone meanwhile', async () => {
    const { renderer, become, shows, measure } = start(PLACE);
    renderer.goTo('2026年7月');
    become(90);
    await measure();
    expect(shows.map(({ scrollTop }) => scrollTop)).toEqual([null]);
  });
});
