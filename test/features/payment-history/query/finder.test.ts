import type { FindRequest } from '../../../../miniprogram/components/find-bar/find-bar';
import { NO_FILTER } from '../../../../miniprogram/features/payment-history/query/filter';
import { createFinder } from '../../../../miniprogram/features/payment-history/query/finder';
import { findView } from '../../../../miniprogram/features/payment-history/view/find';
import type { Order } from '../../../../miniprogram/domain/order';
import type { OrderNumber } from '../../../../miniprogram/services/orders/orders';
import { ApiError, type ApiErrorKind } from '../../../../miniprogram/services/api-error';
import { createOrderCache } from '../../../../miniprogram/services/orders/order-cache';
import { textsIn } from '../../../../miniprogram/texts/texts';
import { order } from '../../support/order';

const NUMBER = '1kTbLDhGaVvUCmFCzEzhTg7wQ2rX9yPn';
const WECHAT = '4200002345202611231234567890';
const ANY_AMOUNT = { fromFen: null, toFen: null };
const settle = () => new Promise((resolve) => setImmediate(resolve));
const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/orders/' });

/** A finder over some loaded payments, with a service whose answers are given by hand. */
function start({ initial = NO_FILTER, loaded = [order()], cached = [] as Order[] } = {}) {
  const asked: { number: OrderNumber; answer(order: Order): void; fail(error: Error): void }[] = [];
  const get = (number: OrderNumber) =>
    new Promise<Order>((answer, fail) => void asked.push({ number, answer, fail }));
  const texts = textsIn('zh-CN');
  const orderCache = createOrderCache({ onUserChange: () => () => undefined });
  cached.forEach((one) => orderCache.keep(one));
  const finder = createFinder(initial, { orders: { get }, orderCache }, texts);
  const handle = (request: FindRequest) => finder.handle(request, loaded);
  const view = (matches = 0) => findView(finder.query, finder.lookup, texts, '', matches);
  const chips = () => view().chips.map(({ key, text }) => `${key} ${text}`);
  return { finder, handle, asked, view, chips };
}

const NOTHING = { changed: 'nothing', found: null, numbers: [] };

describe('filters', () => {
  it('the source changes only when the filters differ', () => {
    const { finder, handle } = start();
    expect(handle({ what: 'tab', tab: 'pending' })).toMatchObject({ changed: 'source' });
    expect(finder.query.filter).toEqual({ ...NO_FILTER, tab: 'pending' });
    expect(
      handle({ what: 'apply', choices: { refund: '', gateway: '' }, amount: ANY_AMOUNT }),
    ).toEqual(NOTHING);
    const choices = { refund: 'partial', gateway: 'alipay' };
    expect(handle({ what: 'apply', choices, amount: ANY_AMOUNT })).toMatchObject({
      changed: 'source',
    });
    expect(finder.query.filter).toEqual({ ...NO_FILTER, tab: 'pending', ...choices });
  });

  it('every filter except for the tab has a chip, and chips are removed one by one or all at once', () => {
    const initial = { ...NO_FILTER, merchandiseRecordId: 'r1', merchandiseSchemaId: '7' };
    const { finder, handle, view, chips } = start({ initial });
    handle({ what: 'tab', tab: 'paid' });
    handle({ what: 'apply', choices: { refund: 'none', gateway: 'qpay' }, amount: ANY_AMOUNT });
    expect(chips()).toEqual(['merchandise 当前商品', 'refund 无退款', 'gateway QQ钱包']);
    expect(view()).toMatchObject({ button: '筛选 2', isFiltered: true, tab: 'paid' });
    handle({ what: 'remove', chip: 'merchandise' });
    handle({ what: 'remove', chip: 'refund' });
    expect(chips()).toEqual(['gateway QQ钱包']);
    handle({ what: 'clear' });
    expect(finder.query.filter).toEqual({ ...NO_FILTER, tab: 'paid' });
    expect(finder.showAll()).toMatchObject({ changed: 'source' });
    expect(finder.isAll).toBe(true);
  });

  it('removing a chip of another kind keeps the filters', () => {
    const { finder, handle } = start({ initial: { ...NO_FILTER, refund: 'partial' } });
    const { query } = finder;
    expect(handle({ what: 'remove', chip: 'tab' })).toEqual(NOTHING);
    expect(finder.query).toEqual(query);
  });

  it('the refunds tab has no choice `none`, and drops it', () => {
    const { handle, view } = start({ initial: { ...NO_FILTER, refund: 'none' } });
    const offered = () => view().groups[0]?.options.map(({ value }) => value);
    expect(offered()).toEqual(['', 'none', 'partial', 'complete', 'failed']);
    handle({ what: 'tab', tab: 'refunded' });
    expect(offered()).toEqual(['', 'partial', 'complete', 'failed']);
    expect(view().choices).toEqual({ refund: '', gateway: '', expired: '' });
  });

  it('the client filters the loaded payments only where the server cannot', () => {
    const { finder, handle } = start();
    const orders = [order({ key: 'a' }), order({ key: 'b', gateway: 'unknown' })];
    expect(finder.select(orders)).toBe(orders);
    handle({ what: 'apply', choices: { refund: '', gateway: 'unknown' }, amount: ANY_AMOUNT });
    expect(finder.isPart).toBe(true);
    expect(finder.select(orders)).toEqual([orders[1]]);
    expect(finder.select(orders)).toBe(finder.select(orders));
  });
});

