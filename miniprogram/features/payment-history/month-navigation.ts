import { createEvent, type EventSource } from '../../core/event';
import type { Texts } from '../../texts/texts';
import type { HistoryState } from './history-state';
import type { ListLayout } from './list-layout';
import type * as monthJump from './month-jump';
import type { YearMonth } from './months';
import type { OrderList } from './order-list';

type NavigationState = Pick<HistoryState, 'openMonth' | 'goal' | 'jump'>;

/** The month menu of a history, and the way to a month. */
export interface MonthNavigation {
  readonly state: NavigationState;
  /** A jump has ended at another month than its target; the words say so. */
  readonly onLanded: EventSource<string>['subscribe'];
  /** Opens the month menu. @param month - Title of the month whose header was tapped. */
  open(month: string): void;
  /** Closes the month menu and ends the jump. */
  close(): void;
  /** Scrolls to the header of a loaded month. */
  goTo(month: string): void;
  /** Scrolls to a month once the list is drawn; where the list does not reach it, reads back first. */
  jumpTo(target: YearMonth): void;
  /** Takes the list that is drawn, and reads on for a jump. */
  follow(): void;
  /** Closes the menu of an empty list; a jump goes on. */
  closeEmpty(): void;
  /** Forgets everything, for another list. */
  reset(): void;
}

/** Pages that a jump keeps on their way. */
const JUMP_PAGES = 2;

const AT_REST: NavigationState = { openMonth: null, goal: null, jump: null };

/**
 * Starts with the menu closed.
 *
 * @param layout - The present list.
 * @param changed - Called when `state` has changed.
 */
export function createMonthNavigation(
  list: Pick<OrderList, 'paging' | 'query' | 'loadMore'>,
  layout: () => ListLayout,
  texts: Texts,
  changed: () => void,
): MonthNavigation {
  const landed = createEvent<string>();
  let state = AT_REST;

  function set(next: Partial<NavigationState>): void {
    state = { openMonth: null, goal: state.goal, jump: null, ...next };
    changed();
  }

  function follow(): void {
    const { jump } = state;
    if (!jump) return;
    const { nextStep } = require('./month-jump') as typeof monthJump;
    const step = nextStep(jump.target, layout().months, list, texts);
    if (step === 'wait') return;
    if (typeof step === 'string') {
      // The menu does not flash where the month is loaded already.
      if (!jump.isShown) set({ jump: { ...jump, isShown: true } });
      if (step === 'read') void list.loadMore(JUMP_PAGES);
      return;
    }
    set({ goal: step.month === null ? state.goal : { month: step.month } });
    if (step.words) landed.emit(step.words);
  }

  return {
    get state() {
      return state;
    },
    onLanded: landed.subscribe,
    open: (openMonth) => set({ openMonth }),
    close: () => set({}),
    goTo: (month) => set({ goal: { month } }),
    jumpTo(target) {
      state = { ...state, openMonth: null, jump: { target, isShown: state.openMonth !== null } };
      changed();
    },
    follow,
    closeEmpty() {
      if (state.openMonth !== null) state = { ...state, openMonth: null };
    },
    reset: () => void (state = AT_REST),
  };
}
