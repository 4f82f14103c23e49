import { SCREENS, type ScreenName } from '../../preview/conditions';
import { cutOff, Screen, type Box } from './support/boxes';
import { Detail } from '../../testing/detail';
import type { Element } from '../../testing/client';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

/** Row height at text-size factor 1, in px, from the design. */
const MONTH_HEIGHT = 44;
const ROW_HEIGHT = 76;
/** Row height on a screen that is too narrow for two columns, in px. */
const STACKED_HEIGHT = 124;

/** Exact row heights by text size, on a screen of 390 px; from 1.2 on the parts are stacked. */
const ROW_HEIGHTS: readonly (readonly [textSize: number, height: number])[] = [
  [0.94, 73],
  [1, ROW_HEIGHT],
  [1.1, 80],
  [1.2, 142],
  [1.5, 169],
  [1.75, 192],
];

/** The parts of a row that are never cut. */
const WHOLE = ['.row__time', '.row__amount', '.row__badges', '.row__refund'];

/** Fails when a text of the row is cut; returns the number of descriptions that end in an ellipsis. */
const cutIn = async (row: Element): Promise<number> => {
  let descriptions = 0;
  for (const selector of [...WHOLE, '.row__description']) {
    const element = await row.$(selector);
    if (!element) continue;
    const cut = (await cutOff(element)) > 0;
    if (selector === '.row__description' && cut) {
      descriptions += 1;
      expect(await element.style('text-overflow')).toBe('ellipsis');
    } else {
      expect({ selector, cut }).toEqual({ selector, cut: false });
    }
  }
  return descriptions;
};

/** The right edge of an element's box and its adjoining shadows, from the screen's left edge, in px. */
const shadowed = async (element: Element, { left, right }: Box): Promise<number> => {
  const shadows = (await element.style('box-shadow')).matchAll(/(-?[\d.]+)px 0px 0px 0px/g);
  const shifts = [0, ...[...shadows].map(([, shift]) => Number(shift))].sort((a, b) => a - b);
  return shifts.reduce((to, shift) => (left + shift <= to ? right + shift : to), 0);
};

/** Maximum width of cards, in px. */
const WIDEST = 720;

const HISTORY = 'payment-history';
const SEARCH = [HISTORY, 'find-bar', 'search-bar'] as const;