describe('a range of amounts', () => {
  const apply = (fromFen: number | null, toFen: number | null): FindRequest => ({
    ...{ what: 'apply', choices: {} },
    amount: { fromFen, toFen },
  });
  const orders = [
    order({ key: 'a', amountFen: 1_000 }),
    order({ key: 'b', amountFen: 1_001 }),
    order({ key: 'c', amountFen: 5_000 }),
    order({ key: 'usd', amountFen: 2_000, currency: 'USD' }),
    order({ key: 'unknown', amountFen: null }),
  ];
  const selected = (fromFen: number | null, toFen: number | null) => {
    const { finder, handle } = start();
    expect(handle(apply(fromFen, toFen))).toEqual({ ...NOTHING, changed: 'rows' });
    expect(finder).toMatchObject({ isPart: true, isAll: false });
    return finder.select(orders).map(({ key }) => key);
  };

  it('selects the loaded payments in yuan, both limits included', () => {
    expect(selected(1_001, 5_000)).toEqual(['b', 'c']);
    expect(selected(1_001, null)).toEqual(['b', 'c']);
    expect(selected(null, 1_000)).toEqual(['a']);
    expect(selected(5_000, 5_000)).toEqual(['c']);
  });

  it('without limits is none', () => {
    const { finder, handle } = start();
    expect(handle(apply(null, null))).toEqual(NOTHING);
    expect(finder.select(orders)).toBe(orders);
  });

  it('works together with a text', () => {
    const { finder, handle } = start();
    const coffee = order({ key: 'coffee', amountFen: 1_000, description: '拿铁' });
    const tea = order({ key: 'tea', amountFen: 1_000, description: '茶' });
    handle(apply(1_000, null));
    handle({ what: 'search', text: '拿铁' });
    expect(finder.select([...orders, coffee, tea])).toEqual([coffee]);
  });

  it.each([
    [1_950, 10_000, '¥19.50 至 ¥100.00', { from: '19.50', to: '100.00' }],
    [1_950, null, '¥19.50 以上', { from: '19.50', to: '' }],
    [null, 123_456, '¥1,234.56 以下', { from: '', to: '1234.56' }],
  ])('from %s to %s has a chip, and fills the fields of the sheet', (from, to, text, amount) => {
    const { handle, view, chips } = start();
    handle(apply(from, to));
    expect(chips()).toEqual([`amount ${text}`]);
    expect(view()).toMatchObject({ amount, button: '筛选 1', isFiltered: true });
    expect(handle({ what: 'remove', chip: 'amount' })).toMatchObject({ changed: 'rows' });
    expect(view()).toMatchObject({ amount: { from: '', to: '' }, isFiltered: false });
  });
});

