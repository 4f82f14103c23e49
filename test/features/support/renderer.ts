import type { HistoryState } from '../../../miniprogram/features/payment-history/history-state';
import { createLayOut } from '../../../miniprogram/features/payment-history/list-layout';
import {
  createRenderer,
  type HistoryElement,
} from '../../../miniprogram/features/payment-history/renderer';
import {
  INITIAL_VIEW,
  type HistoryView,
} from '../../../miniprogram/features/payment-history/view/history-view';
import type { RowsView } from '../../../miniprogram/features/payment-history/view/visible-rows';
import {
  pageScroller,
  type MeasuredElement,
  type MeasuredViewport,
} from '../../../miniprogram/features/payment-history/viewport';
import type { DataDiff } from '../../../miniprogram/features/shared/data-diff';
import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import type { PagingPhase } from '../../../miniprogram/state/paging/paging-state';
import { textsIn } from '../../../miniprogram/texts/texts';
import { HEIGHTS, historyState, METRICS } from './history-state';
import { order } from './order';

export const texts = textsIn('zh-CN');
/** Ninety a month, from November 2026 back. */
export const listed = (count: number) =>
  Array.from({ length: count }, (_, number) => {
    const createdAt = Date.UTC(2026, 10 - Math.floor(number / 90), 15) / 1000;
    return order({ key: String(number), createdAt });
  });

export type Renderer = ReturnType<typeof createRenderer>;

/** The part of an observer's report that the renderer reads. */
type Report = (
  change: Pick<
    WechatMiniprogram.IntersectionObserverObserveCallbackResult,
    'intersectionRatio' | 'boundingClientRect' | 'relativeRect'
  >,
) => void;

/** Waits until an answer has had its effect. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Sets the value at a data path, as `setData` does. */
export function assign(data: object, path: string, value: unknown): void {
  const names = path.split(/[.[\]]+/).filter(Boolean);
  const last = names.pop() ?? '';
  const parent = names.reduce<object>((part, name) => Reflect.get(part, name) as object, data);
  Reflect.set(parent, last, value);
}

/** A renderer whose screen is measured when the test lets it; the list has been drawn once. */
export function start(
  place: MeasuredViewport | null,
  first: readonly ListedOrder[] = listed(5000),
) {
  const diffs: DataDiff[] = [];
  const scrolls: number[] = [];
  const measured: (() => void)[] = [];
  const late: (() => void)[] = [];
  let isSlow = false;
  let watches = 0;
  /** The observers, and how far around the screen each one looks, in px. */
  const live = new Map<Report, number>();
  let drawn = 0;
  Object.assign(globalThis, {
    wx: {
      pageScrollTo: ({ scrollTop = 0 }) => void scrolls.push(scrollTop),
      getWindowInfo: () => ({ windowHeight: place?.height ?? 0 }),
    },
  });
  const selected = { boundingClientRect: () => undefined };
  const data: HistoryView & { phase: PagingPhase; coveredTop: number } = {
    ...structuredClone(INITIAL_VIEW),
    phase: 'idle',
    coveredTop: 0,
  };
  const element = {
    data,
    setData(diff: DataDiff, done?: () => void) {
      diffs.push(diff);
      Object.entries(diff).forEach(([path, value]) => assign(data, path, structuredClone(value)));
      if (isSlow && done) late.push(done);
      else done?.();
    },
    createIntersectionObserver: () => {
      watches += 1;
      let report: Report = () => undefined;
      let near = 0;
      const observer = {
        relativeToViewport(margins: { readonly top: number }) {
          near = margins.top;
          return observer;
        },
        observe: (_selector: string, onChange: Report) => void live.set((report = onChange), near),
        disconnect: () => void live.delete(report),
      };
      return observer;
    },
    createSelectorQuery: () => {
      const { top, covered, scrollTop } = place ?? { top: 0, covered: 0, scrollTop: 0 };
      const elements = [place && { top: -top }, { height: covered }];
      const rects: unknown[] = [];
      return {
        select() {
          rects.push(elements[rects.length]);
          return selected;
        },
        selectViewport: () => ({ scrollOffset: () => void rects.push({ scrollTop }) }),
        exec: (answer: (rects: unknown[]) => void) => void measured.push(() => answer(rects)),
      };
    },
  } as unknown as HistoryElement & MeasuredElement;
  const timers: { readonly callback: () => void; readonly milliseconds: number }[] = [];
  const clock = {
    after(milliseconds: number, callback: () => void) {
      const timer = { callback, milliseconds };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
  };
  /** Lets this many milliseconds pass. @returns Whether something waited for them. */
  const pass = (most: number) => {
    const due = timers.filter(({ milliseconds }) => milliseconds <= most);
    due.forEach((timer) => timers.splice(timers.indexOf(timer), 1)[0]?.callback());
    return due.length > 0;
  };
  const renderer = createRenderer(element, {
    ...{ texts, metrics: METRICS, isAhead: true, clock },
    scroller: pageScroller(element),
  });
  renderer.onDrawn(() => (drawn += 1));
  let sights = 0;
  renderer.onSight(() => (sights += 1));
  const layOut = createLayOut(texts);
  let state = historyState([]);
  const render = (changes: Partial<HistoryState>) => {
    state = { ...state, ...changes };
    renderer.render(state);
  };
  const become = (orders: readonly ListedOrder[]) => render({ list: layOut(orders, HEIGHTS) });
  become(first);
  diffs.length = 0;
  drawn = 0;
  return {
    ...{ renderer, render, become, diffs, scrolls },
    phase: () => data.phase,
    /** How often the state was drawn. */
    drawn: () => drawn,
    /** How often it was told what is on screen. */
    sights: () => sights,
    watches: () => watches,
    isWatching: () => live.size > 0,
    /** The observers report that what they watch is at the top of the screen. @returns How many there are. */
    see: () => {
      const { size } = live;
      for (const [report, near] of [...live]) {
        const rect = { top: 0, bottom: 800, left: 0, right: 390, width: 390, height: 800 };
        const relativeRect = { ...rect, top: -near, bottom: 800 + near };
        report({ intersectionRatio: 1, boundingClientRect: rect, relativeRect });
      }
      return size;
    },
    view: (): RowsView => data,
    measure: async () => {
      measured.shift()?.();
      await settle();
    },
    /** WeChat reports the end of each `setData` late from now on. @returns Lets it report the oldest ones. */
    slowDown: () => {
      isSlow = true;
      return (count = late.length) => {
        late.splice(0, count).forEach((done) => done());
        return settle();
      };
    },
    waiting: () => measured.length,
    /** Lets the scrolling rest. @returns Whether something waited for it. */
    rest: () => pass(400),
    /** WeChat does not answer for a second. */
    loseAnswer: async () => {
      pass(1000);
      await settle();
    },
  };
}

/** The list begins 120 px below the page's top; the screen is 500 px into it. */
export const PLACE: MeasuredViewport = { top: 500, height: 844, scrollTop: 620, covered: 0 };
/** Distance of July 2026 from the list's top, with four months above it. */
export const JULY = 4 * (90 * 76 + 44);
export const toJuly = () => ({ goal: { month: '2026年7月' } });
