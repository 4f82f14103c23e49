import { elementOf, type Element } from '../../testing/client';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

/** Globals of the logic layer, where evaluated functions run. */
declare function getApp(): { replaced?: object };

/** A component of the page in the logic layer. */
interface Instance {
  setData(data: object): void;
  createIntersectionObserver(): object;
}

const ORDERS = { path: '/hserve/*/idp/pay/order/' };
/** Height of a host's navigation bar, and of the offline banner, in px. */
const BAR = 88;
const BANNER = 34;

describe('the history on platforms that behave differently', () => {
  const stage = useStage();
  const history = new History(stage);
  const traffic = new Traffic(stage);
  const ready = () => until('the list', async () => (await history.phase()) === 'ready');
  const part = async (selector: string): Promise<Element | null> => {
    const element = await elementOf(stage, 'payment-history');
    return element?.$(selector) ?? null;
  };
  const setData = (data: object) =>
    stage.miniProgram.evaluate((values: object) => {
      const page = getCurrentPages().slice(-1)[0] as unknown as {
        selectComponent(selector: string): Instance;
      };
      page.selectComponent('#history').setData(values);
    }, data);
  const restoreWx = () =>
    stage.miniProgram.evaluate(() => void Object.assign(wx, getApp().replaced));

  // Also after a scenario that failed: the others do not depend on it.
  afterEach(async () => {
    await restoreWx();
    await stage.setConditions({
      textSize: 1,
      network: 'wifi',
      foreground: true,
      platform: 'android',
      language: 'zh_CN',
    });
  });

  scenario('WeChat reports neither language nor width: the list is readable', stage, async () => {
    await stage.sandbox.reset();
    await stage.miniProgram.evaluate(() => {
      getApp().replaced = { ...wx };
      Object.assign(wx, { getAppBaseInfo: () => ({}), getWindowInfo: () => ({ windowWidth: 0 }) });
    });
    await history.open();
    expect((await history.keys()).length).toBeGreaterThanOrEqual(20);
    expect(Number((await (await history.rowElements())[0]?.size())?.height)).toBe(76);
  });

  scenario('a width that is reported late is taken after the first draw', stage, async () => {
    await stage.sandbox.reset();
    await stage.setConditions({ textSize: 1.75 });
    await stage.miniProgram.evaluate(() => {
      const replaced = { ...wx };
      getApp().replaced = replaced;
      // Asked by the component when it is attached and when its page is shown; then it is ready.
      let asked = 0;
      const late = () => {
        const info = replaced.getWindowInfo();
        asked += 1;
        if (asked <= 2) info.windowWidth = 60;
        return info;
      };
      Object.assign(wx, { getWindowInfo: late });
    });
    await history.open();
    // At 60 px the rows would be those of the smallest factor.
    await until('large rows', async () => {
      const [row] = await history.rowElements();
      return Number((await row?.size())?.height) > 150;
    });
  });

  scenario('the network is back without an event: an answer ends the banner', stage, async () => {
    // One page: an answer to a second one would end the banner too.
    await stage.sandbox.reset({ count: 15 });
    await history.open();
    await stage.miniProgram.mockWxMethod('getNetworkType', { networkType: 'none' });
    await stage.setConditions({ network: 'none' });
    await until('the banner', async () => (await history.offline()) !== '');
    await stage.setConditions({ foreground: false });
    await stage.setConditions({ network: 'wifi' });
    await stage.setConditions({ foreground: true });
    await history.drawn();
    expect(await history.offline()).not.toBe('');
    await history.pullDown();
    await until('no banner', async () => (await history.offline()) === '');
    await stage.miniProgram.restoreWxMethod('getNetworkType');
  });

  scenario('as the tenth page it opens a payment in its place', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    for (let pages = 1; pages < 10; pages += 1) await history.leave();
    await ready();
    const [first] = await history.keys();
    await history.tapInRow(first ?? '', '.row');
    await until('the payment', async () => {
      const page = await history.page();
      return page?.path === 'pages/payment/payment';
    });
    expect(await stage.miniProgram.pageStack()).toHaveLength(10);
  });

  scenario('as the tenth page it opens the statistics in its place', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    for (let pages = 1; pages < 10; pages += 1) await history.leave();
    await ready();
    const page = await stage.miniProgram.currentPage();
    await (await page?.$('.statistics'))?.tap();
    await until('the statistics', async () => {
      const { path } = (await history.page()) ?? {};
      return path === 'pages/statistics/statistics';
    });
    expect(await stage.miniProgram.pageStack()).toHaveLength(10);
  });

  scenario('the developer reads once that WeChat refuses the host', stage, async () => {
    await stage.sandbox.reset();
    await stage.miniProgram.evaluate(() => {
      getApp().replaced = { ...wx };
      const refuse = ({ fail }: { fail: (cause: object) => void }) => {
        fail({ errMsg: 'request:fail url not in domain list', errno: 600002 });
      };
      Object.assign(wx, { request: refuse });
    });
    await stage.sandbox.expireTokens();
    await history.open();
    expect(await history.notice()).toContain('小程序还没有设置好');
    await history.retry();
    await until('the second failure', async () => (await history.phase()) === 'failed');
    const complaints = stage.expectConsole();
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('不校验合法域名');
    expect(complaints[0]).toContain('http://127.0.0.1:');
  });

  describe('where no observer fires', () => {
    const openBlind = async () => {
      await stage.sandbox.reset();
      await stage.sandbox.addFault({ kind: 'stall', match: ORDERS });
      await history.reopenWithoutStorage();
      await stage.miniProgram.evaluate(() => {
        const page = getCurrentPages().slice(-1)[0] as unknown as {
          selectComponent(selector: string): Instance;
        };
        const dead = {
          relativeToViewport: () => dead,
          observe: () => undefined,
          disconnect: () => undefined,
        };
        page.selectComponent('#history').createIntersectionObserver = () => dead;
      });
      await stage.sandbox.clearFaults();
      await ready();
    };
    const jump = (scrollTop: number) =>
      stage.miniProgram.callWxMethod('pageScrollTo', { scrollTop, duration: 0 });

    scenario('the end of the page brings more, and a touch draws the rows', stage, async () => {
      await openBlind();
      await until('the whole list with its last rows', async () => {
        await jump(0);
        await jump(100_000);
        const { to, height } = await history.window();
        return (await history.footer()) === 'end' && to === height;
      });
      await jump(0);
      expect((await history.window()).from).toBeGreaterThan(0);
      await (await part('.history__list'))?.tap();
      await until('the first rows', async () => (await history.window()).from === 0);
    });
  });

  describe('the button that refreshes', () => {
    const button = () => part('.history__refresh');

    scenario('exists where pages cannot be pulled down', stage, async () => {
      for (const platform of ['windows', 'mac', 'devtools'] as const) {
        await stage.setConditions({ platform });
        await history.open();
        expect(await (await button())?.text()).toBe('刷新');
      }
      for (const platform of ['ios', 'android'] as const) {
        await stage.setConditions({ platform });
        await history.open();
        expect(await button()).toBeNull();
      }
    });

    scenario('exists on every platform where the host shows it', stage, async () => {
      await history.open();
      await setData({ refreshButton: true });
      await until('the button', button);
    });

    scenario('reads the newest payments, and is large enough for a finger', stage, async () => {
      await stage.sandbox.reset({ count: 15 });
      await stage.setConditions({ platform: 'windows', language: 'en' });
      await history.open();
      await traffic.waitUntilIdle({ atLeast: 1 });
      const toasts = await recordToasts(stage);
      const added = await stage.sandbox.addOrder({ merchandise_description: 'new' });
      expect(await (await button())?.text()).toBe('Refresh');
      const { width, height } = (await (await button())?.size()) ?? { width: 0, height: 0 };
      expect(Math.min(Number(width), Number(height))).toBeGreaterThanOrEqual(44);
      await (await button())?.tap();
      await until('the new payment', async () =>
        (await history.keys()).includes(added.transaction_no),
      );
      await until('the toast', async () => (await toasts.seen()).length > 0);
      expect(await toasts.seen()).toEqual(['1 new']);
      await toasts.stop();
    });
  });

  describe('below a navigation bar of the host', () => {
    const openBelowBar = async () => {
      await stage.setConditions({ network: 'wifi' });
      await stage.sandbox.reset();
      await history.open();
      await setData({ coveredTop: BAR });
      await history.scrollToEnd();
    };

    scenario('headers stick and months stop below it', stage, async () => {
      await openBelowBar();
      await history.scrollTo(0);
      await history.openMonths('2026年11月');
      await history.goToMonth(2, '2026年9月', BAR);
      await history.scrollTo((await history.scrollTop()) + 200);
      expect((await history.headers()).map(({ from }) => from)).toContain(BAR);
    });

    scenario('the banner stands below it, and the headers below the banner', stage, async () => {
      await openBelowBar();
      await stage.setConditions({ network: 'none' });
      await until('the banner', async () => (await history.offline()) !== '');
      await history.scrollTo(400);
      const banner = await (await part('offline-banner'))?.$('.offline');
      const top = ((await banner?.offset())?.top ?? 0) - (await history.scrollTop());
      expect(top).toBe(BAR);
      await history.scrollTo(0);
      await history.openMonths('2026年11月');
      await history.goToMonth(2, '2026年9月', BAR + BANNER);
      await stage.setConditions({ network: 'wifi' });
    });
  });
});
