import type { Order, Refund, WechatPayment } from '../../../miniprogram/domain/order';
import { paymentView } from '../../../miniprogram/features/payment-detail/detail-view';
import { textsIn } from '../../../miniprogram/texts/texts';
import { NOW, order, TODAY } from '../support/order';

const zh = textsIn('zh-CN');
const viewOf = (changes: Partial<Order> = {}) => paymentView(order(changes), zh, NOW);
const factsOf = (changes: Partial<Order> = {}) =>
  viewOf(changes).facts.map(({ label, value }) => [label, value]);
const noteOf = (changes: Partial<Order>, step: number) => viewOf(changes).steps[step];

const WECHAT: WechatPayment = {
  transactionId: '42000001',
  bankType: 'CMB_CREDIT',
  feeType: 'CNY',
  totalFen: 39_800,
  settlementFen: null,
  cashFen: 39_800,
  cashFeeType: 'CNY',
  couponFen: null,
  couponFeeType: 'CNY',
  paidAt: TODAY - 7,
  subscribed: null,
};

describe('the summary of a payment', () => {
  it('has gateway, title, amount and status', () => {
    expect(viewOf().summary).toEqual({
      gateway: 'weixin',
      mark: '微',
      title: '手冲咖啡课程',
      symbol: '¥',
      digits: '398.00',
      status: 'success',
      statusText: '已支付',
    });
  });

  it('has the refund beside the payment', () => {
    expect(viewOf({ refund: 'partial', refundRaw: 'partial' }).summary).toMatchObject({
      status: 'success',
      refund: 'partial',
      refundText: '部分退款',
    });
  });

  it('has the whole description, and says when there is none', () => {
    expect(viewOf({ description: '长'.repeat(200) }).summary.title).toBe('长'.repeat(200));
    expect(viewOf({ description: ' ' }).summary.title).toBe('未填写商品说明');
  });

  it('separates the symbol of a currency from the digits, and keeps a text whole', () => {
    expect(viewOf({ currency: 'USD' }).summary).toMatchObject({ symbol: 'USD ', digits: '398.00' });
    expect(viewOf({ amountFen: null }).summary).toMatchObject({ symbol: '', digits: '金额未知' });
  });
});

describe('the steps of a payment', () => {
  it('the steps have the times of order and payment, to the second in Beijing', () => {
    expect(viewOf({ createdAt: TODAY - 20, paidAt: TODAY }).steps).toEqual([
      { key: 'created', tone: 'done', title: '提交订单', note: '2026年11月23日 14:31:40' },
      { key: 'stage', tone: 'done', title: '支付成功', note: '2026年11月23日 14:32:00' },
    ]);
  });

  it('the step "paid" prefers the time of WeChat’s payment to the time at which Hydrogen recorded it', () => {
    expect(noteOf({ wechat: WECHAT }, 1)).toMatchObject({ note: '2026年11月23日 14:31:53' });
  });

  it('the step "paid" is shown without a time where the time is unknown', () => {
    expect(noteOf({ paidAt: null }, 1)).toMatchObject({
      title: '支付成功',
      note: '商家已收到付款',
    });
  });

  it('an unpaid payment of two hours is marked as lapsed', () => {
    const pending = { status: 'pending', statusRaw: 'pending', paidAt: null } as const;
    const aged = (age: number | null) =>
      noteOf({ ...pending, createdAt: age === null ? null : TODAY - age }, 1)?.title;
    expect(aged(0)).toBe('等待支付');
    expect(aged(7199)).toBe('等待支付');
    expect(aged(-30)).toBe('等待支付');
    expect(aged(7200)).toBe('未支付');
    expect(aged(null)).toBe('未支付');
  });

  it('a failed payment is explained', () => {
    expect(noteOf({ status: 'failed', statusRaw: 'failed' }, 1)).toEqual({
      key: 'stage',
      tone: 'failed',
      title: '支付失败',
      note: '没有支付成功；如已扣款，请联系商家',
    });
  });

  it('an unknown state is shown in the server’s word', () => {
    expect(noteOf({ status: 'unknown', statusRaw: 'closed' }, 1)?.title).toBe('状态未知（closed）');
    expect(noteOf({ refund: 'unknown', refundRaw: 'rejected' }, 2)?.title).toBe(
      '退款状态未知（rejected）',
    );
    expect(noteOf({ refund: 'unknown', refundRaw: null }, 2)?.title).toBe('退款状态未知');
  });

  it.each([
    ['partial', 'partial', '商家已部分退款', '金额以商家退款通知为准，原路退回'],
    ['complete', 'open', '商家已全额退款', '原路退回，到账时间以银行或支付平台为准'],
    ['failed', 'failed', '退款失败', '款项没有退回，请联系商家'],
  ] as const)('the last step shows a %s refund', (refund, tone, title, note) => {
    expect(noteOf({ refund, refundRaw: refund }, 2)).toEqual({ key: 'refund', tone, title, note });
  });

  it('the step of a refund has the refunded amount where it is known', () => {
    const partial = { refund: 'partial', refundFen: 1200 } as const;
    expect(noteOf(partial, 2)?.note).toBe('已退 ¥12.00，原路退回');
    expect(noteOf({ ...partial, amountFen: 1000, currency: 'JPY' }, 2)?.note).toContain(
      '商家退款通知',
    );
    expect(viewOf(partial).summary.refundText).toBe('已退 ¥12.00');
  });
});

