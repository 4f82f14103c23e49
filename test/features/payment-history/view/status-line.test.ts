import type { HistoryState } from '../../../../miniprogram/features/payment-history/history-state';
import { NO_FILTER } from '../../../../miniprogram/features/payment-history/query/filter';
import {
  NO_QUERY,
  type HistoryQuery,
} from '../../../../miniprogram/features/payment-history/query/history-query';
import { statusLine } from '../../../../miniprogram/features/payment-history/view/status-line';
import type { Order } from '../../../../miniprogram/domain/order';
import { ApiError, type ApiErrorKind } from '../../../../miniprogram/services/api-error';
import type { PagingState } from '../../../../miniprogram/state/paging/paging-state';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { historyState } from '../../support/history-state';
import { order } from '../../support/order';
import { pagingState } from '../../support/paging-state';

const zh = textsIn('zh-CN');
const en = textsIn('en');
const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/orders/' });

/** A list whose rows are all the loaded payments, but for the changes; one payment is loaded. */
function screen(
  changes: Partial<PagingState<Order>>,
  hasRows?: boolean,
  facts: Partial<HistoryState> = {},
) {
  const paging = pagingState([order()], changes);
  const rows = (hasRows ?? paging.items.length > 0) ? [order()] : [];
  return statusLine(historyState(rows, { paging, ...facts }), zh);
}

describe('the body', () => {
  it('has the shape of rows before and during the first load', () => {
    expect(screen({ phase: 'idle', items: [] }).body).toBe('skeleton');
    expect(screen({ phase: 'loading', items: [] }).body).toBe('skeleton');
  });

  it.each(['ready', 'appending', 'append-failed', 'refreshing', 'refresh-failed'] as const)(
    'is the list in %s',
    (phase) => {
      expect(screen({ phase }).body).toBe('list');
    },
  );

  it('is the list from the first moment with the snapshot of an earlier visit', () => {
    expect(screen({ phase: 'idle', items: [] }, true).body).toBe('list');
    expect(screen({ phase: 'loading', items: [] }, true).body).toBe('list');
    expect(screen({ phase: 'failed', items: [] }, true).body).toBe('list');
  });

  it('stays the list when no row of the first page is readable and pages remain', () => {
    expect(screen({ items: [] }).body).toBe('list');
  });

  it('is left to the notice when there are no payments', () => {
    expect(screen({ items: [], isLast: true }).body).toBe('nothing');
    expect(screen({ phase: 'failed', items: [] }).body).toBe('nothing');
  });
});

describe('the notice', () => {
  it('is null without a failure', () => {
    expect(screen({}).notice).toBeNull();
    expect(screen({ phase: 'append-failed', error: failure('server') }).notice).toBeNull();
  });

  it('says that an empty history is empty, without a button', () => {
    expect(screen({ items: [], isLast: true }).notice).toMatchObject({
      layout: 'page',
      tone: 'empty',
      title: '还没有支付记录',
      action: '',
    });
  });

  it('fills the page when the first load failed', () => {
    const error = failure('unauthorized');
    expect(screen({ phase: 'failed', items: [], error }).notice).toEqual({
      layout: 'page',
      tone: 'error',
      title: '登录已失效',
      advice: '请重试，仍不行请重新打开小程序',
      action: '重试',
    });
  });

  it('stands beside the list when a refresh failed', () => {
    const error = failure('network');
    expect(screen({ phase: 'refresh-failed', error }).notice).toMatchObject({
      layout: 'inline',
      title: '刷新失败：连不上网络',
    });
  });

  it('stands beside the snapshot when the first load failed', () => {
    const error = failure('network');
    expect(screen({ phase: 'failed', items: [], error }, true).notice).toMatchObject({
      layout: 'inline',
      title: '刷新失败：连不上网络',
    });
  });

  it.each(Object.keys(zh.errors) as (keyof typeof zh.errors)[])('has words for %s', (kind) => {
    const error = kind === 'unexpected' ? new TypeError('x is not a function') : failure(kind);
    const { notice } = screen({ phase: 'failed', items: [], error });
    expect(notice).toMatchObject({ title: zh.errors[kind].happened });
  });
});

