import type { Clock } from '../../core/clock';
import { createEvent, type EventSource } from '../../core/event';
import type { PagingPhase } from '../../state/paging/paging-state';
import { isSameViewport, type Viewport } from '../../state/window/window';
import type { Texts } from '../../texts/texts';
import { dataDiff, type DataDiff } from '../shared/data-diff';
import type { HistoryState } from './history-state';
import { emptyLayout, monthTop, onlyGrows, shiftBetween } from './list-layout';
import { createScreen, LOST_MS, type Screen } from './screen';
import { historyView, INITIAL_VIEW, type HistoryView } from './view/history-view';
import { orderWhileScrolling, type Shown } from './view/visible-rows';
import type { MeasuredViewport, Scroller } from './viewport';

/** The part of the `<payment-history>` component that shows the view. */
export interface HistoryElement {
  readonly data: { phase: PagingPhase; readonly coveredTop: number };
  setData(diff: DataDiff, done?: () => void): void;
}

/** Sends a state to the element, and keeps what the person sees in its place. */
export interface Renderer extends Pick<Screen, 'onMove' | 'isObserved' | 'locate' | 'look'> {
  /** What was drawn is on screen, also when it changed nothing there. */
  readonly onDrawn: EventSource['subscribe'];
  /** It was reported what is on screen, and the rows around it are sent. */
  readonly onSight: EventSource['subscribe'];
  /** Takes the part of the list that is on screen, as an observer reports it; for tests and benchmarks. */
  move(viewport: Viewport): void;
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

/** Milliseconds without a moved chunk after which the chunks are put in list order. */
const REST_MS = 400;

/** Starts with an empty list. */
export function createRenderer(
  element: HistoryElement,
  { texts, metrics, isAhead, clock, scroller }: RendererOptions,
): Renderer {
  const coveredTop = () => element.data.coveredTop;
  const screen = createScreen({ scroller, coveredTop, isAhead, clock });
  const drawn = createEvent();
  const sight = createEvent();
  let view: HistoryView = { ...INITIAL_VIEW, metrics };
  let shown: Shown | undefined;
  let last: Pick<HistoryState, 'list' | 'listId' | 'goal'> = {
    list: emptyLayout(metrics.heights),
    listId: 0,
    goal: null,
  };
  let wanted: HistoryState | null = null;
  let isHidden = false;
  /** The measurement that is under way; null when there is none. */
  let measurement: ReturnType<Screen['measure']> | null = null;
  let isDisposed = false;
  let stopResting = (): void => undefined;
  /** The draw that must be on screen before the next one; null where none must. */
  let held: { readonly release: () => void } | null = null;

  /** Expects the screen where a change above it, or a month, takes it. @returns Where to scroll, in px; null for nowhere. */
  function follow({ list, goal }: HistoryState, measured: MeasuredViewport): number | null {
    const { top, height, scrollTop, covered } = measured;
    const shift = shiftBetween(last.list, list, top + covered);
    const goalTop = goal && goal !== last.goal ? monthTop(list, goal.month) : null;
    screen.expect({ top: goalTop ?? top + shift, height });
    if (goalTop !== null) return scrollTop - top + goalTop - covered;
    return shift === 0 ? null : scrollTop + shift;
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

  /** Keeps later states from being drawn until this draw is on screen; `release` draws the last of them. */
  function hold(): { readonly release: () => void } {
    const own = {
      release: (): void => {
        if (held !== own) return;
        held = null;
        stopWaiting();
        show();
      },
    };
    const stopWaiting = clock.after(LOST_MS, own.release);
    screen.unwatch();
    return own;
  }

  function draw(state: HistoryState, measured: MeasuredViewport | null): void {
    const isOtherList = state.listId !== last.listId;
    if (isOtherList) screen.restart();
    const scrollTop = measured && follow(state, measured);
    const { list, listId, goal } = state;
    last = { list, listId, goal };
    const { viewport } = screen;
    const facts = { ...state, viewport };
    const before = view;
    // The first chunk alone is on screen sooner than together with the others.
    const isBeginning = before.slots.length === 0 && list.outline.rows > 0 && viewport.top <= 0;
    // What is measured before the page is scrolled is not where the person is.
    const isScrolling = scrollTop !== null || (isOtherList && list.outline.rows > 0);
    const own = isBeginning || isScrolling ? hold() : null;
    held = own;
    const next = historyView(facts, texts, shown, isBeginning);
    view = { ...next, order: isHidden ? next.order : orderWhileScrolling(before, next) };
    shown = { facts, view };
    const diff = dataDiff(before, view);
    orderAtRest(next.order);
    const done = async (): Promise<void> => {
      // The draw of a former list neither scrolls nor watches this one.
      if (isDisposed || listId !== last.listId) return;
      if (isOtherList) await screen.showTop();
      else if (scrollTop !== null) await screen.scrollTo(scrollTop);
      // The report of an earlier draw does not say that this one is on screen.
      if (held) return own?.release();
      if (isDisposed || isHidden) return;
      screen.watch(view);
      drawn.emit();
    };
    if (Object.keys(diff).length === 0) void done();
    else element.setData(diff, () => void done());
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
    const isWaiting = measurement !== null || held !== null;
    // Rows on screen move only when rows above them come or go, so only then is the screen measured.
    const hasGoal = state.goal !== null && state.goal !== last.goal;
    const isMoved = hasGoal || !onlyGrows(last.list, state.list);
    if (!isWaiting && !isMoved) return draw(state, null);
    if (state.isVeiled && !view.isVeiled) veil();
    if (isWaiting) return;
    const asked = (measurement = screen.measure());
    void asked.then((measured) => {
      if (measurement !== asked) return;
      measurement = null;
      if (wanted && !isHidden && !isDisposed) draw(wanted, measured);
    });
  }

  screen.onSight(() => {
    if (!shown || !isSameViewport(screen.viewport, shown.facts.viewport)) show();
    if (!held) sight.emit();
  });

  return {
    onMove: screen.onMove,
    onSight: sight.subscribe,
    get isObserved() {
      return screen.isObserved;
    },
    locate: () => screen.locate(),
    onDrawn: drawn.subscribe,
    move: (viewport) => screen.see(viewport),
    look: () => screen.look(),
    render(state) {
      // No template reads the phase: it is written for UI tests and never sent.
      element.data.phase = state.paging.phase;
      wanted = state;
      show();
    },
    setHidden(hidden) {
      isHidden = hidden;
      screen.setHidden(hidden);
      if (hidden) stopResting();
    },
    dispose() {
      isDisposed = true;
      screen.dispose();
      stopResting();
    },
  };
}