describe('the refunds that the host app gives', () => {
  const refunds: readonly Refund[] = [
    { amountFen: 1_000, at: null, state: 'abnormal', to: '' },
    { amountFen: 3_000, at: TODAY + 60, state: 'success', to: '招商银行信用卡 0403' },
    { amountFen: 3_000, at: TODAY + 120, state: 'success', to: ' ' },
    { amountFen: 2_000, at: TODAY + 30, state: 'closed', to: '零钱' },
    { amountFen: 500, at: TODAY + 180, state: 'processing', to: '零钱' },
  ];

  it('are a step each, the oldest first and those without a time last', () => {
    const { steps } = viewOf({ refund: 'failed', refundRaw: 'failed', refunds });
    expect(steps.slice(2).map(({ tone, title, note }) => [tone, title, note])).toEqual([
      ['open', '退款关闭 ¥20.00', '2026年11月23日 14:32:30 · 退到零钱 · 这笔款项没有退回'],
      ['partial', '退款成功 ¥30.00', '2026年11月23日 14:33:00 · 退到招商银行信用卡 0403'],
      ['partial', '退款成功 ¥30.00', '2026年11月23日 14:34:00'],
      ['waiting', '退款处理中 ¥5.00', '2026年11月23日 14:35:00 · 退到零钱'],
      ['failed', '退款异常 ¥10.00', '款项没有到账，请联系商家'],
    ]);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
  });

  it('leave the state of the API on the page where there are none', () => {
    expect(noteOf({ refund: 'complete', refunds: [] }, 2)?.title).toBe('商家已全额退款');
  });
});