describe('the layout', () => {
  const stage = useStage();
  const history = new History(stage);
  const detail = new Detail(stage);
  const screen = new Screen(stage);

  scenario('every row has the exact height of the design', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const heights = await history.collectWhileScrolling(async (row) => (await row.size()).height);
    expect(heights.size).toBe(95);
    expect(new Set(heights.values())).toEqual(new Set([ROW_HEIGHT]));
  });

  scenario(
    'only descriptions are wider than their box, and they end in an ellipsis',
    stage,
    async () => {
      await stage.sandbox.reset({ count: 90 });
      await stage.sandbox.addOrder({
        total_fen: 123_456_789,
        refund_status: 'failed',
        merchandise_description: '一段长得无论如何也放不进一行里的商品说明文字'.repeat(3),
      });
      await stage.sandbox.addOrder({ total_fen: 99_999_999_999, refund_status: 'partial' });
      await history.open();
      const cut = [...(await history.collectWhileScrolling(cutIn)).values()];
      expect(cut.reduce((sum, descriptions) => sum + descriptions, 0)).toBeGreaterThan(0);
    },
  );

  describe.each(ROW_HEIGHTS)('at text size %s', (textSize, height) => {
    afterAll(() => stage.setConditions({ textSize: 1 }));

    scenario(`rows are ${height} px high and no text in them is cut`, stage, async () => {
      await stage.sandbox.reset({ count: 30 });
      await stage.sandbox.addOrder({ total_fen: 123_456_789, refund_status: 'failed' });
      await stage.sandbox.addOrder({ total_fen: 123_456_789, refund_status: 'partial' });
      await stage.setConditions({ textSize });
      await history.open();
      const heights = await history.collectWhileScrolling(async (row) => {
        await cutIn(row);
        return (await row.size()).height;
      });
      expect(heights.size).toBe(32);
      expect(new Set(heights.values())).toEqual(new Set([height]));
    });
  });

  scenario('keeps the topmost payment after the text size has grown', stage, async () => {
    await stage.sandbox.reset({ count: 200 });
    await history.open();
    await history.scrollTo(3000);
    const [before] = await history.onScreen();
    await stage.setConditions({ foreground: false });
    await stage.setConditions({ textSize: 1.5 });
    await stage.setConditions({ foreground: true });
    await until('larger rows', async () => {
      const [row] = await history.rowElements();
      return (await row?.size())?.height === 169;
    });
    await until('the same payment', async () =>
      (await history.onScreen()).slice(0, 2).some(({ key }) => key === before?.key),
    );
    await stage.setConditions({ textSize: 1 });
  });

  scenario('keeps the topmost payment after the phone is turned', stage, async () => {
    await stage.sandbox.reset({ count: 200 });
    await screen.become('small', SCREENS.small.width);
    await history.open();
    await history.scrollTo(3000);
    // The month's header covers what is above.
    const before = (await history.onScreen()).find(({ from }) => from >= MONTH_HEIGHT);
    await screen.become('landscape', SCREENS.landscape.width);
    await until('lower rows', async () => {
      const [row] = await history.rowElements();
      return (await row?.size())?.height === ROW_HEIGHT;
    });
    await until('the same payment', async () =>
      (await history.onScreen()).slice(0, 2).some(({ key }) => key === before?.key),
    );
    await screen.become('phone', SCREENS.phone.width);
  });

  scenario('the page is not wider than the screen', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const { width } = await (await history.page())!.size();
    expect(width).toBe(390);
  });

  describe.each(Object.keys(SCREENS) as ScreenName[])('on the %s screen', (name) => {
    const { width } = SCREENS[name];
    const rowHeight = width < 350 ? STACKED_HEIGHT : ROW_HEIGHT;

    beforeAll(() => screen.become(name, width));
    afterEach(() => stage.setConditions({ network: 'wifi' }));
    afterAll(() => screen.become('phone', SCREENS.phone.width));

    scenario(
      'the list is inside the safe area and has at most its maximum width',
      stage,
      async () => {
        await stage.sandbox.reset({ count: 90 });
        await stage.sandbox.addOrder({ total_fen: 123_456_789, refund_status: 'failed' });
        await history.open();
        const rows = await history.rowElements();
        for (const row of rows) await cutIn(row);
        const boxes = await Promise.all(rows.map((row) => screen.boxOf(row)));
        expect(new Set(boxes.map(({ top, bottom }) => bottom - top))).toEqual(new Set([rowHeight]));
        expect(Math.max(...boxes.map(({ left, right }) => right - left))).toBeLessThanOrEqual(
          WIDEST,
        );
        const [left, right] = [boxes[0]?.left ?? 0, boxes[0]?.right ?? 0];
        const { safeArea } = await screen.info();
        expect(left - safeArea.left).toBe(safeArea.right - right);
        expect((await (await history.page())!.size()).width).toBe(width);

        const field = await screen.all(...SEARCH, '.search__field');
        const button = await screen.all(...SEARCH, '.search__filter');
        expect(await screen.notSafe([rows[0]!, ...field, ...button])).toEqual([]);
        await history.scrollToEnd();
        const footer = await screen.all(HISTORY, 'list-footer', '.footer__end');
        expect(footer).toHaveLength(1);
        expect(await screen.notSafe([...footer, await history.backToTop()])).toEqual([]);

        await stage.setConditions({ network: 'none' });
        await until('the banner', async () => (await history.offline()) !== '');
        const [banner] = await screen.all(HISTORY, 'offline-banner', '.offline');
        expect(await shadowed(banner!, await screen.boxOf(banner!))).toBeGreaterThanOrEqual(width);
      },
    );

    scenario('the filter sheet and the detail page are inside the safe area', stage, async () => {
      await stage.sandbox.reset({ count: 3 });
      await history.open();
      await (await screen.all(...SEARCH, '.search__filter'))[0]?.tap();
      const sheet = await until('the open sheet', async () => {
        const [title, ...buttons] = [
          ...(await screen.all(HISTORY, 'find-bar', 'filter-sheet', '.sheet__title')),
          ...(await screen.all(HISTORY, 'find-bar', 'filter-sheet', '.sheet__button')),
        ];
        const { safeArea } = await screen.info();
        const isUp = title && (await screen.boxOf(title)).top < safeArea.bottom;
        return isUp && (await screen.notSafe(buttons)).length === 0 && [title, ...buttons];
      });
      expect(sheet).toHaveLength(3);

      const { transaction_no } = await stage.sandbox.addOrder({ status: 'pending', paid_at: null });
      await detail.openCold(`transaction_no=${transaction_no}`);
      const actions = await screen.all('payment-detail', '.detail__action');
      expect(actions).toHaveLength(2);
      const facts = await screen.all('payment-detail', 'fact-list', '.facts');
      expect(await screen.notSafe(actions)).toEqual([]);
      const box = await screen.boxOf(facts[0]!);
      const { safeArea } = await screen.info();
      expect(box.left).toBeGreaterThanOrEqual(safeArea.left);
      expect(box.right).toBeLessThanOrEqual(safeArea.right);
      expect(box.right - box.left).toBeLessThanOrEqual(WIDEST);
    });
  });

  describe.each([
    ['small', 'en', 1],
    ['small', 'en', 1.5],
    ['small', 'en', 1.75],
    ['small', 'zh_CN', 1.75],
    ['phone', 'en', 1.75],
    ['phone', 'zh_CN', 1.1],
    ['landscape', 'en', 1.75],
  ] as const)('on the %s screen in %s at text size %s', (name, language, textSize) => {
    beforeAll(async () => {
      await stage.setConditions({ language, textSize });
      await screen.become(name, SCREENS[name].width);
    });
    afterAll(async () => {
      const now = Date.parse(NOW);
      await stage.setConditions({ language: 'zh_CN', textSize: 1, network: 'wifi', now });
      await screen.become('phone', SCREENS.phone.width);
    });

    scenario('headers, tabs, actions and the offline banner fit', stage, async () => {
      await stage.sandbox.reset({ count: 90 });
      await stage.sandbox.addOrder({ total_fen: 123_456_789, refund_status: 'partial' });
      const { transaction_no } = await stage.sandbox.addOrder({
        status: 'pending',
        paid_at: null,
      });
      await detail.openCold(`transaction_no=${transaction_no}`);
      const actions = await screen.all('payment-detail', '.detail__action');
      expect(actions).toHaveLength(2);
      expect(await Promise.all(actions.map(cutOff))).toEqual([0, 0]);
      expect(await screen.notSafe(actions)).toEqual([]);

      await history.open();
      const [tabs] = await screen.all(HISTORY, 'find-bar', 'tab-bar', '.tabs');
      expect(await cutOff(tabs!)).toBe(0);
      const header = [HISTORY, 'payment-chunk', 'month-section'] as const;
      const card = await screen.boxOf((await history.rowElements())[0]!);
      const title = await screen.boxOf((await screen.all(...header, '.month__title'))[0]!);
      const count = await screen.boxOf((await screen.all(...header, '.month__count'))[0]!);
      const inset = title.left - card.left;
      expect(inset).toBeGreaterThan(0);
      expect(count.right).toBeLessThanOrEqual(card.right - inset);

      // The longest text of the banner.
      await stage.setConditions({ network: 'none', now: Date.parse('2028-01-01T00:00:00Z') });
      await until('the banner', async () => (await history.offline()) !== '');
      const [banner] = await screen.all(HISTORY, 'offline-banner', '.offline');
      expect(await cutOff(banner!)).toBe(0);
      const { from = 0 } = (await history.headers())[0] ?? {};
      await history.scrollTo(from + 1);
      // Sticky headers stop at the edge of the banner, not under it.
      const stuck = (await history.headers())[0]?.from ?? 0;
      expect(stuck).toBeCloseTo((await screen.boxOf(banner!)).bottom, 0);
    });
  });
});
