import { NO_FILTER } from '../../../../miniprogram/features/payment-history/query/filter';
import {
  NO_FINDING,
  type Finding,
} from '../../../../miniprogram/features/payment-history/view/find';
import { searchStatus } from '../../../../miniprogram/features/payment-history/view/search-status';
import { screenOf } from '../../../../miniprogram/features/payment-history/view/status';
import type { Order } from '../../../../miniprogram/domain/order';
import { ApiError } from '../../../../miniprogram/services/api-error';
import type { PagingState } from '../../../../miniprogram/state/paging/paging-state';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { order } from '../../support/order';
import { pagingState } from '../../support/paging-state';

const zh = textsIn('zh-CN');
const error = new ApiError({ kind: 'network', method: 'GET', path: '/orders/' });
const search: Finding = { filter: NO_FILTER, text: '咖啡' };

function screen(changes: Partial<PagingState<Order>>, finding: Finding, shown: number) {
  const items = [
    order(),
    order({ key: 'T2', createdAt: Date.parse('2025-03-02T09:00:00+08:00') / 1000 }),
  ];
  const state = pagingState(items, changes);
  const isPart = finding.text !== '';
  const found = { finding, isPart, shown };
  const plain = screenOf(state, state.items.length > 0, zh);
  return { plain, ...searchStatus(plain, state, found, zh) };
}

describe('a search', () => {
  it('says how far it looked, and leaves looking further to the person', () => {
    expect(screen({}, search, 1)).toMatchObject({
      body: 'list',
      footer: 'further',
      footerText: '已加载的 2 笔（最早到2025年3月）中找到 1 笔',
    });
  });

  it('says so while it looks further, and when it is through', () => {
    expect(screen({ phase: 'appending' }, search, 1).footer).toBe('loading');
    expect(screen({ isLast: true }, search, 1)).toMatchObject({
      footer: 'end',
      footerText: '已找遍 2 笔，找到 1 笔',
    });
  });

  it('offers to look further when nothing was found so far', () => {
    expect(screen({}, search, 0)).toMatchObject({
      body: 'nothing',
      footer: 'none',
      notice: { tone: 'empty', title: '已加载的记录中没有找到', action: '继续往前找' },
    });
    expect(screen({ phase: 'appending' }, search, 0).notice).toMatchObject({
      title: '正在往前查找',
      action: '',
    });
  });

  it('offers the way out when there is nothing at all', () => {
    expect(screen({ isLast: true }, search, 0).notice).toMatchObject({
      title: '没有找到',
      action: '查看全部',
    });
  });

  it('keeps what failed in sight', () => {
    const failed = screen({ phase: 'append-failed', error }, search, 1);
    expect(failed).toMatchObject({ footer: 'error', footerText: '加载失败：连不上网络' });
    const stuck = screen({ phase: 'append-failed', error }, search, 0);
    expect(stuck).toMatchObject({ footer: 'error', footerText: '加载失败：连不上网络' });
  });
});

describe('a filter', () => {
  const empty = { items: [], confirmed: 0, isLast: true };

  it.each([
    ['paid', {}, '没有已支付的记录'],
    ['pending', {}, '没有待支付的记录'],
    ['refunded', {}, '没有退款记录'],
    ['paid', { gateway: 'qpay' }, '没有符合条件的记录'],
    ['all', { refund: 'failed' }, '没有符合条件的记录'],
  ] as const)('of nothing says so and leads out: %s %j', (tab, changes, title) => {
    const finding = { filter: { ...NO_FILTER, tab, ...changes }, text: '' };
    expect(screen(empty, finding, 0)).toMatchObject({
      body: 'nothing',
      footer: 'none',
      notice: { layout: 'page', tone: 'empty', title, action: '查看全部' },
    });
  });

  it('is not what an empty history is told of', () => {
    expect(screen(empty, NO_FINDING, 0).notice?.title).toBe('还没有支付记录');
  });

  it('changes nothing of a list that has something, loads or failed', () => {
    const finding = { filter: { ...NO_FILTER, tab: 'paid' as const }, text: '' };
    for (const changes of [
      {},
      { phase: 'failed', items: [], error },
      { phase: 'loading', items: [] },
    ]) {
      const { plain, ...rest } = screen(changes as Partial<PagingState<Order>>, finding, 2);
      expect(rest).toEqual(plain);
    }
  });
});
