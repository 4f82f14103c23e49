import { History } from './support/history';
import { scenario, useStage } from './support/stage';

/** Height of a row at text-size factor 1, in px: the design's. */
const ROW_HEIGHT = 76;

/** Whether a text is cut: the client has no word for it, so it asks for the DOM's own figures. */
interface Measurable {
  domProperty(names: string[]): Promise<number[]>;
}

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
      let cutDescriptions = 0;
      await history.collectWhileScrolling(async (row) => {
        for (const selector of [
          '.row__time',
          '.row__amount',
          '.row__badges',
          '.row__description',
        ]) {
          const element = await row.$(selector);
          if (!element) continue;
          const [scrollWidth = 0, clientWidth = 0] = await (
            element as unknown as Measurable
          ).domProperty(['scrollWidth', 'clientWidth']);
          if (selector === '.row__description' && scrollWidth > clientWidth) {
            cutDescriptions += 1;
            expect(await element.style('text-overflow')).toBe('ellipsis');
          } else {
            expect({ selector, cut: scrollWidth > clientWidth }).toEqual({ selector, cut: false });
          }
        }
      });
      expect(cutDescriptions).toBeGreaterThan(0);
    },
  );

  scenario('nothing makes the page wider than the phone', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const { width } = await (await history.page())!.size();
    expect(width).toBe(390);
  });
});