describe('the facts of a payment', () => {
  it('only known facts are shown, with their names', () => {
    expect(factsOf()).toEqual([
      ['支付方式', '微信支付'],
      ['订单号', 'M1'],
      ['流水号', 'T1'],
    ]);
    expect(factsOf({ tradeNo: null, gateway: 'unknown', gatewayRaw: 'unionpay' })).toEqual([
      ['支付方式', '其他支付方式（unionpay）'],
      ['流水号', 'T1'],
    ]);
  });

  it('the facts name bank and card, and WeChat’s own number', () => {
    expect(factsOf({ wechat: WECHAT })).toEqual(
      expect.arrayContaining([
        ['付款账户', '招商银行 信用卡'],
        ['交易单号', '42000001'],
      ]),
    );
    expect(factsOf({ wechat: { ...WECHAT, bankType: 'CFT' } })).toContainEqual([
      '付款账户',
      '零钱',
    ]);
    expect(factsOf({ wechat: { ...WECHAT, bankType: null } }).flat()).not.toContain('付款账户');
  });

  it('a currency other than CNY is named, in the same language', () => {
    expect(factsOf({ currency: 'USD' })).toContainEqual(['币种', '美元']);
    const english = paymentView(order({ currency: 'USD' }), textsIn('en'), NOW);
    expect(english.facts).toContainEqual({ label: 'Currency', value: 'US dollar' });
    expect(factsOf().flat()).not.toContain('币种');
  });

  it('a discount is shown only when less was paid than the price', () => {
    const paid = (cashFen: number | null) => factsOf({ wechat: { ...WECHAT, cashFen } });
    expect(paid(37_799)).toEqual(
      expect.arrayContaining([
        ['优惠', '-¥20.01'],
        ['实付', '¥377.99'],
      ]),
    );
    for (const same of [39_800, null, 39_801]) expect(paid(same).flat()).not.toContain('优惠');
  });

  it.each([
    ['paid in another currency', { cashFen: 912, cashFeeType: 'CNY' }, { 实付: '¥9.12' }],
    [
      'a larger number in another currency',
      { cashFen: 1100, cashFeeType: 'CNY' },
      { 实付: '¥11.00' },
    ],
    ['paid in the same currency', { cashFen: 912 }, { 优惠: '-HKD 0.88', 实付: 'HKD 9.12' }],
    [
      'a coupon in the currency of the price',
      { cashFen: 912, cashFeeType: 'CNY', couponFen: 50 },
      { 优惠: '-HKD 0.50', 实付: '¥9.12' },
    ],
    [
      'a coupon in another currency',
      { cashFen: 912, cashFeeType: 'CNY', couponFen: 50, couponFeeType: 'CNY' },
      { 实付: '¥9.12' },
    ],
    [
      'a lower settlement price',
      { cashFen: 912, cashFeeType: 'CNY', settlementFen: 990 },
      { 优惠: '-HKD 0.10', 实付: '¥9.12' },
    ],
    ['an equal settlement price', { cashFen: null, settlementFen: 1000 }, {}],
    ['no coupons', { cashFen: null, couponFen: 0 }, {}],
    ['the whole price', { cashFen: 1000 }, {}],
  ])('a price in HKD with %s', (_, changes, expected) => {
    const hkd = { feeType: 'HKD', cashFeeType: 'HKD', couponFeeType: 'HKD' };
    const wechat = { ...WECHAT, ...hkd, totalFen: 1000, ...changes };
    const facts = factsOf({ amountFen: 1000, currency: 'HKD', wechat });
    const shown = facts.filter(([label = '']) => ['优惠', '实付'].includes(label));
    expect(Object.fromEntries(shown)).toEqual(expected);
  });

  it('an amount in yen has no decimals', () => {
    const yen = { feeType: 'JPY', cashFeeType: 'JPY', totalFen: 1000, cashFen: 900 };
    expect(factsOf({ currency: 'JPY', wechat: { ...WECHAT, ...yen } })).toEqual(
      expect.arrayContaining([
        ['优惠', '-JPY 100'],
        ['实付', 'JPY 900'],
      ]),
    );
    expect(viewOf({ amountFen: 1000, currency: 'JPY' }).summary).toMatchObject({
      symbol: 'JPY ',
      digits: '1,000',
    });
  });

  it('WeChat’s number is known from the list', () => {
    expect(factsOf({ wechatNo: '42000009' })).toContainEqual(['交易单号', '42000009']);
  });

  it('only numbers can be copied', () => {
    const { facts } = viewOf({
      wechat: WECHAT,
      merchandiseRecordId: '5f',
      merchandiseSchemaId: '3',
    });
    expect(facts.filter(({ copyLabel }) => copyLabel)).toEqual([
      { label: '订单号', value: 'M1', copyLabel: '复制订单号' },
      { label: '流水号', value: 'T1', copyLabel: '复制流水号' },
      { label: '交易单号', value: '42000001', copyLabel: '复制交易单号' },
      { label: '商品编号', value: '3 / 5f', copyLabel: '复制商品编号' },
    ]);
  });

  it('name, variant and count of a snapshot are shown', () => {
    const goods = (snapshot: Record<string, unknown>) =>
      factsOf({ snapshot }).find(([label]) => label === '商品')?.[1];
    expect(goods({ title: ' 便携磨豆机 ', color: '曜石黑' })).toBe('便携磨豆机 · 曜石黑');
    expect(goods({ name: '滤纸', spec: 'V60', quantity: 3 })).toBe('滤纸 · V60 · × 3');
    expect(goods({ title: '滤纸', quantity: 1 })).toBe('滤纸');
  });

  it('no other field of a snapshot is shown', () => {
    for (const snapshot of [
      { phone: '13800000000', openid: 'o1', address: { city: '上海' } },
      { title: { nested: 'a' }, name: 12 },
      { title: 'x'.repeat(61) },
      { color: '黑', quantity: 2 },
      null,
    ]) {
      expect(factsOf({ snapshot }).flat()).not.toContain('商品');
    }
  });
});

describe('the actions for a payment', () => {
  it('the actions use the transaction number, else the trade number', () => {
    expect(viewOf().number).toBe('T1');
    expect(viewOf({ transactionNo: null }).number).toBe('M1');
    expect(viewOf({ transactionNo: null, tradeNo: null }).number).toBe('');
  });

  it('an invoice is offered only for a paid payment that is not completely refunded', () => {
    expect(viewOf().isPaid).toBe(true);
    expect(viewOf({ refund: 'partial' }).isPaid).toBe(true);
    expect(viewOf({ refund: 'complete' }).isPaid).toBe(false);
    const whole = { refund: 'partial', amountFen: 100, refundFen: 100 } as const;
    expect(viewOf(whole).isPaid).toBe(false);
    expect(viewOf({ ...whole, refundFen: 99 }).isPaid).toBe(true);
    expect(viewOf({ status: 'pending' }).isPaid).toBe(false);
  });
});
