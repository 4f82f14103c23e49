import { NO_ROWS } from '../../../miniprogram/features/payment-history/view/visible-rows';
import {
  pageScroller,
  watchViewport,
  type MeasuredElement,
} from '../../../miniprogram/features/payment-history/viewport';
import type { Viewport } from '../../../miniprogram/state/window/window';

interface Report {
  intersectionRatio: number;
  boundingClientRect: { top: number; bottom: number };
  relativeRect: { top: number; bottom: number };
}

/** A component to whose observers the test reports. */
function watched(view: Partial<typeof NO_ROWS>, isAhead = true) {
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
  const component = { createIntersectionObserver } as unknown as MeasuredElement;
  const stop = watchViewport(pageScroller(component), { ...NO_ROWS, ...view }, isAhead, (sight) =>
    sights.push(sight),
  );
  return {
    targets: [...targets.keys()],
    /** Px from the top of the screen to the line that counts as near, below the screen. */
    line: (selector: string) => 844 + (targets.get(selector)?.margin ?? 0),
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

const ABOVE = '.history__gap';
const BELOW = '.history__gap--below';
const UNREAD = '.history__gap--unread';
const middle = { from: 10_000, to: 14_560, height: 76_000 };

describe('the watch over the list', () => {
  it('is on the gaps and on the end of the loaded rows', () => {
    expect(watched(middle).targets).toEqual([ABOVE, BELOW, UNREAD]);
    expect(watched({ ...middle, from: 0, to: 76_000 }).targets).toEqual([UNREAD]);
  });

  it('reports the viewport by the place of a gap, after a jump of any length', () => {
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

  it('counts an element exactly on the line as near, where its ratio is 0', () => {
    const list = watched(middle);
    list.report(UNREAD, 0, list.line(UNREAD));
    expect(list.sights).toHaveLength(1);
  });

  it('reports nothing for an element that is far', () => {
    const list = watched(middle);
    list.report(UNREAD, 0, list.line(UNREAD) + 1);
    list.report(ABOVE, 0, -11_000, -1101);
    expect(list.sights).toEqual([]);
  });

  it('starts before the end of the loaded rows is on screen, or where it begins to be', () => {
    expect(watched(middle).line(UNREAD)).toBeGreaterThan(844 + 76 * 20);
    expect(watched(middle, false).line(UNREAD)).toBe(844);
  });

  it('ends for all elements', () => {
    expect(watched(middle).stop()).toBe(3);
  });
});
