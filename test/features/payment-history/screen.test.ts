import { createScreen } from '../../../miniprogram/features/payment-history/screen';
import { NO_ROWS } from '../../../miniprogram/features/payment-history/view/visible-rows';
import type { Location, Scroller } from '../../../miniprogram/features/payment-history/viewport';
import type { Viewport } from '../../../miniprogram/state/window/window';

type Report = Parameters<Scroller['observe']>[2];

/** A screen whose page answers as the test says, and whose observers the test calls. */
function start(location: Location | null = null) {
  const scrolls: number[] = [];
  const reports: Report[] = [];
  const moves: Viewport[] = [];
  let sights = 0;
  const screen = createScreen({
    scroller: {
      measure: () => Promise.resolve(null),
      locate: () => Promise.resolve(location),
      scrollTo: (scrollTop) => void scrolls.push(scrollTop),
      observe(_selector, _near, onChange) {
        reports.push(onChange);
        return () => undefined;
      },
    },
    coveredTop: () => 0,
    isAhead: true,
    clock: { after: () => () => undefined },
  });
  screen.onMove((viewport) => void moves.push(viewport));
  screen.onSight(() => (sights += 1));
  const rect = { left: 0, right: 390, top: 0, bottom: 800, width: 390, height: 800 };
  const near = { intersectionRatio: 1, boundingClientRect: rect, relativeRect: rect };
  /** An observer reports, also one that was ended meanwhile. */
  const report = (nth: number) => reports[nth]?.(near as unknown as Parameters<Report>[0]);
  return { screen, scrolls, moves, report, sights: () => sights };
}

describe('what is on screen', () => {
  it('is told once when it is reported again', () => {
    const { screen, moves, sights } = start();
    screen.see({ top: 500, height: 800 });
    screen.see({ top: 500, height: 800 });
    expect([moves, sights()]).toEqual([[{ top: 500, height: 800 }], 2]);
  });

  it('is told before it is seen where the page is scrolled to it', () => {
    const { screen, moves, sights } = start();
    screen.expect({ top: 4000, height: 800 });
    screen.see({ top: 4000, height: 800 });
    expect([screen.viewport.top, moves.length, sights()]).toEqual([4000, 1, 1]);
  });

  it('is not what an observer of an earlier watch reports late', () => {
    const { screen, report, sights } = start();
    screen.watch(NO_ROWS);
    screen.watch(NO_ROWS);
    report(0);
    expect(sights()).toBe(0);
    report(1);
    expect([sights(), screen.isObserved]).toEqual([1, true]);
    screen.dispose();
    report(1);
    expect(sights()).toBe(1);
  });
});

describe('a hidden page', () => {
  it('is scrolled once it is back, to the last place', () => {
    const { screen, scrolls } = start();
    screen.setHidden(true);
    screen.scrollTo(100);
    screen.scrollTo(200);
    expect(scrolls).toEqual([]);
    screen.setHidden(false);
    screen.setHidden(false);
    expect(scrolls).toEqual([200]);
  });

  it('with another list is not scrolled for the last one', () => {
    const { screen, scrolls } = start();
    screen.setHidden(true);
    screen.scrollTo(100);
    screen.restart();
    screen.setHidden(false);
    expect(scrolls).toEqual([]);
  });

  it('that is left is not scrolled', () => {
    const { screen, scrolls } = start();
    screen.dispose();
    screen.scrollTo(100);
    expect(scrolls).toEqual([]);
  });
});

describe('the top of another list', () => {
  it.each([
    ['is where the history begins, below content of the host', { origin: 120, scrollTop: 900 }],
    ['is the top of the page', { origin: 0, scrollTop: 900 }],
  ])('%s', async (_what, location) => {
    const { screen, scrolls } = start(location);
    await screen.locate();
    await screen.showTop();
    expect(scrolls).toEqual([location.origin]);
  });

  it('needs no scrolling while the content above it is on screen', async () => {
    const { screen, scrolls } = start({ origin: 120, scrollTop: 80 });
    await screen.locate();
    await screen.showTop();
    expect(scrolls).toEqual([]);
  });
});
