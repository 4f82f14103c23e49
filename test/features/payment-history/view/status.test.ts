import { screenOf } from '../../../../miniprogram/features/payment-history/view/status';
import { ApiError, type ApiErrorKind } from '../../../../miniprogram/services/api-error';
import type { PagingState } from '../../../../miniprogram/state/paging/paging-state';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { pagingState } from '../../support/paging-state';

const zh = textsIn('zh-CN');
const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/orders/' });
const screen = (changes: Partial<PagingState<string>>, hasRows?: boolean) => {
  const whole = pagingState(['a'], changes);
  return screenOf(whole, hasRows ?? whole.items.length > 0, zh);
};

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

  it('is the list from the first moment when an earlier visit left one', () => {
    expect(screen({ phase: 'idle', items: [] }, true).body).toBe('list');
    expect(screen({ phase: 'loading', items: [] }, true).body).toBe('list');
    expect(screen({ phase: 'failed', items: [] }, true).body).toBe('list');
  });

  it('stays open for more when nothing of the first page could be read', () => {
    expect(screen({ items: [] }).body).toBe('list');
  });

  it('is left to the notice when there is nothing', () => {
    expect(screen({ items: [], isLast: true }).body).toBe('nothing');
    expect(screen({ phase: 'failed', items: [] }).body).toBe('nothing');
  });
});

describe('the notice', () => {
  it('is silent while all is well', () => {
    expect(screen({}).notice).toBeNull();
    expect(screen({ phase: 'append-failed', error: failure('server') }).notice).toBeNull();
  });

  it('says of an empty history that it is empty, without a button', () => {
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

  it('stands beside what an earlier visit left when the first load failed', () => {
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
    [
      { phase: 'append-failed', error: failure('timeout') },
      'error',
      '加载失败：等待太久，没有回应',
    ],
  ] as const)('of %j is %s', (changes, footer, footerText) => {
    expect(screen(changes)).toMatchObject({ footer, footerText });
  });
});
