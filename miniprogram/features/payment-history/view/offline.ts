import type { Clock } from '../../../core/clock';
import { beijingTime } from '../../../domain/time';
import type { PagingPhase } from '../../../state/paging/paging-state';
import type { Texts } from '../../../texts/texts';
import { isNetworkFailure } from '../../shared/retry-when-online';
import type { Screen } from './status';

/** Knows since when the list is as it is. */
export interface Freshness {
  /** Milliseconds since the Unix epoch at which the newest payments on screen were read; null while none were. */
  readonly at: number | null;
  follow(phase: PagingPhase): void;
}

/**
 * Begins with what an earlier visit left.
 *
 * @param before - Milliseconds since the Unix epoch; null where nothing was left.
 */
export function createFreshness(before: () => number | null, clock: Pick<Clock, 'now'>): Freshness {
  let readAt: number | null = null;
  let isReading = false;
  return {
    get at() {
      return readAt ?? before();
    },
    follow(phase) {
      if (phase === 'ready' && isReading) readAt = clock.now();
      isReading = phase === 'loading' || phase === 'refreshing';
    },
  };
}

/** What the banner of a phone without network says. */
export function offlineText(at: number | null, now: number, texts: Texts): string {
  return at === null
    ? texts.offline.nothing
    : texts.offline.asOf(texts.time(beijingTime(at / 1000), beijingTime(now / 1000)));
}

/** While the banner says that there is no network, a line above the list that says so again is left out. */
export function withoutEcho(screen: Screen, error: unknown): Screen {
  const isEcho = screen.notice?.layout === 'inline' && isNetworkFailure(error);
  return isEcho ? { ...screen, notice: null } : screen;
}
