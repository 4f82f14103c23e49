import { jumpView } from '../../../../miniprogram/features/payment-history/view/jump-view';
import { ApiError } from '../../../../miniprogram/services/api-error';
import type { PagingState } from '../../../../miniprogram/state/paging/paging-state';
import type { Order } from '../../../../miniprogram/domain/order';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { order } from '../../support/order';
import { pagingState } from '../../support/paging-state';

const zh = textsIn('zh-CN');
const at = (time: string) => Date.parse(`${time}+08:00`) / 1000;
const TARGET = { year: 2026, month: 1 };
const READ = [
  order({ key: 'a', createdAt: at('2026-11-01T00:00:00') }),
  order({ key: 'b', createdAt: at('2026-06-15T00:00:00') }),
  order({ key: 'c', createdAt: null }),
];

const view = (changes: Partial<PagingState<Order>> = {}, isWaiting = false, orders = READ) =>
  jumpView({ paging: pagingState(orders, changes), isWaiting }, TARGET, zh);

describe('the way to a month', () => {
  it('says how far back the list was read', () => {
    expect(view({ total: 900 })).toEqual({
      title: '正在跳转到2026年1月',
      progress: '已到2026年6月 · 已读取 3 / 900 笔',
      percent: 50,
      ...{ wait: '', failure: '', retry: '重试' },
    });
    expect(view({ total: 2 }).progress).toBe('已到2026年6月 · 已读取 3 笔');
  });

  it('counts only payments that are current', () => {
    expect(view({ confirmed: 1, total: 900 })).toMatchObject({
      progress: '已到2026年11月 · 已读取 1 / 900 笔',
      percent: 0,
    });
  });

  it('has no length where no payment has a time', () => {
    expect(view({}, false, [order({ createdAt: null })])).toMatchObject({
      progress: '已读取 1 笔',
      percent: null,
    });
  });

  it('is never longer than the whole way', () => {
    const old = order({ key: 'd', createdAt: at('2025-01-01T00:00:00') });
    expect(view({}, false, [...READ, old]).percent).toBe(100);
  });

  it('says that requests wait for the limit per minute', () => {
    expect(view({}, true).wait).toBe('记录较多，正在排队读取，会自动继续');
  });

  it('says why it does not go on', () => {
    const error = new ApiError({ kind: 'network', method: 'GET', path: '/orders/' });
    const phase = 'append-failed';
    expect(view({ phase, error }).failure).toBe('加载失败：连不上网络');
  });
});
