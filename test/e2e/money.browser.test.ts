import { Detail } from '../../testing/detail';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const SECOND = Date.parse(NOW) / 1000;

describe('money', () => {
  const stage = useStage();
  const history = new History(stage);
  const detail = new Detail(stage);

  /** Adds one order to an empty account and opens the list. */
  const openWith = async (order: object) => {
    await stage.sandbox.reset({ count: 0 });
    const added = await stage.sandbox.addOrder({ created_at: SECOND - 60, ...order });
    await history.open();
    return added;
  };
  const only = async () => {
    const row = await history.firstRow();
    return row;
  };

  for (const [currency, amount, shown] of [
    ['JPY', 1000, 'JPY 1,000'],
    ['KWD', '1.234', 'KWD 1.234'],
    ['USD', 12.5, 'USD 12.50'],
    ['CNY', 59.699999999999996, '¥59.70'],
    ['CNY', '59.699999999999996', '¥59.70'],
    ['CNY', 1.005, '金额未知'],
  ] as const) {
    scenario(`${amount} of ${currency} is shown as ${shown}`, stage, async () => {
      const order = await openWith({ currency_type: currency, wire: { total_cost: amount } });
      expect((await only())?.amount).toBe(shown);
      await detail.openCold(`transaction_no=${order.transaction_no}`);
      expect(await detail.amount()).toBe(shown);
    });
  }

  scenario('a partial refund has its amount in row, month and page', stage, async () => {
    const order = await openWith({
      total_fen: 10_000,
      refund_status: 'partial',
      wire: { refund_amount: '30.00' },
    });
    expect((await only())?.refund).toBe('已退 ¥30.00');
    await history.openMonths('2026年11月');
    expect((await history.monthChoices())[0]?.count).toBe('1 笔 · 支出 ¥70.00');
    await detail.openCold(`transaction_no=${order.transaction_no}`);
    expect(await detail.badges()).toEqual(['已支付', '已退 ¥30.00']);
    expect((await detail.timeline())[2]).toEqual(['商家已部分退款', '已退 ¥30.00，原路退回']);
  });

  scenario(
    'each refund of the host app is a step; row and month have their sum',
    stage,
    async () => {
      const time = SECOND - 30;
      const account = '招商银行信用卡 0403';
      await openWith({
        total_fen: 10_000,
        refund_status: 'partial',
        refunds: [
          { amount_fen: 3_000, status: 'success', time, account },
          { amount_fen: 500, status: 'success', time: time + 10, account: '' },
          { amount_fen: 1_000, status: 'processing', time: time + 20, account },
        ],
      });
      expect((await only())?.refund).toBe('部分退款');
      await history.tapInRow((await only())?.key ?? '', '.row');
      await until('the refunds', async () => (await detail.timeline()).length === 5);
      expect((await detail.timeline()).slice(2)).toEqual([
        ['退款成功 ¥30.00', '2026年11月23日 15:59:30 · 退到招商银行信用卡 0403'],
        ['退款成功 ¥5.00', '2026年11月23日 15:59:40'],
        ['退款处理中 ¥10.00', '2026年11月23日 15:59:50 · 退到招商银行信用卡 0403'],
      ]);
      expect(await detail.badges()).toEqual(['已支付', '已退 ¥35.00']);
      await history.comeBack();
      await until('the row', async () => (await only())?.refund === '已退 ¥35.00');
      await history.openMonths('2026年11月');
      expect((await history.monthChoices())[0]?.count).toBe('1 笔 · 支出 ¥65.00');
      await history.refresh();
      expect((await only())?.refund).toBe('已退 ¥35.00');
    },
  );

  const shopAnswered = () =>
    until('the answer of the shop', async () => {
      const [last] = await stage.sandbox.faults();
      return (last?.hits ?? 0) > 0;
    });

  scenario('a refund list that fails leaves the refund of the API', stage, async () => {
    const order = await openWith({ total_fen: 10_000, refund_status: 'failed' });
    for (const fault of [
      { kind: 'status', status: 500 },
      { kind: 'garbage', body: { refunds: [{ amount_fen: 20_000, status: 'success' }] } },
    ]) {
      await stage.sandbox.addFault({ ...fault, match: { path: '/example-shop/refunds/*/' } });
      await detail.openCold(`transaction_no=${order.transaction_no}`);
      await shopAnswered();
      expect((await detail.timeline())[2]?.[0]).toBe('退款失败');
      await until('the line of the console', () => Promise.resolve(stage.console.length > 0));
      expect(stage.expectConsole()).toEqual([expect.stringContaining('setting refunds')]);
      await stage.sandbox.clearFaults();
    }
  });

  scenario('a payment that the shop does not know has the refund of the API', stage, async () => {
    const order = await openWith({ total_fen: 10_000, refund_status: 'failed' });
    const match = { path: '/example-shop/refunds/*/' };
    await stage.sandbox.addFault({ kind: 'status', status: 404, match });
    await detail.openCold(`transaction_no=${order.transaction_no}`);
    await shopAnswered();
    expect((await detail.timeline())[2]?.[0]).toBe('退款失败');
    await stage.sandbox.clearFaults();
  });

  scenario('a price in another currency than the payment shows no difference', stage, async () => {
    const order = await openWith({
      total_fen: 1000,
      currency_type: 'HKD',
      gateway_extra_info: {
        wechat_response: {
          total_fee: 1000,
          fee_type: 'HKD',
          cash_fee: 912,
          cash_fee_type: 'CNY',
          coupon_fee: 50,
          coupon_fee_type: 'CNY',
          settlement_total_fee: 1000,
        },
      },
    });
    await detail.openCold(`transaction_no=${order.transaction_no}`);
    const facts = await detail.facts();
    expect(facts['实付']).toBe('¥9.12');
    expect(facts).not.toHaveProperty('优惠');
  });
});
