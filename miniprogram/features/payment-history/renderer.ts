import type { HistoryData, HistoryScreen } from './history-data';
import type { HistoryList, ListContent, ListPicture } from './history-list';
import { dataDiff } from '../shared/data-diff';
import type { MeasuredViewport } from './viewport';

/** What a picture of the history is made from. */
export interface Subject {
  /** The list as it is now. */
  readonly content: () => ListContent;
  /** Everything around the list as it is now. */
  readonly around: () => Omit<HistoryData, keyof ListPicture>;
}

/** Puts the history on its screen: sends what changed, and leaves what is seen where it is. */
export interface Renderer {
  readonly redraw: () => void;
  /** From now on it is another list than before: the next picture shows it from its top. */
  beginAnew(): void;
  /** Shows a month from its header on, at the top of the screen, however far away it is. */
  goTo(month: string): void;
  /** While the page is hidden nothing is drawn; what happened meanwhile is drawn at once afterwards. */
  setHidden(hidden: boolean): void;
  /** Draws nothing any more. */
  dispose(): void;
}

/** @param shown - What the screen shows to begin with. */
export function createRenderer(
  shown: HistoryData,
  list: HistoryList,
  screen: HistoryScreen,
  { content, around }: Subject,
): Renderer {
  let isHidden = false;
  let isMeasuring = false;
  let isDisposed = false;
  let beginsAnew = false;
  /** The month to go to. */
  let goal: string | null = null;

  /** Where to scroll for the goal, around which the list is drawn then; null where there is none. */
  function reachGoal({ top, scrollTop, covered }: MeasuredViewport): number | null {
    const goalTop = goal === null ? null : list.goTo(goal);
    if (goalTop === null) return null;
    list.update(content(), null);
    return scrollTop - top + goalTop - covered;
  }

  function draw(place: MeasuredViewport | null): void {
    if (beginsAnew) list.move({ top: 0, height: 0 });
    const shift = list.update(content(), place);
    const reached = place && reachGoal(place);
    goal = null;
    const next = { ...list.view, ...around() };
    const patch = dataDiff(shown, next);
    shown = next;
    const held = place && shift !== 0 ? place.scrollTop + shift : null;
    const scrollTop = beginsAnew ? 0 : (reached ?? held);
    beginsAnew = false;
    // Also when nothing changed on screen: there may be more to come now.
    screen.show(patch, scrollTop);
  }

  /** What is on screen can move only when rows above it come or go, so only then is it measured. */
  function redraw(): void {
    if (isHidden || isMeasuring || isDisposed) return;
    const isMoved = goal !== null || !list.onlyGrowsTo(content().orders);
    if (beginsAnew || !isMoved) return draw(null);
    isMeasuring = true;
    void screen.measure().then((place) => {
      isMeasuring = false;
      if (!isHidden && !isDisposed) draw(beginsAnew ? null : place);
    });
  }

  return {
    redraw,
    beginAnew() {
      beginsAnew = true;
      goal = null;
      list.openMenu(null);
    },
    goTo(month) {
      goal = month;
      list.openMenu(null);
      redraw();
    },
    setHidden(hidden) {
      isHidden = hidden;
      redraw();
    },
    dispose() {
      isDisposed = true;
    },
  };
}
