import {
  createFreshness,
  offlineText,
  withoutEcho,
} from '../../../../miniprogram/features/payment-history/view/offline';
import { screenOf } from '../../../../miniprogram/features/payment-history/view/status';
import { ApiError, type ApiErrorKind } from '../../../../miniprogram/services/api-error';
import type { PagingPhase, PagingState } from '../../../../miniprogram/state/paging/paging-state';
import { textsIn } from '../../../../miniprogram/texts/texts';

const zh = textsIn('zh-CN');
const en = textsIn('en');
const at = (text: string) => Date.parse(`${text}:00+08:00`);

/** The time at which the list is, after each of these phases, with a clock that goes on by a minute each. */
function timesOf(before: number | null, ...phases: PagingPhase[]): (number | null)[] {
  let now = at('2026-11-23T15:00');
  const freshness = createFreshness(() => before, { now: () => now });
  return phases.map((phase) => {
    now += 60_000;
    freshness.follow(phase);
    return freshness.at;
  });
}

describe('the time of the list', () => {
  it('is when its newest payments came', () => {
    const [first, third] = [at('2026-11-23T15:02'), at('2026-11-23T15:04')];
    expect(timesOf(null, 'loading', 'ready', 'refreshing', 'ready')).toEqual([
      null,
      first,
      first,
      third,
    ]);
  });

  it('stays when older payments come, or nothing does', () => {
    const phases = [
      'loading',
      'ready',
      'appending',
      'ready',
      'refreshing',
      'refresh-failed',
    ] as const;
    expect(timesOf(null, ...phases).slice(1)).toEqual(Array(5).fill(at('2026-11-23T15:02')));
  });

  it('is that of the earlier visit until there is an answer', () => {
    const before = at('2026-11-22T09:00');
    expect(timesOf(before, 'loading', 'failed')).toEqual([before, before]);
  });
});

describe('the banner', () => {
  const now = at('2026-11-23T16:00');

  it.each([
    [at('2026-11-23T15:02'), '离线，显示今天 15:02 的记录', 'Offline · Last update: Today 15:02'],
    [
      at('2026-11-22T15:02'),
      '离线，显示11月22日 15:02 的记录',
      'Offline · Last update: Nov 22 15:02',
    ],
    [
      at('2025-11-22T15:02'),
      '离线，显示2025年11月22日 15:02 的记录',
      'Offline · Last update: Nov 22, 2025 15:02',
    ],
    [null, '离线，连上网络后会自动加载', 'Offline. Loads once you are connected'],
  ])('of a list as of %s says %s', (time, inChinese, inEnglish) => {
    expect(offlineText(time, now, zh)).toBe(inChinese);
    expect(offlineText(time, now, en)).toBe(inEnglish);
  });

  it.each([
    ['network', null],
    ['timeout', null],
    ['server', '刷新失败：服务出了问题'],
  ] as [ApiErrorKind, string | null][])(
    'replaces what says the same above the list: %s',
    (kind, title) => {
      const error = new ApiError({ kind, method: 'GET', path: '/' });
      const state = { phase: 'refresh-failed', error, isLast: true } as PagingState<unknown>;
      const said = withoutEcho(screenOf(state, true, zh), error);
      expect(said.notice?.title ?? null).toBe(title);
    },
  );

  it('leaves what stands instead of the list, which has the way on', () => {
    const error = new ApiError({ kind: 'network', method: 'GET', path: '/' });
    const state = { phase: 'failed', error } as PagingState<unknown>;
    expect(withoutEcho(screenOf(state, false, zh), error).notice?.action).toBe('重试');
  });
});
