import type { StoredOrder } from '../../sandbox/order';
import { Detail } from '../../testing/detail';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { until } from '../../testing/until';

const SECOND = Date.parse(NOW) / 1000;
const LIST = '/hserve/v2.2/idp/pay/order/';
const DETAIL = '/hserve/v2.0/idp/pay/order/*/';

/** A global of the logic layer, where evaluated functions run. */
declare function getApp(): { payments?: number };

describe('continuing a pending payment', () => {
  const stage = useStage();
  const history = new History(stage);
  const detail = new Detail(stage);

  /** Opens a list whose second payment is pending, and counts the calls of wx.requestPayment. */
  const open = async (
    payment: 'paid' | 'cancelled' | 'failed',
    age = 600,
  ): Promise<StoredOrder> => {
    await stage.sandbox.reset({ count: 0 });
    await stage.sandbox.addOrder({ created_at: SECOND - age - 60 });
    const pending = await stage.sandbox.addOrder({
      status: 'pending',
      paid_at: null,
      created_at: SECOND - age,
    });
    await stage.sandbox.addOrder({ created_at: SECOND });
    await stage.setConditions({ payment });
    await stage.miniProgram.evaluate(() => void (getApp().payments = 0));
    await stage.miniProgram.mockWxMethod(
      'requestPayment',
      function (this: { origin(options: object): unknown }, options: object) {
        getApp().payments = (getApp().payments ?? 0) + 1;
        return this.origin(options);
      },
    );
    await history.open();
    return pending;
  };
  const payments = () => stage.miniProgram.evaluate(() => getApp().payments);
  const statuses = async () => (await history.rows()).map(({ status }) => status);
  const listRequests = async () =>
    (await stage.sandbox.requests()).filter(({ path }) => path === LIST).length;

  scenario('in the list pays once and changes only its row', stage, async () => {
    const { transaction_no } = await open('paid');
    expect(await statuses()).toEqual(['已支付', '继续支付', '已支付']);
    const before = await listRequests();
    await history.tapInRow(transaction_no, '.pay', 3);
    await until('the busy button', async () => (await statuses())[1] === '确认中');
    await history.tapInRow(transaction_no, '.pay');
    await until('the paid status', async () => (await statuses())[1] === '已支付');
    expect(await payments()).toBe(1);
    expect(await listRequests()).toBe(before);
    expect(await history.phase()).toBe('ready');
  });

  for (const outcome of ['cancelled', 'failed'] as const) {
    scenario(`in the list can be repeated after the outcome ${outcome}`, stage, async () => {
      const { transaction_no } = await open(outcome);
      await history.tapInRow(transaction_no, '.pay');
      await until('one payment call', async () => (await payments()) === 1);
      await until('the button', async () => (await statuses())[1] === '继续支付');
      await stage.setConditions({ payment: 'paid' });
      await history.tapInRow(transaction_no, '.pay');
      await until('the paid status', async () => (await statuses())[1] === '已支付');
      expect(await payments()).toBe(2);
    });
  }

  scenario('does not pay again what was paid on another device', stage, async () => {
    const { transaction_no } = await open('paid');
    await stage.sandbox.changeOrder(transaction_no, { status: 'success', paid_at: SECOND });
    await history.tapInRow(transaction_no, '.pay');
    await until('the paid status', async () => (await statuses())[1] === '已支付');
    expect(await payments()).toBe(0);
  });

  scenario('on the detail page pays once and updates the list', stage, async () => {
    const { transaction_no } = await open('paid');
    const before = await listRequests();
    await history.tapInRow(transaction_no, '.row');
    await until('the detail page', async () => (await detail.phase()) === 'ready');
    expect(await detail.payButton()).toBe('继续支付');
    await detail.pay(3);
    await until('the paid status', async () => (await detail.badges())[0] === '已支付');
    expect((await detail.timeline())[1]?.[0]).toBe('支付成功');
    expect(await detail.payButton()).toBeNull();
    expect(await payments()).toBe(1);
    await stage.miniProgram.callWxMethod('navigateBack', {});
    await until('the list', async () => (await detail.phase()) === null);
    expect(await statuses()).toEqual(['已支付', '已支付', '已支付']);
    expect(await listRequests()).toBe(before);
  });

  for (const outcome of ['cancelled', 'failed'] as const) {
    scenario(`becomes paid by itself when the phone said ${outcome}`, stage, async () => {
      const { transaction_no } = await open(outcome);
      await history.tapInRow(transaction_no, '.pay');
      await until('one payment call', async () => (await payments()) === 1);
      await until('the button', async () => (await statuses())[1] === '继续支付');
      await stage.sandbox.changeOrder(transaction_no, { status: 'success', paid_at: SECOND });
      await until('the paid status', async () => (await statuses())[1] === '已支付');
      expect(await payments()).toBe(1);
    });
  }

  scenario('is answered while the payment is confirmed', stage, async () => {
    const { transaction_no } = await open('paid');
    await stage.sandbox.addFault({ kind: 'stall', match: { path: DETAIL } });
    const toasts = await recordToasts(stage);
    await history.tapInRow(transaction_no, '.pay');
    await until('the busy button', async () => (await statuses())[1] === '确认中');
    await history.tapInRow(transaction_no, '.pay');
    await until('the toast', async () => (await toasts.seen()).length === 1);
    expect(await toasts.seen()).toEqual(['正在确认支付结果，请稍候']);
    await stage.sandbox.clearFaults();
    await until('the paid status', async () => (await statuses())[1] === '已支付');
    expect(await payments()).toBe(1);
    await toasts.stop();
  });

  scenario(
    'stays busy after its page was left before WeChat asked, until the checkout ends',
    stage,
    async () => {
      const { transaction_no } = await open('cancelled');
      await history.tapInRow(transaction_no, '.row');
      await until('the detail page', async () => (await detail.phase()) === 'ready');
      await stage.sandbox.addFault({ kind: 'stall', times: 1 });
      await detail.pay();
      await until('the busy button', async () => (await detail.payButton()) === '确认中');
      await stage.miniProgram.callWxMethod('navigateBack', {});
      await until('the list', async () => (await detail.phase()) === null);
      expect((await statuses())[1]).toBe('确认中');
      await stage.sandbox.clearFaults();
      await until('the payment call', async () => (await payments()) === 1);
      await until('the button', async () => (await statuses())[1] === '继续支付');
    },
  );

  scenario('works in a row of an earlier visit while the list is slow', stage, async () => {
    const { transaction_no } = await open('paid');
    await stage.sandbox.addFault({ kind: 'stall', match: { path: LIST } });
    await history.reLaunch();
    await until('the kept rows', async () => (await statuses())[1] === '继续支付');
    await history.tapInRow(transaction_no, '.pay');
    await until('one payment call', async () => (await payments()) === 1);
    await until('the paid status', async () => (await statuses())[1] === '已支付');
    await stage.sandbox.clearFaults();
    await until('the answer', async () => (await history.phase()) === 'ready');
    expect((await statuses())[1]).toBe('已支付');
  });

  scenario('says that it cannot be done with parameters that are not JSON', stage, async () => {
    const { transaction_no } = await open('paid');
    const wire = { gateway_extra_info: "{'payment_parameters': {'nonceStr': 'a'}}" };
    await stage.sandbox.changeOrder(transaction_no, { wire });
    const toasts = await recordToasts(stage);
    await history.tapInRow(transaction_no, '.pay');
    await until('the toast', async () => (await toasts.seen()).length === 1);
    expect(await toasts.seen()).toEqual(['这笔支付不能在这里继续，请回到下单的地方支付']);
    await until('the button', async () => (await statuses())[1] === '继续支付');
    await toasts.stop();
  });

  scenario('is offered for an order whose answer has no gateway_type', stage, async () => {
    const { transaction_no } = await open('paid');
    await stage.sandbox.changeOrder(transaction_no, { missing: ['gateway_type'] });
    await history.refresh();
    expect((await statuses())[1]).toBe('继续支付');
    await history.tapInRow(transaction_no, '.row');
    await until('the detail page', async () => (await detail.phase()) === 'ready');
    expect(await detail.payButton()).toBe('继续支付');
  });

  scenario('of another method names where it can be paid', stage, async () => {
    const { transaction_no } = await open('paid');
    await stage.sandbox.changeOrder(transaction_no, { gateway_type: 'alipay_app' });
    await history.tapInRow(transaction_no, '.row');
    await until('the detail page', async () => (await detail.phase()) === 'ready');
    expect(await detail.payButton()).toBeNull();
    expect((await detail.timeline())[1]).toEqual([
      '等待支付',
      '不能在这里支付，请在下单的地方用支付宝付款',
    ]);
  });

  scenario('is not offered for an old payment, which is marked unpaid', stage, async () => {
    const { transaction_no } = await open('paid', 7200);
    expect((await statuses())[1]).toBe('未支付');
    await history.tapInRow(transaction_no, '.row');
    await until('the detail page', async () => (await detail.phase()) === 'ready');
    expect(await detail.payButton()).toBeNull();
    expect((await detail.timeline())[1]?.[0]).toBe('未支付');
  });

  scenario('has a touch target of at least 44 px', stage, async () => {
    await open('paid');
    const [, row] = await history.rowElements();
    const target = await (await row?.$('.pay'))?.size();
    expect(target?.height).toBeGreaterThanOrEqual(44);
    expect(target?.width).toBeGreaterThanOrEqual(44);
    expect((await (await row?.$('.pay__button'))?.size())?.height).toBe(28);
    expect((await row?.size())?.height).toBe(76);
  });
});
