import { createScreen } from '../../../miniprogram/features/payment-history/screen';
import { NO_ROWS } from '../../../miniprogram/features/payment-history/view/visible-rows';
import type {
  Location,
  MeasuredViewport,
  Scroller,
} from '../../../miniprogram/features/payment-history/viewport';
import type { Viewport } from '../../../miniprogram/state/window/window';
import { settle } from '../support/renderer';

type Report = Parameters<Scroller['observe']>[2];

/** A screen whose page answers as the test says, and whose observers the test calls. */
function start(...locations: Location[]) {
  const scrolls: number[] = [];
  const measured: ((place: MeasuredViewport) => void)[] = [];
  const covered: number[] = [];
  const reports: Report[] = [];
  const moves: Viewport[] = [];
  let sights = 0;
  const screen = createScreen({
    scroller: {
      measure(coveredTop) {
        covered.push(coveredTop);
        return new Promise((resolve) => void measured.push(resolve));
      },
      locate: () =>
        Promise.resolve((locations.length > 1 ? locations.shift() : locations[0]) ?? null),
      scrollTo(scrollTop) {
        scrolls.push(scrollTop);
        return Promise.resolve();
      },
      observe(_selector, _near, onChange) {
        reports.push(onChange);
        return () => undefined;
      },
    },
    coveredTop: () => 88,
    isAhead: true,
    clock: { after: () => () => undefined },
  });
  screen.onMove((viewport) => void moves.push(viewport));
  screen.onSight(() => (sights += 1));
  const rect = { left: 0, right: 390, top: 0, bottom: 800, width: 390, height: 800 };
  const near = { intersectionRatio: 1, boundingClientRect: rect, relativeRect: rect };
  /** An observer reports, also one that was ended meanwhile. */
  const report = (nth: number) => reports[nth]?.(near as unknown as Parameters<Report>[0]);
  const place = async (top: number) => {
    measured.shift()?.({ top, height: 800, scrollTop: top, covered: 88 });
    await settle();
  };
  return { screen, scrolls, moves, covered, report, place, sights: () => sights };
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

describe('a look', () => {
  it('measures below what the host covers', async () => {
    const { screen, covered, moves, place } = start();
    void screen.look();
    await place(500);
    expect([covered, moves]).toEqual([[88], [{ top: 500, height: 800 }]]);
  });

  it.each<[string, (screen: ReturnType<typeof start>['screen']) => unknown]>([
    ['is scrolled', (screen) => screen.scrollTo(0)],
    ['shows another list', (screen) => screen.restart()],
  ])('is repeated where the page %s meanwhile', async (_what, change) => {
    const { screen, place, sights } = start();
    void screen.look();
    void change(screen);
    await place(30_000);
    expect(sights()).toBe(0);
    await place(0);
    expect([screen.viewport.top, sights()]).toEqual([0, 1]);
  });
});

describe('a hidden page', () => {
  it('is not watched', () => {
    const { screen, report, sights } = start();
    screen.watch(NO_ROWS);
    screen.setHidden(true);
    report(0);
    expect(sights()).toBe(0);
  });

  it('is scrolled once it is back, to the last place', () => {
    const { screen, scrolls } = start();
    screen.setHidden(true);
    void screen.scrollTo(100);
    void screen.scrollTo(200);
    expect(scrolls).toEqual([]);
    screen.setHidden(false);
    screen.setHidden(false);
    expect(scrolls).toEqual([200]);
  });

  it('with another list is not scrolled for the last one', () => {
    const { screen, scrolls } = start();
    screen.setHidden(true);
    void screen.scrollTo(100);
    screen.restart();
    screen.setHidden(false);
    expect(scrolls).toEqual([]);
  });

  it('that is left is not scrolled', () => {
    const { screen, scrolls } = start();
    screen.dispose();
    void screen.scrollTo(100);
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

  it('follows the content of the host, which has grown', async () => {
    const grown = { origin: 200, scrollTop: 900 };
    const { screen, scrolls } = start({ origin: 120, scrollTop: 900 }, grown);
    await screen.locate();
    await screen.showTop();
    await screen.showTop();
    expect(scrolls).toEqual([200, 200]);
  });

  it('is not shown where the page is scrolled elsewhere while it is measured', async () => {
    const { screen, scrolls } = start({ origin: 120, scrollTop: 900 });
    await screen.locate();
    const showing = screen.showTop();
    void screen.scrollTo(4000);
    await showing;
    expect(scrolls).toEqual([4000]);
  });

  it('is not where an observer of the last list reports', () => {
    const { screen, moves, report, sights } = start();
    screen.watch(NO_ROWS);
    screen.see({ top: 500, height: 800 });
    screen.restart();
    report(0);
    expect([moves.map(({ top }) => top), sights()]).toEqual([[500, 0], 1]);
  });

  it('needs no scrolling while the content above it is on screen', async () => {
    const { screen, scrolls } = start({ origin: 120, scrollTop: 80 });
    await screen.locate();
    await screen.showTop();
    expect(scrolls).toEqual([]);
  });
});
