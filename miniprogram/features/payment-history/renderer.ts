import type { Clock } from '../../core/clock';
import { createEvent, type EventSource } from '../../core/event';
import type { PagingPhase } from '../../state/paging/paging-state';
import type { Viewport } from '../../state/window/window';
import type { Texts } from '../../texts/texts';
import { dataDiff, type DataDiff } from '../shared/data-diff';
import type { HistoryState } from './history-state';
import { emptyLayout, monthTop, onlyGrows, shiftBetween } from './list-layout';
import { historyView, INITIAL_VIEW, type HistoryView } from './view/history-view';
import { orderWhileScrolling, type Shown } from './view/visible-rows';
import { watchViewport, type MeasuredViewport, type Scroller } from './viewport';

/** The part of the `<payment-history>` component that shows the view. */
export interface HistoryElement {
  readonly data: { phase: PagingPhase; readonly coveredTop: number };
  setData(diff: DataDiff, done?: () => void): void;
}

/** Sends a state to the element, and keeps what the person sees in its measured. */
export interface Renderer {
  /** A gap in the live rows, or the end of the loaded rows, is near the screen. */
  readonly onSight: EventSource<Viewport>['subscribe'];
  /** A state is on screen, also when it changed nothing there. */
  readonly onDrawn: EventSource['subscribe'];
  /** The part of the list around which rows are drawn. */
  readonly viewport: Viewport;
  /** Whether an observer has reported. Some WeChat versions never call them. */
  readonly isObserved: boolean;
  /** Measures where the history begins. */
  locate(): Promise<void>;
  /** Measures what is on screen and reports it to `onSight`. */
  look(): Promise<void>;
  /**
   * Draws a state with one `setData`; the first rows of a list take two, and a veil that cannot wait has its
   * own. While the page is hidden, nothing is sent but another list: its rows may be of another user.
   */
  render(state: HistoryState): void;
  /** Stops and allows drawing; `render` draws again after the page was hidden. */
  setHidden(hidden: boolean): void;
  dispose(): void;
}

/** How a renderer is set up. */
export interface RendererOptions {
  readonly texts: Texts;
  /** What the element shows already. */
  readonly metrics: HistoryView['metrics'];
  /** Reports the end of the loaded rows before it is on screen. */
  readonly isAhead: boolean;
  readonly clock: Pick<Clock, 'after'>;
  readonly scroller: Scroller;
}

/** Milliseconds after which an answer of WeChat counts as lost: it does not answer for a page that it loads again. */
const LOST_MS = 1000;

/** Milliseconds without a moved chunk after which the chunks are put in list order. */
const REST_MS = 400;

type Drawn = Pick<HistoryState, 'list' | 'listId' | 'goal' | 'viewport'>;

