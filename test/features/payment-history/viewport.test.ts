import { EMPTY_LIST } from '../../../miniprogram/features/payment-history/view/rows';
import { watchViewport } from '../../../miniprogram/features/payment-history/viewport';
import type { Viewport } from '../../../miniprogram/state/window/window';

interface Report {
  intersectionRatio: number;
  boundingClientRect: { top: number; bottom: number };
  relativeRect: { top: number; bottom: number };
}

/** A component whose observers the test reports to. */
function watched(view: Partial<typeof EMPTY_LIST>) {
  const targets = new Map<string, { margin: number; tell: (report: Report) => void }>();
  const sights: Viewport[] = [];
  let ended = 0;
  const createIntersectionObserver = () => {
    let margin = 0;
    const observer = {
      relativeToViewport: (margins: { bottom: number }) => {
        margin = margins.bottom;
        return observer;
      },
      observe: (selector: string, tell: (report: Report) => void) =>
        void targets.set(selector, { margin, tell }),
      disconnect: () => void (ended += 1),
    };
    return observer;
  };
  const component = { createIntersectionObserver } as unknown as Parameters<
    typeof watchViewport
  >[0];
  const stop = watchViewport(component, { ...EMPTY_LIST, ...view }, NEAR_UNREAD, (sight) =>
    sights.push(sight),
  );
  return {
    targets: [...targets.keys()],
    sights,
    /** Reports an element at a distance from the top of a screen of 844 px. */
    report(selector: string, intersectionRatio: number, top: number, bottom = top + 5000) {
      const { margin = 0, tell } = targets.get(selector) ?? {};
      const relativeRect = { top: -margin, bottom: 844 + margin };
      tell?.({ intersectionRatio, boundingClientRect: { top, bottom }, relativeRect });
    },
    stop() {
      stop();
      return ended;
    },
  };
}

const NEAR_UNREAD = 1200;
const ABOVE = '.history__gap';
const BELOW = '.history__gap--below';
const UNREAD = '.history__gap--unread';
const middle = { from: 10_000, to: 14_560, height: 76_000 };

describe('the watch over the list', () => {
  it('is on the gaps there are, and on what is not read', () => {
    expect(watched(middle).targets).toEqual([ABOVE, BELOW, UNREAD]);
    expect(watched({ ...middle, from: 0, to: 76_000 }).targets).toEqual([UNREAD]);
  });

  it('tells what is on screen by where a gap is, however far the jump was', () => {
    const list = watched(middle);
    list.report(BELOW, 0.01, -40_000);
    list.report(ABOVE, 0.5, -3000, 7000);
    list.report(UNREAD, 0.1, 1500);
    expect(list.sights).toEqual([
      { top: 54_560, height: 844 },
      { top: 3000, height: 844 },
      { top: 74_500, height: 844 },
    ]);
  });

  it('counts what lies exactly on the line, where its ratio is 0 and stays so', () => {
    const list = watched(middle);
    list.report(UNREAD, 0, 844 + NEAR_UNREAD);
    expect(list.sights).toHaveLength(1);
  });

  it('is silent about what is far', () => {
    const list = watched(middle);
    list.report(UNREAD, 0, 844 + NEAR_UNREAD + 1);
    list.report(ABOVE, 0, -11_000, -601);
    expect(list.sights).toEqual([]);
  });

  it('ends on all of them', () => {
    expect(watched(middle).stop()).toBe(3);
  });
});
