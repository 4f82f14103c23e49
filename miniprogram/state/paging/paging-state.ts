/**
 * The phase of a paged list. Every phase but `loading` keeps what is on screen:
 *
 *     idle → loading → ready ⇄ appending → append-failed
 *              ↓         ⇅
 *            failed   refreshing → refresh-failed
 */
export type PagingPhase =
  | 'idle'
  | 'loading'
  | 'failed'
  | 'ready'
  | 'appending'
  | 'append-failed'
  | 'refreshing'
  | 'refresh-failed';

/** An immutable snapshot of a paged list. */
export interface PagingState<Item> {
  readonly phase: PagingPhase;
  /**
   * In display order, no key twice. An item or a list that has not changed is the same object as in the
   * state before.
   */
  readonly items: readonly Item[];
  /**
   * Number of items from the top that were read since the last refresh. Those below may be outdated; the
   * next calls of `loadMore` read them again, page by page.
   */
  readonly confirmed: number;
  /** Grows when the list is replaced as a whole: by rows of which it had none, or by other sources. */
  readonly generation: number;
  /** Whether all items of the source are loaded and current. */
  readonly isLast: boolean;
  /** Whether `items` reaches the end of the source, as far as is known; not all of it need be current. */
  readonly reachesEnd: boolean;
  /**
   * Number of items in the source; null where the source does not say, says what cannot be true, or has
   * items that are not shown.
   */
  readonly total: number | null;
  /** The error of the last run; null unless the phase is a failed one. */
  readonly error: unknown;
}

/** Whether a run is under way. */
export function isBusy({ phase }: PagingState<unknown>): boolean {
  return phase === 'loading' || phase === 'appending' || phase === 'refreshing';
}

/** Whether scrolling may load more, or does so already. After a failure only the user's retry may. */
export function canLoadMore(state: PagingState<unknown>): boolean {
  return (state.phase === 'ready' || state.phase === 'appending') && !state.isLast;
}
