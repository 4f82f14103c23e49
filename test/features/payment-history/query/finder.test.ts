import {
  NO_FILTER,
  type HistoryFilter,
} from '../../../../miniprogram/features/payment-history/query/filter';
import { createFinder } from '../../../../miniprogram/features/payment-history/query/finder';
import type { Order } from '../../../../miniprogram/domain/order';
import type { OrderNumber } from '../../../../miniprogram/services/orders/orders';
import { ApiError, type ApiErrorKind } from '../../../../miniprogram/services/api-error';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { order } from '../../support/order';

const NUMBER = '4200002345202611231234567890';
const settle = () => new Promise((resolve) => setImmediate(resolve));
const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/orders/' });

/** A finder over some loaded payments, with a service whose answers are given by hand. */
function start({ initial = NO_FILTER, loaded = [order()] } = {}) {
  const asked: { number: OrderNumber; answer(order: Order): void; fail(error: Error): void }[] = [];
  const filters: HistoryFilter[] = [];
  const found: (string | null)[] = [];
  let changes = 0;
  const get = (number: OrderNumber) =>
    new Promise<Order>((answer, fail) => void asked.push({ number, answer, fail }));
  const finder = createFinder(initial, {
    orders: { get } as Parameters<typeof createFinder>[1]['orders'],
    texts: textsIn('zh-CN'),
    loaded: () => loaded,
    onFilter: (filter) => filters.push(filter),
    onChange: () => (changes += 1),
    onFound: ({ transactionNo }) => found.push(transactionNo),
  });
  const chips = () => finder.view.chips.map(({ key, text }) => `${key} ${text}`);
  return { finder, asked, filters, found, chips, changes: () => changes };
}

describe('filters', () => {
  it('begin the list anew only when they are others', () => {
    const { finder, filters } = start();
    finder.ask({ what: 'tab', tab: 'pending' });
    finder.ask({ what: 'apply', choices: { refund: '', gateway: '' } });
    finder.ask({ what: 'apply', choices: { refund: 'partial', gateway: 'alipay' } });
    expect(filters).toEqual([
      { ...NO_FILTER, tab: 'pending' },
      { ...NO_FILTER, tab: 'pending', refund: 'partial', gateway: 'alipay' },
    ]);
  });

  it('are seen as chips, and go one by one or all at once, but for the tab', () => {
    const initial = { ...NO_FILTER, merchandiseRecordId: 'r1', merchandiseSchemaId: '7' };
    const { finder, chips, filters } = start({ initial });
    finder.ask({ what: 'tab', tab: 'paid' });
    finder.ask({ what: 'apply', choices: { refund: 'none', gateway: 'qpay' } });
    expect(chips()).toEqual(['merchandise 当前商品', 'refund 无退款', 'gateway QQ钱包']);
    expect(finder.view).toMatchObject({ button: '筛选 2', isFiltered: true, tab: 'paid' });
    finder.ask({ what: 'remove', chip: 'merchandise' });
    finder.ask({ what: 'remove', chip: 'refund' });
    expect(chips()).toEqual(['gateway QQ钱包']);
    finder.ask({ what: 'clear' });
    expect(filters[filters.length - 1]).toEqual({ ...NO_FILTER, tab: 'paid' });
    finder.showAll();
    expect(finder.isAll).toBe(true);
  });

  it('offer no absence of refunds among refunds, and drop it there', () => {
    const { finder } = start({ initial: { ...NO_FILTER, refund: 'none' } });
    const offered = () => finder.view.groups[0]?.options.map(({ value }) => value);
    expect(offered()).toEqual(['', 'none', 'partial', 'complete', 'failed']);
    finder.ask({ what: 'tab', tab: 'refunded' });
    expect(offered()).toEqual(['', 'partial', 'complete', 'failed']);
    expect(finder.view.choices).toEqual({ refund: '', gateway: '' });
  });

  it('sift what is loaded only where the server cannot', () => {
    const { finder } = start();
    const orders = [order({ key: 'a' }), order({ key: 'b', gateway: 'unknown' })];
    expect(finder.sift(orders)).toBe(orders);
    finder.ask({ what: 'apply', choices: { refund: '', gateway: 'unknown' } });
    expect(finder.isPart).toBe(true);
    expect(finder.sift(orders)).toEqual([orders[1]]);
    expect(finder.sift(orders)).toBe(finder.sift(orders));
  });
});

describe('a text', () => {
  it('shows what it describes among what is loaded, without a request', () => {
    const { finder, asked, filters, chips } = start();
    const orders = [order({ description: '月卡' }), order({ description: '咖啡' })];
    finder.ask({ what: 'search', text: ' 咖啡 ' });
    expect(finder.sift(orders)).toEqual([orders[1]]);
    expect(finder.view.text).toBe('咖啡');
    expect(chips()).toEqual([]);
    finder.ask({ what: 'search', text: '' });
    expect(finder.sift(orders)).toBe(orders);
    expect([asked, filters]).toEqual([[], []]);
  });
});

describe('a number', () => {
  it('that is loaded opens at once', () => {
    const { finder, asked, found } = start();
    finder.ask({ what: 'search', text: 'M1' });
    finder.ask({ what: 'search', text: ' T1 ' });
    expect(found).toEqual(['T1', 'T1']);
    expect(asked).toEqual([]);
  });

  it('is asked for by both names, and opens', async () => {
    const { finder, asked, found } = start();
    finder.ask({ what: 'search', text: `订单号：${NUMBER}` });
    expect(finder.view.lookup?.title).toBe('正在查找这个号码');
    asked[0]?.fail(failure('not-found'));
    await settle();
    asked[1]?.answer(order({ transactionNo: 'T9' }));
    await settle();
    expect(asked.map(({ number }) => number)).toEqual([
      { transactionNo: NUMBER },
      { tradeNo: NUMBER },
    ]);
    expect(found).toEqual(['T9']);
    expect(finder.view.lookup).toBeNull();
  });

  it('that nobody has is said to be unknown', async () => {
    const { finder, asked, found } = start();
    finder.ask({ what: 'search', text: NUMBER });
    asked[0]?.fail(failure('not-found'));
    await settle();
    asked[1]?.fail(failure('not-found'));
    await settle();
    expect(finder.view.lookup).toMatchObject({ title: '没有找到这个号码的支付记录', action: '' });
    expect(found).toEqual([]);
  });

  it('can be tried again after a failure', async () => {
    const { finder, asked, found } = start();
    finder.ask({ what: 'search', text: NUMBER });
    asked[0]?.fail(failure('network'));
    await settle();
    expect(finder.view.lookup).toMatchObject({ title: '连不上网络', action: '重试' });
    finder.ask({ what: 'retry' });
    asked[1]?.answer(order());
    await settle();
    expect(found).toEqual(['T1']);
  });

  it('opens nothing when something else is wanted meanwhile', async () => {
    const { finder, asked, found, changes } = start();
    finder.ask({ what: 'search', text: NUMBER });
    finder.ask({ what: 'tab', tab: 'paid' });
    const before = changes();
    asked[0]?.answer(order());
    await settle();
    expect(found).toEqual([]);
    expect(finder.view.lookup).toBeNull();
    expect(changes()).toBe(before);
  });
});