/** Starts with an empty list. */
export function createRenderer(
  element: HistoryElement,
  { texts, metrics, isAhead, clock, scroller }: RendererOptions,
): Renderer {
  const sight = createEvent<Viewport>();
  const drawn = createEvent();
  let view: HistoryView = { ...INITIAL_VIEW, metrics };
  let shown: Shown | undefined;
  let last: Drawn = {
    list: emptyLayout(metrics.heights),
    listId: 0,
    goal: null,
    viewport: { top: 0, height: 0 },
  };
  /** The last reported viewport, moved by what was scrolled since. */
  let viewport = last.viewport;
  let wanted: HistoryState | null = null;
  let isHidden = false;
  /** The measurement that is under way; null when there is none. */
  let measurement: ReturnType<typeof measure> | null = null;
  let isDisposed = false;
  let isObserved = false;
  /** Where the history begins, in px from the top of what scrolls. */
  let origin = 0;
  /** How often the list has been scrolled from here. */
  let scrolls = 0;
  let stopWatching = (): void => undefined;
  let stopResting = (): void => undefined;
  /** Draws the other rows near the screen; null unless the first chunk is being drawn alone. */
  let goOn: (() => void) | null = null;

  const measure = () =>
    new Promise<MeasuredViewport | null>((resolve) => {
      const stopWaiting = clock.after(LOST_MS, () => resolve(null));
      void scroller.measure(element.data.coveredTop).then(resolve).then(stopWaiting);
    });

  async function locate(): Promise<void> {
    origin = (await scroller.locate())?.origin ?? 0;
  }

  function scrollTo(scrollTop: number): void {
    scrolls += 1;
    scroller.scrollTo(scrollTop);
  }

  /** Shows the top of another list, where content of the host stands above the history. */
  async function scrollBack(): Promise<void> {
    const before = scrolls;
    const location = await scroller.locate();
    if (isHidden || isDisposed || !location) return;
    ({ origin } = location);
    // Meanwhile the list may have been scrolled to a month.
    if (scrolls === before && location.scrollTop > origin) scrollTo(origin);
  }

  /** Moves the viewport for a change above it. @returns Where to scroll the page, in px; null for nowhere. */
  function hold({ list, goal }: HistoryState, measured: MeasuredViewport): number | null {
    const shift = shiftBetween(last.list, list, measured.top + measured.covered);
    const goalTop = goal && goal !== last.goal ? monthTop(list, goal.month) : null;
    viewport = { ...viewport, top: goalTop ?? measured.top + shift };
    if (goalTop !== null) return measured.scrollTop - measured.top + goalTop - measured.covered;
    return shift === 0 ? null : measured.scrollTop + shift;
  }

  function orderAtRest(order: HistoryView['order']): void {
    stopResting();
    if (String(order) === String(view.order)) return;
    stopResting = clock.after(REST_MS, () => {
      view = { ...view, order };
      element.setData({ order });
    });
  }

  /** Hides the rows at once, whose user may be gone. */
  function veil(): void {
    view = { ...view, isVeiled: true };
    element.setData({ isVeiled: true });
  }

  /** The first chunk alone is on screen sooner than together with the others. @returns Call it when it is there. */
  function begin(): () => void {
    const own = (): void => {
      if (goOn !== own) return;
      goOn = null;
      stopWaiting();
      show();
    };
    const stopWaiting = clock.after(LOST_MS, own);
    return own;
  }

  function draw(state: HistoryState, measured: MeasuredViewport | null): void {
    const isOtherList = state.listId !== last.listId;
    if (isOtherList || state.viewport !== last.viewport) ({ viewport } = state);
    const held = measured && !isOtherList ? hold(state, measured) : null;
    const scrollTop = isOtherList ? 0 : held;
    const { list, listId, goal } = state;
    last = { list, listId, goal, viewport: state.viewport };
    const facts = { ...state, viewport };
    const before = view;
    const isBeginning = before.slots.length === 0 && list.outline.rows > 0 && viewport.top <= 0;
    const begun = isBeginning ? begin() : null;
    goOn = begun;
    const next = historyView(facts, texts, shown, isBeginning);
    view = { ...next, order: orderWhileScrolling(before, next) };
    shown = { facts, view };
    const diff = dataDiff(before, view);
    orderAtRest(next.order);
    const done = (): void => {
      // wx.pageScrollTo scrolls the page that covers a hidden one.
      if (isDisposed || isHidden) return;
      if (isOtherList && origin > 0) void scrollBack();
      else if (scrollTop !== null) scrollTo(scrollTop);
      // The report of an earlier draw does not say that the first rows are on screen.
      if (goOn) return begun?.();
      stopWatching();
      stopWatching = watchViewport(scroller, view, isAhead, (seen) => {
        isObserved = true;
        // A new watch, which reports all of it again, follows the first rows.
        if (!goOn) sight.emit(seen);
      });
      drawn.emit();
    };
    if (Object.keys(diff).length === 0) done();
    else element.setData(diff, done);
  }

  /** Draws the last state of `render`, or leaves it to what is still under way. */
  function show(): void {
    if (isDisposed || !wanted) return;
    const state = wanted;
    if (state.listId !== last.listId) {
      measurement = null;
      return draw(state, null);
    }
    if (isHidden) return;
    const isWaiting = measurement !== null || goOn !== null;
    // Rows on screen move only when rows above them come or go, so only then is the screen measured.
    const hasGoal = state.goal !== null && state.goal !== last.goal;
    const isMoved = hasGoal || !onlyGrows(last.list, state.list);
    if (!isWaiting && !isMoved) return draw(state, null);
    if (state.isVeiled && !view.isVeiled) veil();
    if (isWaiting) return;
    const asked = (measurement = measure());
    void asked.then((measured) => {
      if (measurement !== asked) return;
      measurement = null;
      if (wanted && !isHidden && !isDisposed) draw(wanted, measured);
    });
  }

  return {
    onSight: sight.subscribe,
    onDrawn: drawn.subscribe,
    get viewport() {
      return viewport;
    },
    get isObserved() {
      return isObserved;
    },
    locate,
    async look() {
      const measured = await measure();
      if (!measured || isHidden || isDisposed) return;
      sight.emit({ top: measured.top, height: scroller.height() });
    },
    render(state) {
      // No template reads the phase: it is written for UI tests and never sent.
      element.data.phase = state.paging.phase;
      wanted = state;
      show();
    },
    setHidden(hidden) {
      // While the page was hidden nothing was reported.
      if (hidden !== isHidden) goOn = null;
      isHidden = hidden;
      if (!hidden) return;
      stopWatching();
      stopResting();
    },
    dispose() {
      isDisposed = true;
      stopWatching();
      stopResting();
    },
  };
}
