/**
 * Where a paged list stands. What is on screen survives every phase but `loading`:
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

/** An immutable picture of a paged list. */
export interface PagingState<Item> {
  readonly phase: PagingPhase;
  /**
   * In display order, no key twice. The same object for an item, and the same array for the list, mean
   * that nothing about it has changed.
   */
  readonly items: readonly Item[];
  /**
   * How many items from the top were read since the last refresh. Those below are shown as they were,
   * and are read again, page by page, by the next calls of `loadMore`.
   */
  readonly confirmed: number;
  /** Grows when the list was replaced as a whole: none of its rows, or another source. */
  readonly generation: number;
  /** All that the source has is here and current. */
  readonly isLast: boolean;
  /** `items` goes down to the end of the source, as far as is known; not all of it need be current. */
  readonly reachesEnd: boolean;
  /** How many items the source says it has; null where it does not say, or says what cannot be. */
  readonly total: number | null;
  /** What the last run failed with; null unless the phase is a failed one. */
  readonly error: unknown;
}

/** What belongs below the last item; `none` while more would come by scrolling. */
export type Footer = 'none' | 'loading' | 'end' | 'error';

/** The source was asked and has nothing at all. */
export function isEmpty(state: PagingState<unknown>): boolean {
  return state.isLast && state.items.length === 0;
}

/** Something is on its way. */
export function isBusy({ phase }: PagingState<unknown>): boolean {
  return phase === 'loading' || phase === 'appending' || phase === 'refreshing';
}

/** Whether scrolling may bring more, or brings it already; after a failure only the person's retry may. */
export function canLoadMore(state: PagingState<unknown>): boolean {
  return (state.phase === 'ready' || state.phase === 'appending') && !state.isLast;
}

/** The state of the list's end, as the person sees it. */
export function footerOf(state: PagingState<unknown>): Footer {
  const stopped = state.phase === 'append-failed' || state.phase === 'refresh-failed';
  if (stopped && !state.isLast) return 'error';
  if (state.reachesEnd) return state.items.length > 0 ? 'end' : 'none';
  return state.phase === 'appending' ? 'loading' : 'none';
}
