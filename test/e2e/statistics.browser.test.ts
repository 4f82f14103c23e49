import { SCREENS } from '../../preview/conditions';
import { cutOff, Screen } from './support/boxes';
import { useLook } from './support/look';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { Statistics } from '../../testing/statistics';
import { recordToasts } from './support/toasts';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

const at = (time: string) => Date.parse(`${time}+08:00`) / 1000;
const SECOND_PAGE = { path: '/hserve/*/idp/pay/order/', minOffset: 50 };

/** Every text of the page, by the component that has it. */
const TEXTS: Record<string, readonly string[]> = {
  'statistics-card': [
    ...['.sums__title', '.sums__net', '.sums__summary', '.sums__heading'],
    ...['.bar__label', '.bar__amount', '.share__label', '.share__amount', '.share__percent'],
    ...['.row__time', '.row__amount'],
  ],
  'tab-bar': ['.tabs__tab'],
};

describe('the statistics', () => {
  const stage = useStage();
  const history = new History(stage);
  const statistics = new Statistics(stage);
  const traffic = new Traffic(stage);
  const screen = new Screen(stage);

  const openHistory = async (settings: object): Promise<void> => {
    await traffic.start(settings);
    await history.open();
  };

  const path = async () => (await stage.miniProgram.currentPage())?.path;

  scenario('add up a year and all time, each currency by itself', stage, async () => {
    await openHistory({ count: 0 });
    const add = (created_at: string, total_fen: number, more: object = {}) =>
      stage.sandbox.addOrder({ created_at: at(created_at), total_fen, ...more });
    const large = await add('2026-11-02T10:00:00', 10_000);
    const dollars = await add('2026-05-01T10:00:00', 700, { currency_type: 'USD' });
    await add('2026-05-01T00:00:00', 2_500, { gateway_type: 'alipay' });
    await add('2026-05-01T00:00:00', 500, { refund_status: 'complete' });
    await add('2025-12-31T23:59:59', 7_000);
    await statistics.openComplete();
    expect(await statistics.tabs()).toEqual(['全部', '2026年', '2025年']);
    const [yuan, foreign, ...others] = await statistics.cards();
    expect(others).toEqual([]);
    expect(yuan).toMatchObject({
      title: '2026年支出',
      net: '¥125.00',
      summary: '3 笔 · 已退 ¥5.00',
      bars: ['11月 ¥100.00', '5月 ¥25.00'],
      shares: ['微信支付 ¥100.00 80%', '支付宝 ¥25.00 20%'],
    });
    expect(yuan?.largest[0]).toBe(large.transaction_no);
    expect(foreign).toMatchObject({ title: '美元 · 2026年支出', net: 'USD 7.00' });
    expect(foreign?.largest).toEqual([dollars.transaction_no]);
    await statistics.choose('全部');
    await until('all time', async () => (await statistics.cards())[0]?.net === '¥195.00');
    await statistics.tapBar('2025年');
    await until('the year of the bar', async () => {
      const [card] = await statistics.cards();
      return card?.title === '2025年支出' && card.net === '¥70.00';
    });
  });

  scenario('show a part as a part, and go on after the person was away', stage, async () => {
    await openHistory({ count: 400 });
    await stage.sandbox.addFault({ kind: 'stall', match: SECOND_PAGE });
    await statistics.openFresh();
    await statistics.choose('全部');
    await until('the progress', async () =>
      /已读取 100 \/ 400 笔$/.test(await statistics.progress()),
    );
    expect((await statistics.cards())[0]?.title).toMatch(/^累计支出(不超过)? · 已统计到20/);
    await statistics.leave();
    await until('the history', async () => (await path()) === 'pages/payments/payments');
    await stage.sandbox.clearFaults();
    await traffic.waitUntilIdle();
    const before = (await traffic.requests()).length;
    await statistics.open();
    await statistics.choose('全部');
    await statistics.complete();
    const offsets = (await traffic.requests()).slice(before).map(({ query }) => query['offset']);
    expect(offsets).not.toContain('0');
    expect((await statistics.cards())[0]?.title).not.toContain('已统计到');
  });

  scenario('a tap on a month leads to the list, a tap on a payment opens it', stage, async () => {
    await openHistory({ count: 0 });
    await stage.sandbox.addOrder({ created_at: at('2026-11-02T10:00:00') });
    await statistics.openComplete();
    const [card] = await statistics.cardElements();
    await (await card?.$('.row'))?.tap();
    await until('the payment', async () => (await path()) === 'pages/payment/payment');
    await statistics.leave();
    await until('the statistics', async () => (await path()) === 'pages/statistics/statistics');
    await statistics.tapBar('11月');
    await until('the list', async () => (await path()) === 'pages/payments/payments');
  });

  scenario('lead to the list also where a link has opened them', stage, async () => {
    await openHistory({ count: 0 });
    await stage.sandbox.addOrder({ created_at: at('2026-11-02T10:00:00') });
    await stage.miniProgram.callWxMethod('reLaunch', { url: '/pages/statistics/statistics' });
    await until('the statistics', async () => (await statistics.cards()).length > 0);
    await statistics.tapBar('11月');
    await until('the list', async () => (await path()) === 'pages/payments/payments');
  });

  scenario('keep what is there when a page fails, and go on at a retry', stage, async () => {
    await openHistory({ count: 300 });
    await stage.sandbox.addFault({ kind: 'status', status: 400, match: SECOND_PAGE });
    await statistics.openFresh();
    await statistics.choose('全部');
    await until('the failure', async () => (await statistics.phase()) === 'append-failed');
    expect(await statistics.notice()).toContain('加载失败');
    expect(await statistics.cards()).not.toEqual([]);
    await stage.sandbox.clearFaults();
    await statistics.retry();
    await statistics.complete();
    expect(await statistics.notice()).toBeNull();
  });

  scenario('are of the user who is signed in', stage, async () => {
    await openHistory({ count: 240 });
    await statistics.openComplete();
    const [before] = await statistics.cards();
    await traffic.signInOnNextRequest(2);
    await statistics.refresh();
    await until('the sums of the other user', async () => {
      const cards = await statistics.cards();
      return cards.length > 0 && cards[0]?.summary !== before?.summary;
    });
    await statistics.complete();
    const own = (await stage.sandbox.orders(2)).map((order) => order.transaction_no);
    const [after] = await statistics.cards();
    expect(own).toEqual(expect.arrayContaining(after?.largest ?? []));
  });

  describe('the export', () => {
    const make = '导出表格（CSV）';
    /** Asks a mocked call of WeChat what it was given. */
    const given = () =>
      stage.miniProgram.evaluate(() => {
        const app = getApp<{ given?: unknown }>();
        const last = app.given ?? null;
        delete app.given;
        return last;
      });
    const answer = (call: string, errMsg: string) =>
      stage.miniProgram.mockWxMethod(
        call,
        (options: { fail: (error: object) => void }, message: string) => {
          Object.assign(getApp<object>(), { given: JSON.parse(JSON.stringify(options)) as object });
          if (message) options.fail({ errMsg: message });
        },
        errMsg,
      );

    scenario('waits for the whole scope, makes the file, and sends it', stage, async () => {
      await openHistory({ count: 0 });
      await stage.sandbox.addOrder({
        created_at: at('2026-05-01T08:30:00'),
        merchandise_description: '=1+1',
        transaction_no: 'T1',
        trade_no: '1234567890123456789',
        total_fen: 10_000,
      });
      await statistics.openComplete();
      expect(await statistics.exporting()).toEqual({ note: '', action: make });
      // Under "style": "v2" WeChat gives a native button a width of its own.
      expect(await (await statistics.element()).$$('button')).toEqual([]);
      await statistics.tapExport();
      await until('the file', async () => (await statistics.exporting())?.action === '发送给朋友');
      expect((await statistics.exporting())?.note).toBe('已生成 支付记录-2026年.csv，共 1 笔');
      expect((await statistics.exported()).split('\r\n').slice(1)).toEqual([
        "2026-05-01 08:30:00,'=1+1,微信支付,CNY,100.00,,0.00,100.00,'1234567890123456789,T1",
        '',
      ]);
      await answer('shareFileMessage', 'shareFileMessage:fail cancel');
      await statistics.tapExport();
      await until('the call', async () => {
        const options = (await given()) as Record<string, string> | null;
        return options?.['fileName'] === '支付记录-2026年.csv';
      });
      await statistics.leave();
      await until('no file', async () => (await statistics.exported()) === '');
    });

    scenario('is not offered for a part', stage, async () => {
      await openHistory({ count: 400 });
      await stage.sandbox.addFault({ kind: 'stall', match: SECOND_PAGE });
      await statistics.openFresh();
      await statistics.choose('全部');
      await until('the part', async () => (await statistics.progress()) !== '');
      expect((await statistics.exporting())?.note).toBe('读完这段时间的支付记录后，就可以导出');
      await statistics.tapExport();
      await stage.sandbox.clearFaults();
      await statistics.complete();
      expect(await statistics.exporting()).toEqual({ note: '', action: make });
      expect(await statistics.exported()).toBe('');
    });

    scenario('saves on a desktop, and says where WeChat refuses', stage, async () => {
      await openHistory({ count: 30 });
      await stage.setConditions({ platform: 'windows' });
      const toasts = await recordToasts(stage);
      try {
        await statistics.openComplete();
        await statistics.tapExport();
        await until(
          'the file',
          async () => (await statistics.exporting())?.action === '保存到电脑',
        );
        await answer('saveFileToDisk', 'saveFileToDisk:fail not supported');
        await statistics.tapExport();
        await until('the refusal', async () => (await toasts.seen()).length > 0);
        const { filePath } = (await given()) as Record<string, string>;
        expect(filePath).toMatch(/\/支付记录-2026年\.csv$/);
        expect(await toasts.seen()).toEqual(['导出失败，请更新微信后重试，或换一台设备']);
        await statistics.choose('全部');
        await until('no file', async () => (await statistics.exported()) === '');
      } finally {
        await toasts.stop();
        await stage.setConditions({ platform: 'android' });
      }
    });

    scenario('leaves no file for another user', stage, async () => {
      await openHistory({ count: 30 });
      await statistics.openComplete();
      await statistics.tapExport();
      await until('the file', async () => (await statistics.exported()) !== '');
      await traffic.signInOnNextRequest(2);
      await statistics.refresh();
      await until('no file', async () => (await statistics.exported()) === '');
      await statistics.complete();
    });
  });

  describe.each([
    ['phone', 'en', 1.75],
    ['small', 'en', 1.75],
    ['small', 'zh_CN', 1.75],
    ['phone', 'zh_CN', 1],
  ] as const)('on the %s screen in %s at text size %s', (name, language, textSize) => {
    useLook(stage, screen, name, { language, textSize, theme: 'dark' });

    scenario('no text is cut', stage, async () => {
      await openHistory({ count: 90 });
      await stage.sandbox.addOrder({ total_fen: 123_456_789, refund_status: 'partial' });
      await statistics.openComplete();
      const cut: string[] = [];
      for (const [component, selectors] of Object.entries(TEXTS)) {
        const [part] = await (await statistics.element()).$$(component);
        for (const selector of selectors) {
          const elements = (await part?.$$(selector)) ?? [];
          expect({ selector, isThere: elements.length > 0 }).toEqual({ selector, isThere: true });
          for (const element of elements)
            if ((await cutOff(element)) > 0) cut.push(`${selector} ${await element.text()}`);
        }
      }
      await statistics.tapExport();
      await until('the file', async () => (await statistics.exporting())?.note !== '');
      for (const selector of ['.export__note', '.export__button']) {
        const element = await (await statistics.element()).$(selector);
        if (element && (await cutOff(element)) > 0) cut.push(selector);
      }
      expect(cut).toEqual([]);
      const page = await stage.miniProgram.currentPage();
      expect((await page!.size()).width).toBe(SCREENS[name].width);
      const [tabs] = await screen.all('payment-statistics', 'tab-bar', '.tabs');
      const { left, right } = await screen.boxOf(tabs ?? null);
      expect([left, right]).toEqual([0, SCREENS[name].width]);
    });
  });
});
