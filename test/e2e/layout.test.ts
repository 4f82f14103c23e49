import { History, type Element } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from './support/until';

/** Height of a row at text-size factor 1, in px: the design's. */
const ROW_HEIGHT = 76;

/** Exact heights of rows by text size, on a screen of 390 px: from 1.2 on their parts are stacked. */
const ROW_HEIGHTS: readonly (readonly [textSize: number, height: number])[] = [
  [0.94, 73],
  [1, ROW_HEIGHT],
  [1.1, 80],
  [1.2, 142],
  [1.5, 169],
  [1.75, 192],
];

/** Whether a text is cut: the client has no word for it, so it asks for the DOM's own figures. */
interface Measurable {
  domProperty(names: string[]): Promise<number[]>;
}

/** Fails where a text of the row is cut; tells how many descriptions end in an ellipsis. */
const cutIn = async (row: Element): Promise<number> => {
  let descriptions = 0;
  for (const selector of ['.row__time', '.row__amount', '.row__badges', '.row__description']) {
    const element = await row.$(selector);
    if (!element) continue;
    const [scrollWidth = 0, clientWidth = 0] = await (element as unknown as Measurable).domProperty(
      ['scrollWidth', 'clientWidth'],
    );
    if (selector === '.row__description' && scrollWidth > clientWidth) {
      descriptions += 1;
      expect(await element.style('text-overflow')).toBe('ellipsis');
    } else {
      expect({ selector, cut: scrollWidth > clientWidth }).toEqual({ selector, cut: false });
    }
  }
  return descriptions;
};

describe('the layout of rows', () => {
  const stage = useStage();
  const history = new History(stage);

  scenario('every row is exactly as high as the design says', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const heights = await history.collectWhileScrolling(async (row) => (await row.size()).height);
    expect(heights.size).toBe(95);
    expect(new Set(heights.values())).toEqual(new Set([ROW_HEIGHT]));
  });

  scenario(
    'no text is wider than its box but a description, which ends in an ellipsis',
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

  describe.each(ROW_HEIGHTS)('with text %s times as large', (textSize, height) => {
    afterAll(() => stage.setConditions({ textSize: 1 }));

    scenario(`rows are ${height} px high and nothing in them is cut`, stage, async () => {
      await stage.sandbox.reset({ count: 30 });
      await stage.sandbox.addOrder({ total_fen: 123_456_789, refund_status: 'failed' });
      await stage.setConditions({ textSize });
      await history.open();
      const heights = await history.collectWhileScrolling(async (row) => {
        await cutIn(row);
        return (await row.size()).height;
      });
      expect(heights.size).toBe(31);
      expect(new Set(heights.values())).toEqual(new Set([height]));
    });
  });

  scenario('who comes back with larger text finds the same payment on top', stage, async () => {
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

  scenario('nothing makes the page wider than the phone', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const { width } = await (await history.page())!.size();
    expect(width).toBe(390);
  });
});