describe('hidden expired payments', () => {
  const hide: FindRequest = {
    ...{ what: 'apply', choices: { expired: 'hidden' } },
    amount: ANY_AMOUNT,
  };

  it('are other rows of the same source, and no search', () => {
    const { finder, handle, view, chips } = start();
    expect(handle(hide)).toEqual({ ...NOTHING, changed: 'rows' });
    expect(finder).toMatchObject({ isPart: false, isAll: true });
    expect(view().choices).toMatchObject({ expired: 'hidden' });
    expect(chips()).toEqual(['expired 已隐藏过期未支付']);
  });

  it('are shown by one tap on the chip', () => {
    const { finder, handle } = start();
    handle(hide);
    expect(handle({ what: 'remove', chip: 'expired' })).toMatchObject({ changed: 'rows' });
    expect(finder.query.hidesExpired).toBe(false);
  });

  it('stay hidden when a search without matches is left, and are shown when nothing else is missing', () => {
    const { finder, handle } = start();
    handle(hide);
    handle({ what: 'search', text: '咖啡' });
    finder.showAll();
    expect(finder.query).toMatchObject({ text: '', hidesExpired: true });
    finder.showAll();
    expect(finder.query.hidesExpired).toBe(false);
  });
});

describe('a text', () => {
  it('selects the loaded payments that it describes, without a request', () => {
    const { finder, handle, asked, view, chips } = start();
    const orders = [order({ description: '月卡' }), order({ description: '咖啡' })];
    expect(handle({ what: 'search', text: ' 咖啡 ' })).toMatchObject({ changed: 'rows' });
    expect(finder.select(orders)).toEqual([orders[1]]);
    expect(view().text).toBe('咖啡');
    expect(chips()).toEqual([]);
    expect(handle({ what: 'search', text: '' })).toMatchObject({ changed: 'rows' });
    expect(finder.select(orders)).toBe(orders);
    expect(asked).toEqual([]);
  });
});

