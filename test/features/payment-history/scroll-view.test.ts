import { scrollViewScroller } from '../../../miniprogram/features/payment-history/scroll-view';
import type { MeasuredElement } from '../../../miniprogram/features/payment-history/viewport';
import { settle } from '../support/renderer';

/** A `scroll-view` of 600 px at 100 px, over a list of 5,000 px, whose owner answers when the test lets it. */
function start(id = 'pay') {
  let top = 300;
  const answers: (() => void)[] = [];
  const parts: Record<string, () => object> = {
    '#view': () => ({ top: 100, height: 600 }),
    '#pay >>> .history': () => ({ top: 150 - top, height: 5000 }),
    '#pay >>> .history__list': () => ({ top: 200 - top, height: 5000 }),
    '#pay >>> .history__banner': () => ({ top: 100, height: 34 }),
  };
  const createSelectorQuery = () => {
    const reads: (() => unknown)[] = [];
    const query = {
      select: (selector: string) => ({
        boundingClientRect: () => void reads.push(parts[selector] ?? (() => null)),
        scrollOffset: () => void reads.push(() => ({ scrollTop: top })),
        node(take: (found: object) => void) {
          const scrollTo = (to: { top: number }) => void (top = to.top);
          reads.push(() => take({ node: { scrollTo } }));
          return query;
        },
      }),
      exec: (done: (results: unknown[]) => void) =>
        void answers.push(() => done(reads.map((read) => read()))),
    };
    return query;
  };
  const owner = { createSelectorQuery } as unknown as MeasuredElement;
  const element = { ...owner, id, selectOwnerComponent: () => owner };
  const answer = () => {
    answers.shift()?.();
    return settle();
  };
  return { scroller: scrollViewScroller(element, '#view'), answer };
}

describe('the scroll-view of a host', () => {
  it('shows the part of the list between its edges', async () => {
    const { scroller, answer } = start();
    const measuring = scroller.measure(20);
    await answer();
    expect(await measuring).toEqual({ top: 200, height: 600, scrollTop: 300, covered: 54 });
  });

  it('that is not found, or whose tag has no id, is named to the developer', async () => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { scroller, answer } = start('');
    const locating = scroller.locate();
    await answer();
    expect(await locating).toBeNull();
    expect(reported.mock.calls).toEqual([[expect.stringContaining('scroll-view "#view"')]]);
    reported.mockRestore();
  });

  it('is scrolled when its node is found, which is awaited', async () => {
    const { scroller, answer } = start();
    let isDone = false;
    const scrolling = scroller.scrollTo(900).then(() => void (isDone = true));
    await settle();
    expect(isDone).toBe(false);
    await answer();
    await scrolling;
    const locating = scroller.locate();
    await answer();
    expect(await locating).toEqual({ scrollTop: 900, origin: 50 });
  });
});
