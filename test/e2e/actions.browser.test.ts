import { SCREENS } from '../../preview/conditions';
import { cutOff, Screen } from './support/boxes';
import { useLook } from './support/look';
import { Detail } from '../../testing/detail';
import { History } from './support/history';
import { hostApp } from './support/host-app';
import { NOW, scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { until } from '../../testing/until';

/** Globals of the logic layer, where evaluated functions run. */
declare function getApp(): { events: unknown[]; sheets: string[][] };

const SECOND = Date.parse(NOW) / 1000;
const ACTIONS = `actions: [
  { key: 'buy', text: '再次购买', when: ['success', 'refunded'] },
  { key: 'cancel', text: '取消订单', when: ['pending'] },
  { key: 'complain', text: '投诉商家或申请平台介入', when: ['success'] },
]`;
const HANDLER = 'onEvent({ type, detail }) { getApp().events.push([type, detail]); }';

describe('the actions of a host app', () => {
  const stage = useStage([
    '--dist',
    hostApp(
      {
        list: [
          `<payment-history id="history" can-continue actions="{{actions}}"
            detail-page="/host/one" bind:action="onEvent" />`,
          `data: { ${ACTIONS} }, ${HANDLER}`,
        ],
        one: [
          `<payment-detail wx:if="{{number}}" transaction-no="{{number}}" actions="{{actions}}"
            bind:action="onEvent" />`,
          `data: { number: '', ${ACTIONS} }, ${HANDLER},
          onLoad({ transaction_no }) { this.setData({ number: transaction_no }); }`,
        ],
      },
      { settings: `customerService: { corpId: 'ww1', url: 'https://work.weixin.qq.com/kfid/1' },` },
    ),
  ]);
  const history = new History(stage, '/host/list');
  const detail = new Detail(stage, '/host/one');
  const screen = new Screen(stage);
  const events = () => stage.miniProgram.evaluate(() => getApp().events.splice(0));
  const sheets = () =>
    stage.miniProgram.evaluate(() => getApp().sheets.splice(0)) as Promise<string[][]>;

  beforeAll(async () => {
    await stage.miniProgram.evaluate(() => void (getApp().sheets = []));
    await stage.miniProgram.mockWxMethod(
      'showActionSheet',
      ({ itemList }: { itemList: string[] }) => {
        getApp().sheets.push(itemList);
        return { tapIndex: itemList.length - 1 };
      },
    );
  });

  scenario('a row has a button where its payment has actions', stage, async () => {
    await stage.sandbox.reset({ count: 0 });
    const paid = await stage.sandbox.addOrder({ created_at: SECOND - 900 });
    const pending = { status: 'pending', paid_at: null };
    const unpaid = await stage.sandbox.addOrder({ ...pending, created_at: SECOND - 600 });
    await stage.sandbox.addOrder({ status: 'failed', paid_at: null, created_at: SECOND - 1200 });
    await history.open();
    const rows = await history.rowElements();
    const buttons = await Promise.all(rows.map(async (row) => (await row.$('.more')) !== null));
    expect(buttons).toEqual([true, true, false]);
    await history.tapInRow(unpaid.transaction_no, '.more');
    await until('the event', async () => (await sheets()).length > 0);
    expect(await events()).toEqual([
      ['action', { key: 'cancel', transactionNo: unpaid.transaction_no, tradeNo: unpaid.trade_no }],
    ]);
    await history.tapInRow(paid.transaction_no, '.more');
    await until('the event', async () => {
      const [sheet] = await sheets();
      return sheet?.join() === '再次购买,投诉商家或申请平台介入';
    });
    expect(await events()).toMatchObject([['action', { key: 'complain' }]]);
    expect((await rows[0]?.size())?.height).toBe(76);
    expect((await stage.miniProgram.pageStack()).length).toBe(1);
  });

  scenario('the page of a payment has them as services', stage, async () => {
    await stage.sandbox.reset({ count: 0 });
    const { transaction_no, trade_no } = await stage.sandbox.addOrder({ created_at: SECOND - 900 });
    await detail.openCold(`transaction_no=${transaction_no}`);
    expect(await detail.services()).toEqual(['复制支付信息', '再次购买', '投诉商家或申请平台介入']);
    await detail.serve('再次购买');
    const detailOfEvent = { key: 'buy', transactionNo: transaction_no, tradeNo: trade_no };
    expect(await events()).toEqual([['action', detailOfEvent]]);
  });

  scenario('customer service is WeCom’s where the settings name it', stage, async () => {
    await stage.sandbox.reset({ count: 0 });
    const { transaction_no } = await stage.sandbox.addOrder({ created_at: SECOND - 900 });
    await detail.openCold(`transaction_no=${transaction_no}`);
    const toasts = await recordToasts(stage);
    try {
      await stage.miniProgram.mockWxMethod(
        'openCustomerServiceChat',
        ({
          corpId,
          extInfo,
          fail,
        }: {
          corpId: string;
          extInfo: object;
          fail: (error: object) => void;
        }) => {
          getApp().events.push([corpId, extInfo]);
          fail({ errMsg: 'openCustomerServiceChat:fail system error' });
        },
      );
      await detail.contactShop();
      await until('the refusal', async () => (await toasts.seen()).length > 0);
      expect(await toasts.seen()).toEqual(['暂时打不开客服，请稍后再试']);
      expect(await events()).toEqual([['ww1', { url: 'https://work.weixin.qq.com/kfid/1' }]]);
    } finally {
      await toasts.stop();
    }
  });

  describe.each([
    ['phone', 'en', 1.75],
    ['small', 'zh_CN', 1.75],
    ['small', 'en', 1],
  ] as const)('on the %s screen in %s at text size %s', (name, language, textSize) => {
    useLook(stage, screen, name, { language, textSize, theme: 'dark' });

    scenario('no time, amount, badge or service is cut', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      const pending = { status: 'pending', paid_at: null };
      await stage.sandbox.addOrder({ ...pending, created_at: SECOND - 600 });
      const { transaction_no } = await stage.sandbox.addOrder({
        ...{ total_fen: 123_456_789, refund_status: 'partial', created_at: SECOND - 900 },
        wire: { refund_amount: '1234567.00' },
      });
      await history.open();
      const cut: string[] = [];
      for (const row of await history.rowElements()) {
        const [pay, more] = [await row.$('.pay__button'), await row.$('.more')];
        // The touch target of the actions lies above the button to pay.
        if (pay && more)
          expect((await screen.boxOf(pay)).right).toBeLessThanOrEqual(
            (await screen.boxOf(more)).left,
          );
      }
      for (const row of await history.rowElements())
        for (const selector of ['.row__time', '.row__amount', '.row__refund', '.pay__button']) {
          const element = await row.$(selector);
          if (element && (await cutOff(element)) > 0) cut.push(selector);
        }
      await detail.openCold(`transaction_no=${transaction_no}`);
      for (const element of await detail.serviceElements())
        if ((await cutOff(element)) > 0) cut.push(await element.text());
      expect(cut).toEqual([]);
      const page = await stage.miniProgram.currentPage();
      expect((await page?.size())?.width).toBe(SCREENS[name].width);
    });
  });
});
