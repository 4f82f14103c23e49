import type { StoredOrder } from '../../sandbox/order';
import { Detail } from '../../testing/detail';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { until } from '../../testing/until';

const SECOND = Date.parse(NOW) / 1000;
const DETAIL = { path: '/hserve/v2.0/idp/pay/order/*/' };

const REFUNDS = [
  ['partial', '部分退款', '商家已部分退款'],
  ['failed', '退款失败', '退款失败'],
  ['complete', '已退款', '商家已全额退款'],
] as const;

describe('the detail page', () => {
  const stage = useStage();
  const detail = new Detail(stage);
  const history = new History(stage);
  const stored = (changes: object = {}): Promise<StoredOrder> =>
    stage.sandbox.addOrder({
      merchandise_description: '便携磨豆机',
      total_fen: 32_900,
      created_at: SECOND - 3600,
      paid_at: SECOND - 3540,
      ...changes,
    });
  const byTransaction = ({ transaction_no }: StoredOrder) => `transaction_no=${transaction_no}`;
  /** Adds an order to an empty account and opens its page by link. */
  const openAdded = async (changes: object): Promise<StoredOrder> => {
    await stage.sandbox.reset({ count: 0 });
    const order = await stored(changes);
    await detail.openCold(byTransaction(order));
    return order;
  };

  scenario('shows summary, timeline and facts of a paid payment', stage, async () => {
    const order = await openAdded({
      merchandise_snapshot: { title: '便携磨豆机', color: '曜石黑', phone: '13800000000' },
      gateway_extra_info: {
        wechat_response: {
          bank_type: 'CMB_CREDIT',
          total_fee: '32900',
          cash_fee: '30900',
          fee_type: 'CNY',
          time_end: '20261123150047',
          transaction_id: '4200000123',
        },
      },
    });
    expect(await detail.what()).toBe('便携磨豆机');
    expect(await detail.amount()).toBe('¥329.00');
    expect(await detail.badges()).toEqual(['已支付']);
    expect(await detail.timeline()).toEqual([
      ['提交订单', '2026年11月23日 15:00:00'],
      ['支付成功', '2026年11月23日 15:00:47'],
    ]);
    expect(await detail.facts()).toEqual({
      支付方式: '微信支付',
      付款账户: '招商银行 信用卡',
      优惠: '-¥20.00',
      实付: '¥309.00',
      订单号: order.trade_no,
      流水号: order.transaction_no,
      交易单号: '4200000123',
      商品: '便携磨豆机 · 曜石黑',
      ...(order.merchandise_record_id && {
        商品编号: `${order.merchandise_schema_id} / ${order.merchandise_record_id}`,
      }),
    });
    expect(await detail.contact()).toEqual({
      openType: 'contact',
      sessionFrom: order.transaction_no,
    });
  });

  scenario(
    'a pending payment shows its deadline, an old one that it is unpaid',
    stage,
    async () => {
      const pending = { status: 'pending', paid_at: null };
      await openAdded({ ...pending, created_at: SECOND - 7199 });
      expect((await detail.timeline())[1]).toEqual(['等待支付', '下单后两小时内可以继续支付']);
      await openAdded({ ...pending, created_at: SECOND - 7200 });
      expect((await detail.timeline())[1]?.[0]).toBe('未支付');
    },
  );

  for (const [refund, badge, title] of REFUNDS) {
    scenario(
      `a ${refund} refund has a badge and is the last step of the timeline`,
      stage,
      async () => {
        await openAdded({ refund_status: refund });
        expect(await detail.badges()).toEqual(['已支付', badge]);
        const steps = (await detail.timeline()).map(([step]) => step);
        expect(steps).toEqual(['提交订单', '支付成功', title]);
      },
    );
  }

  scenario('opens by the trade number, as links from WeChat’s order list do', stage, async () => {
    await stage.sandbox.reset();
    const order = await stored({ trade_no: 'M/1=2&3 %' });
    await detail.openCold(`trade_no=${encodeURIComponent('M/1=2&3 %')}`);
    expect((await detail.facts())['流水号']).toBe(order.transaction_no);
  });

  scenario('opens by the scene of a mini program code, encoded or not', stage, async () => {
    await stage.sandbox.reset();
    const order = await stored({ trade_no: 'WX_2026-11-23|000001' });
    const scenes = [
      order.transaction_no,
      encodeURIComponent(order.trade_no ?? ''),
      'WX_2026-11-23%7C000001',
      'no%3DWX_2026-11-23%7C000001',
      encodeURIComponent(`流水号：${order.transaction_no}`),
    ];
    for (const scene of scenes) {
      await detail.openCold(`scene=${scene}`);
      expect([scene, (await detail.facts())['流水号']]).toEqual([scene, order.transaction_no]);
    }
    await detail.openCold('scene=unknown');
    expect(await detail.phase()).toBe('not-found');
  });

  scenario('opens by a link whose number has marks of a chat', stage, async () => {
    await stage.sandbox.reset();
    const order = await stored({});
    for (const query of [
      `transaction_no=${encodeURIComponent(`\u200b${order.transaction_no}`)}`,
      `trade_no=${encodeURIComponent(`订单号：${order.trade_no}`)}`,
    ]) {
      await detail.openCold(query);
      expect((await detail.facts())['流水号']).toBe(order.transaction_no);
    }
  });

  scenario('an unknown number is reported as not found', stage, async () => {
    await stage.sandbox.reset();
    for (const query of ['transaction_no=unknown', 'trade_no=unknown', 'transaction_no', '']) {
      await detail.openCold(query);
      expect(await detail.phase()).toBe('not-found');
      expect(await detail.notice()).toContain('找不到这笔支付');
    }
  });

  scenario('another user’s payment is reported as not found', stage, async () => {
    await stage.sandbox.reset();
    const others = await stored({ user: 2, merchandise_description: '别人的' });
    for (const query of [byTransaction(others), `trade_no=${others.trade_no}`]) {
      await detail.openCold(query);
      expect(await detail.phase()).toBe('not-found');
      expect(await detail.what()).toBe('');
    }
  });

  scenario('an expired session is renewed without a message', stage, async () => {
    await openAdded({});
    await stage.sandbox.expireTokens();
    const order = await stored({ merchandise_description: '过期之后' });
    await detail.openCold(byTransaction(order));
    expect(await detail.what()).toBe('过期之后');
  });

  scenario(
    'a session that cannot be renewed is reported, and a retry succeeds',
    stage,
    async () => {
      await stage.sandbox.reset({ count: 0 });
      const order = await stored();
      await stage.sandbox.addFault({ kind: 'status', status: 401, match: DETAIL });
      await detail.openCold(byTransaction(order));
      expect(await detail.notice()).toContain('登录已失效');
      await stage.sandbox.clearFaults();
      await detail.retry();
      expect(await detail.what()).toBe('便携磨豆机');
      expect(await detail.notice()).toBe('');
    },
  );

  scenario('copies a number, and explains the alternative when WeChat refuses', stage, async () => {
    const order = await openAdded({});
    const toasts = await recordToasts(stage);
    const clipboard = async () =>
      ((await stage.miniProgram.callWxMethod('getClipboardData', {})) as { data: string }).data;
    try {
      await detail.copy('流水号');
      await until('the copied number', async () => (await clipboard()) === order.transaction_no);
      expect(await toasts.seen()).toEqual([]);
      await stage.setConditions({ clipboard: 'refused' });
      await detail.copy('订单号');
      await until('the refusal', async () => (await toasts.seen()).length > 0);
      expect(await toasts.seen()).toEqual(['复制失败，请长按单号复制']);
      expect(stage.expectConsole()).toEqual([expect.stringContaining('用户隐私保护指引 → 剪切板')]);
      await stage.setConditions({ clipboard: 'allowed' });
      expect(await clipboard()).toBe(order.transaction_no);
    } finally {
      await stage.setConditions({ clipboard: 'allowed' });
      await toasts.stop();
    }
  });

  scenario('copies a receipt with nothing but what the page shows', stage, async () => {
    const order = await openAdded({ refund_status: 'partial', merchandise_snapshot: {} });
    const clipboard = async () =>
      ((await stage.miniProgram.callWxMethod('getClipboardData', {})) as { data: string }).data;
    await detail.serve('复制支付信息');
    await until('the receipt', async () => (await clipboard()).startsWith('支付详情'));
    const text = await clipboard();
    expect(text).toContain('便携磨豆机\n¥329.00 已支付 · 部分退款\n');
    const shown = [
      ...(await detail.timeline()).map((step) => step.join('：')),
      ...Object.entries(await detail.facts()).map((fact) => fact.join('：')),
    ];
    expect(text.split('\n').slice(3)).toEqual(shown);
    expect(text).toContain(order.transaction_no);
  });

  describe('from the list', () => {
    const tapRow = async (key: string, times = 1): Promise<void> => {
      await history.tapInRow(key, '.row', times);
      await until('the detail page', async () => (await detail.phase()) !== null);
    };
    const back = () => stage.miniProgram.callWxMethod('navigateBack', {});

    scenario('shows the data of the list at once, and then the answer', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      const order = await stored();
      await history.open();
      await stage.sandbox.addFault({ kind: 'stall', match: DETAIL });
      await stage.sandbox.changeOrder(order.transaction_no, { refund_status: 'complete' });
      await tapRow(order.transaction_no);
      expect(await detail.phase()).toBe('refreshing');
      expect(await detail.amount()).toBe('¥329.00');
      expect(await detail.badges()).toEqual(['已支付']);
      await stage.sandbox.clearFaults();
      await detail.settled();
      expect(await detail.badges()).toEqual(['已支付', '已退款']);
      await back();
      await until('the row', async () => (await history.firstRow())?.refund === '已退款');
    });

    for (const [kind, number] of [
      ['quotes and blanks', `it's "a" \`b\` 中`],
      ['characters of addresses', '100%/../?a=b&c#%2F'],
      ['10,000 letters', 'x'.repeat(10_000)],
    ] as const) {
      scenario(`opens a payment whose number has ${kind}`, stage, async () => {
        await stage.sandbox.reset({ count: 0 });
        await stored({ transaction_no: number });
        await history.open();
        await tapRow(number);
        await detail.settled();
        expect(await detail.phase()).toBe('ready');
        expect(await detail.amount()).toBe('¥329.00');
      });
    }

    scenario(
      'shows a payment whose number cannot be sent, and says that it was not read',
      stage,
      async () => {
        await stage.sandbox.reset({ count: 0 });
        await stored({ wire: { transaction_no: 'payment-\ud800' } });
        await history.open();
        await tapRow('payment-\ud800');
        await detail.settled();
        expect(await detail.phase()).toBe('refresh-failed');
        expect(await detail.amount()).toBe('¥329.00');
        expect(await detail.notice()).toContain('刷新失败');
      },
    );

    scenario('returns to the same scroll position', stage, async () => {
      await stage.sandbox.reset();
      await history.open();
      await history.scrollTo(900);
      const before = await history.onScreen();
      await tapRow(before[2]?.key ?? '');
      await detail.settled();
      expect((await stage.miniProgram.pageStack()).length).toBe(2);
      await back();
      await until('the list', async () => (await detail.phase()) === null);
      await until('the same rows', async () => {
        const now = await history.onScreen();
        return JSON.stringify(now) === JSON.stringify(before);
      });
      expect(await history.scrollTop()).toBe(900);
    });

    scenario('opens one page for two taps', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      const order = await stored();
      await history.open();
      await tapRow(order.transaction_no, 2);
      await detail.settled();
      expect((await stage.miniProgram.pageStack()).length).toBe(2);
    });
  });
});