describe('the footer', () => {
  it.each([
    [{}, 'loading', '正在加载更多'],
    [{ phase: 'refreshing' }, 'loading', '正在加载更多'],
    [{ items: [] }, 'none', ''],
    [{ phase: 'appending' }, 'loading', '正在加载更多'],
    [{ isLast: true }, 'end', '没有更多了'],
    [{ isLast: true, items: [] }, 'none', ''],
    [{ phase: 'append-failed', error: failure('timeout') }, 'error', '加载失败：网络超时'],
  ] as const)('of %j is %s', (changes, footer, footerText) => {
    expect(screen(changes)).toMatchObject({ footer, footerText });
  });

  it('below the snapshot of an earlier visit says that payments come, until the request failed', () => {
    expect(screen({ phase: 'loading', items: [] }, true).footer).toBe('loading');
    expect(screen({ phase: 'failed', items: [] }, true).footer).toBe('none');
  });
});

describe('the line of a retry', () => {
  it('stands above a list that is read again', () => {
    const retrying = { isRetrying: true };
    expect(screen({ phase: 'refreshing' }, true, retrying).retrying).toBe(true);
    expect(screen({ phase: 'loading', items: [] }, true, retrying).retrying).toBe(true);
    expect(screen({ phase: 'refreshing' }, true).retrying).toBe(false);
  });

  it('is hidden above a skeleton and after the answer', () => {
    const retrying = { isRetrying: true };
    expect(screen({ phase: 'loading', items: [] }, false, retrying).retrying).toBe(false);
    expect(screen({ phase: 'ready' }, true, retrying).retrying).toBe(false);
    expect(screen({ phase: 'appending' }, true, retrying).retrying).toBe(false);
  });
});

/** Two payments are loaded, of which `shown` match the query. */
function found(
  changes: Partial<PagingState<Order>>,
  query: HistoryQuery,
  shown: number,
  more: readonly Order[] = [],
) {
  const items = [
    order(),
    order({ key: 'T2', createdAt: Date.parse('2025-03-02T09:00:00+08:00') / 1000 }),
    ...more,
  ];
  const paging = pagingState(items, changes);
  const isPart = query.text !== '';
  return statusLine(historyState(items.slice(0, shown), { paging, query, isPart }), zh);
}

describe('a search', () => {
  const error = failure('network');
  const search: HistoryQuery = { ...NO_QUERY, text: '咖啡' };

  it('says how far it looked where the last payment has no time', () => {
    expect(found({}, search, 1, [order({ key: 'T3', createdAt: null })])).toMatchObject({
      footerText: '已加载的 3 笔（最早到2025年3月）中找到 1 笔',
    });
  });

  it('says how far it looked, and offers to look further', () => {
    expect(found({}, search, 1)).toMatchObject({
      body: 'list',
      footer: 'further',
      footerText: '已加载的 2 笔（最早到2025年3月）中找到 1 笔',
    });
  });

  it('says so while it looks further, and when all payments were searched', () => {
    expect(found({ phase: 'appending' }, search, 1)).toMatchObject({
      footer: 'loading',
      footerText: '已加载的 2 笔（最早到2025年3月）中找到 1 笔',
    });
    expect(found({ isLast: true }, search, 1)).toMatchObject({
      footer: 'end',
      footerText: '已找遍 2 笔，找到 1 笔',
    });
  });

  it('offers to look further when nothing was found so far', () => {
    expect(found({}, search, 0)).toMatchObject({
      body: 'nothing',
      footer: 'none',
      notice: { tone: 'empty', title: '已加载的记录中没有找到', action: '继续往前找' },
    });
    expect(found({ phase: 'appending' }, search, 0).notice).toMatchObject({
      title: '正在往前查找',
      action: '',
    });
  });

  it('offers all payments when nothing was found at all', () => {
    expect(found({ isLast: true }, search, 0).notice).toMatchObject({
      title: '没有找到',
      action: '查看全部',
    });
  });

  it('keeps the failure of a page in sight', () => {
    const failed = found({ phase: 'append-failed', error }, search, 1);
    expect(failed).toMatchObject({ footer: 'error', footerText: '加载失败：连不上网络' });
    const stuck = found({ phase: 'append-failed', error }, search, 0);
    expect(stuck).toMatchObject({
      body: 'list',
      footer: 'error',
      footerText: '加载失败：连不上网络',
    });
  });

  it('shows a failed refresh instead of the empty result', () => {
    const refreshed = found({ phase: 'refresh-failed', error, isLast: true }, search, 0);
    expect(refreshed).toMatchObject({ body: 'nothing', footer: 'none', notice: { tone: 'error' } });
  });
});

