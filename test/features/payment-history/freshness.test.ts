import { createFreshness } from '../../../miniprogram/features/payment-history/freshness';
import type { PagingPhase } from '../../../miniprogram/state/paging/paging-state';

const MINUTE = 60_000;

/** The time of the list after each of these phases, which follow each other by a minute; in minutes. */
function timesOf(...phases: PagingPhase[]): (number | null)[] {
  const freshness = createFreshness();
  return phases.map((phase, nth) => {
    freshness.follow(phase, nth * MINUTE);
    return freshness.at === null ? null : freshness.at / MINUTE;
  });
}

describe('the time of the list', () => {
  it('is when its newest payments came', () => {
    expect(timesOf('loading', 'ready', 'refreshing', 'ready')).toEqual([null, 1, 1, 3]);
  });

  it('stays when older payments come, or a refresh fails', () => {
    const phases = ['loading', 'ready', 'appending', 'ready', 'refreshing'] as const;
    expect(timesOf(...phases, 'refresh-failed').slice(1)).toEqual(Array(5).fill(1));
  });

  it('is unknown until there is an answer', () => {
    expect(timesOf('loading', 'failed')).toEqual([null, null]);
  });
});
