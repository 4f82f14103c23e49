import type { Clock } from '../../core/clock';
import { createEvent, type EventSource } from '../../core/event';
import { isSameViewport, type Viewport } from '../../state/window/window';
import type { RowsView } from './view/visible-rows';
import { watchViewport, type MeasuredViewport, type Scroller } from './viewport';

/** What the person sees of a list, and the way to scroll it. */
export interface Screen {
  /** The part of the list on screen: the one reported last, or the one scrolled to since. */
  readonly viewport: Viewport;
  /** Another part of the list is on screen, or will be. */
  readonly onMove: EventSource<Viewport>['subscribe'];
  /** It was reported what is on screen. Every new watch reports it again. */
  readonly onSight: EventSource['subscribe'];
  /** Whether an observer has reported. Some WeChat versions never call them. */
  readonly isObserved: boolean;
  /** Takes the part of the list that is on screen; for tests and benchmarks, which need not wait for an observer. */
  see(viewport: Viewport): void;
  /** Measures what is on screen, for hosts whose WeChat never calls observers. */
  look(): Promise<void>;
  /** Takes the part of the list that will be on screen. */
  expect(viewport: Viewport): void;
  /** Measures what is on screen; null where there is no list, or WeChat does not answer. */
  measure(): Promise<MeasuredViewport | null>;
  /** Measures where the history begins. */
  locate(): Promise<void>;
  /** Reports when a gap in the live rows, or the end of the loaded rows, comes near; ends the watch before. */
  watch(rows: RowsView): void;
  unwatch(): void;
  /**
   * Scrolls without an animation; what is measured afterwards is there. A hidden page is scrolled when it is
   * back: until then WeChat scrolls the page above it.
   */
  scrollTo(scrollTop: number): Promise<void>;
  /**
   * Scrolls back to where the history begins. Below content of the host the page may be above that already, or
   * be scrolled elsewhere while it is measured: then it stays.
   */
  showTop(): Promise<void>;
  /** Starts at the top of another list. */
  restart(): void;
  setHidden(hidden: boolean): void;
  dispose(): void;
}

/** How a screen is set up. */
export interface ScreenOptions {
  readonly scroller: Scroller;
  /** Px at the top of the screen that the host's own navigation bar covers. */
  readonly coveredTop: () => number;
  /** Reports the end of the loaded rows before it is on screen. */
  readonly isAhead: boolean;
  readonly clock: Pick<Clock, 'after'>;
}

/** Milliseconds after which an answer of WeChat counts as lost: it does not answer for a page that it loads again. */
export const LOST_MS = 1000;

const TOP: Viewport = { top: 0, height: 0 };

/** Starts at the top of a list that is not drawn. */
export function createScreen({ scroller, coveredTop, isAhead, clock }: ScreenOptions): Screen {
  const move = createEvent<Viewport>();
  const sight = createEvent();
  let viewport = TOP;
  let isObserved = false;
  /** Where the history begins, in px from the top of what scrolls. */
  let origin = 0;
  /** How often the list has been scrolled from here, or has become another one. */
  let changes = 0;
  /** Where a hidden page is scrolled once it is back; null for nowhere. */
  let owed: number | null = null;
  let isHidden = false;
  let isDisposed = false;
  let unwatch = (): void => undefined;

  function expect(expected: Viewport): void {
    if (isSameViewport(expected, viewport)) return;
    viewport = expected;
    move.emit(expected);
  }

  function see(seen: Viewport): void {
    expect(seen);
    sight.emit();
  }

  async function scrollTo(scrollTop: number): Promise<void> {
    changes += 1;
    if (isHidden) owed = scrollTop;
    else if (!isDisposed) await scroller.scrollTo(scrollTop);
  }

  const measure = () =>
    new Promise<MeasuredViewport | null>((resolve) => {
      const stopWaiting = clock.after(LOST_MS, () => resolve(null));
      void scroller.measure(coveredTop()).then(resolve).then(stopWaiting);
    });

  async function look(): Promise<void> {
    const before = changes;
    const measured = await measure();
    if (!measured || isHidden || isDisposed) return;
    if (changes !== before) return look();
    see({ top: measured.top, height: measured.height });
  }

  return {
    get viewport() {
      return viewport;
    },
    onMove: move.subscribe,
    onSight: sight.subscribe,
    get isObserved() {
      return isObserved;
    },
    see,
    expect,
    look,
    measure,
    async locate() {
      origin = (await scroller.locate())?.origin ?? 0;
    },
    watch(rows) {
      unwatch();
      // A report that was on its way is of what was drawn before.
      let isOver = false;
      const stop = watchViewport(scroller, rows, isAhead, (seen) => {
        isObserved = true;
        if (!isOver) see(seen);
      });
      unwatch = () => {
        isOver = true;
        stop();
      };
    },
    unwatch: () => unwatch(),
    scrollTo,
    async showTop() {
      if (origin <= 0) return scrollTo(0);
      const before = changes;
      const location = await scroller.locate();
      if (!location) return;
      ({ origin } = location);
      if (changes === before && location.scrollTop > origin) await scrollTo(origin);
    },
    restart() {
      unwatch();
      changes += 1;
      owed = null;
      expect(TOP);
    },
    setHidden(hidden) {
      isHidden = hidden;
      if (hidden) return unwatch();
      if (owed !== null) void scrollTo(owed);
      owed = null;
    },
    dispose() {
      isDisposed = true;
      unwatch();
    },
  };
}