describe('a number', () => {
  it('of a loaded payment finds it at once and ends the search', () => {
    const { finder, handle, asked, view } = start({ loaded: [order({ wechatNo: WECHAT })] });
    handle({ what: 'search', text: '咖啡' });
    for (const text of [
      'M1',
      ' T1 ',
      `交易单号 ${WECHAT}`,
      '４２００ 0023-4520 2611 2312 3456 7890',
    ]) {
      const before = view().finds;
      expect(handle({ what: 'search', text }).found?.transactionNo).toBe('T1');
      expect(finder.query.text).toBe('');
      expect(view().finds).toBe(before + 1);
    }
    expect(asked).toEqual([]);
  });

  it('of a payment in the order cache finds it at once', () => {
    const cached = [order({ key: 'T8', transactionNo: 'T8', wechatNo: WECHAT })];
    const { handle } = start({ cached });
    expect(handle({ what: 'search', text: WECHAT }).found?.transactionNo).toBe('T8');
  });

  it('is requested by both names while its text is searched, and a find ends the search', async () => {
    const { finder, handle, asked, view } = start();
    const text = `订单号：${NUMBER}`;
    const { numbers, changed } = handle({ what: 'search', text });
    expect({ numbers, changed }).toEqual({ numbers: [NUMBER], changed: 'rows' });
    expect(view()).toMatchObject({ text, finds: 0, lookup: { title: '正在查找这个单号' } });
    const found = finder.lookUp(numbers);
    asked[0]?.fail(failure('not-found'));
    await settle();
    asked[1]?.answer(order({ transactionNo: 'T9' }));
    expect(await found).toMatchObject({ changed: 'rows', found: { transactionNo: 'T9' } });
    expect(asked.map((one) => one.number)).toEqual([
      { transactionNo: NUMBER },
      { tradeNo: NUMBER },
    ]);
    expect(view()).toMatchObject({ text: '', finds: 1, lookup: null });
  });

  it('that no payment has is reported, but not above payments that match it as a text', async () => {
    const { finder, handle, asked, view } = start();
    const phone = order({ key: 'P', description: '话费充值 13800138000' });
    const { numbers } = handle({ what: 'search', text: '13800138000' });
    const found = finder.lookUp(numbers);
    expect(view(1).lookup?.title).toBe('正在查找这个单号');
    asked[0]?.fail(failure('not-found'));
    await settle();
    asked[1]?.fail(failure('not-found'));
    expect(await found).toEqual(NOTHING);
    expect(finder.select([order(), phone])).toEqual([phone]);
    expect(view(0).lookup).toMatchObject({
      title: '没有找到这个单号的支付记录',
      advice: '请核对单号，或确认是用当前微信号支付的',
      action: '',
    });
    expect(view(1).lookup).toBeNull();
    expect(view().text).toBe('13800138000');
  });

  it('that was only typed before a tab is searched as a text', () => {
    const { handle, finder } = start();
    const typed = { what: 'search', text: NUMBER, isPassing: true } as const;
    expect(handle(typed)).toMatchObject({ numbers: [], found: null });
    handle({ what: 'tab', tab: 'paid' });
    expect(finder.query).toMatchObject({ text: NUMBER, filter: { tab: 'paid' } });
    expect(start({ loaded: [order({ transactionNo: NUMBER })] }).handle(typed).found).toBeNull();
  });

  it('in the form of WeChat’s and Alipay’s own numbers has an advice that names the other one', async () => {
    for (const number of [WECHAT, '2026112322001412345678901234']) {
      const { finder, handle, asked, view } = start();
      void finder.lookUp(handle({ what: 'search', text: number }).numbers);
      asked[0]?.fail(failure('not-found'));
      await settle();
      asked[1]?.fail(failure('not-found'));
      await settle();
      expect(view().lookup?.advice).toContain('商户单号');
    }
  });

  it('can be tried again after a failure', async () => {
    const { finder, handle, asked, view } = start();
    const { numbers } = handle({ what: 'search', text: NUMBER });
    const failed = finder.lookUp(numbers);
    asked[0]?.fail(failure('network'));
    expect(await failed).toEqual(NOTHING);
    expect(view(1).lookup).toMatchObject({ title: '连不上网络', action: '重试' });
    expect(handle({ what: 'retry' })).toEqual({ ...NOTHING, numbers: [NUMBER] });
    const found = finder.lookUp(numbers);
    asked[1]?.answer(order());
    expect((await found).found?.transactionNo).toBe('T1');
  });

  it('finds nothing when the query changes before the answer', async () => {
    const { finder, handle, asked, view } = start();
    const { numbers } = handle({ what: 'search', text: NUMBER });
    const found = finder.lookUp(numbers);
    handle({ what: 'tab', tab: 'paid' });
    expect(view()).toMatchObject({ text: NUMBER, lookup: null });
    asked[0]?.answer(order());
    expect(await found).toEqual(NOTHING);
    expect(view()).toMatchObject({ text: NUMBER, lookup: null });
  });

  it('is found also when the hidden expired payments change before the answer', async () => {
    const { finder, handle, asked, view } = start();
    const { numbers } = handle({ what: 'search', text: NUMBER });
    const found = finder.lookUp(numbers);
    expect(finder.hideExpired(true)).toMatchObject({ changed: 'rows' });
    expect(view().lookup).not.toBeNull();
    asked[0]?.answer(order());
    expect((await found).found?.transactionNo).toBe('T1');
  });

  it('of only invisible marks is no search', () => {
    const { handle, view } = start();
    expect(handle({ what: 'search', text: ' \u200b' })).toEqual(NOTHING);
    expect(view().text).toBe('');
  });
});