describe('a filter', () => {
  const empty = { items: [], confirmed: 0, isLast: true };
  const error = failure('network');

  it.each([
    ['paid', {}, '没有已支付的记录'],
    ['pending', {}, '没有待支付的记录'],
    ['refunded', {}, '没有退款记录'],
    ['paid', { gateway: 'qpay' }, '没有符合条件的记录'],
    ['all', { refund: 'failed' }, '没有符合条件的记录'],
  ] as const)('without a match says so and offers all payments: %s %j', (tab, changes, title) => {
    const query = { ...NO_QUERY, filter: { ...NO_FILTER, tab, ...changes } };
    expect(found(empty, query, 0)).toMatchObject({
      body: 'nothing',
      footer: 'none',
      notice: { layout: 'page', tone: 'empty', title, action: '查看全部' },
    });
  });

  it('is not mentioned in an empty history without a filter', () => {
    expect(found(empty, NO_QUERY, 0).notice?.title).toBe('还没有支付记录');
  });

  it('that hides expired payments is not mentioned in an empty history', () => {
    const query = { ...NO_QUERY, hidesExpired: true };
    expect(found(empty, query, 0)).toEqual(found(empty, NO_QUERY, 0));
  });

  it('that hides all payments, which have expired, says so and shows them', () => {
    const query = { ...NO_QUERY, hidesExpired: true };
    const all = { isLast: true, reachesEnd: true };
    expect(found(all, query, 0).notice).toEqual({
      ...{ layout: 'page', tone: 'empty', advice: '' },
      ...{ title: '这里只有过期未支付的记录，已隐藏', action: '显示' },
    });
  });

  it('changes nothing of a list that has rows, loads or failed', () => {
    const query = { ...NO_QUERY, filter: { ...NO_FILTER, tab: 'paid' as const } };
    for (const [changes, shown] of [
      [{}, 2],
      [{ phase: 'failed', items: [], error }, 0],
      [{ phase: 'loading', items: [] }, 0],
    ] as const) {
      expect(found(changes, query, shown)).toEqual(found(changes, NO_QUERY, shown));
    }
  });
});

describe('the offline banner', () => {
  const at = (text: string) => Date.parse(`${text}:00+08:00`);
  const now = at('2026-11-23T16:00');

  it.each([
    [at('2026-11-23T15:02'), '离线，内容更新于今天 15:02', 'Offline · Last update: Today 15:02'],
    [
      at('2026-11-22T15:02'),
      '离线，内容更新于11月22日 15:02',
      'Offline · Last update: Nov 22 15:02',
    ],
    [
      at('2025-11-22T15:02'),
      '离线，内容更新于2025年11月22日 15:02',
      'Offline · Last update: Nov 22, 2025 15:02',
    ],
    [null, '离线，连上网络后会自动加载', 'Offline. Loads once you are connected'],
  ])('above a list that was read at %s says %s', (readAt, inChinese, inEnglish) => {
    const state = historyState([order()], { isOffline: true, readAt, now });
    expect(statusLine(state, zh).offline).toBe(inChinese);
    expect(statusLine(state, en).offline).toBe(inEnglish);
  });

  it('names no time without payments, and is empty while there is a network', () => {
    const readAt = at('2026-11-23T15:02');
    const none = historyState([], { isOffline: true, readAt, now });
    expect(statusLine(none, zh).offline).toBe('离线，连上网络后会自动加载');
    expect(statusLine(historyState([order()], { readAt, now }), zh).offline).toBe('');
  });

  it.each([
    ['network', null],
    ['timeout', null],
    ['server', '刷新失败：服务暂时异常'],
  ] as [ApiErrorKind, string | null][])(
    'replaces a notice above the list that says the same: %s',
    (kind, title) => {
      const changes = { phase: 'refresh-failed', error: failure(kind), isLast: true } as const;
      expect(screen(changes, true, { isOffline: true }).notice?.title ?? null).toBe(title);
    },
  );

  it('keeps the notice instead of the list, which has the button', () => {
    const changes = { phase: 'failed', items: [], error: failure('network') } as const;
    expect(screen(changes, false, { isOffline: true }).notice?.action).toBe('重试');
  });
});
