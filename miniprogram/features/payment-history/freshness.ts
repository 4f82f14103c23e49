import type { PagingPhase } from '../../state/paging/paging-state';

/** Knows when the newest payments of a list were read. */
export interface Freshness {
  /** Milliseconds since the Unix epoch; null before the first answer. */
  readonly at: number | null;
  /** Takes the next phase. @param now - Milliseconds since the Unix epoch. */
  follow(phase: PagingPhase, now: number): void;
}

/** Starts before the first answer. */
export function createFreshness(): Freshness {
  let at: number | null = null;
  let isReading = false;
  return {
    get at() {
      return at;
    },
    follow(phase, now) {
      // `ready` also follows a later page, which brings older payments only.
      if (phase === 'ready' && isReading) at = now;
      isReading = phase === 'loading' || phase === 'refreshing';
    },
  };
}
