import { cutOff, Screen } from './support/boxes';
import { useLook } from './support/look';
import { History } from './support/history';
import { SearchAndFilters } from './support/search-and-filters';
import { MonthSheet } from './support/month-sheet';
import { scenario, useStage } from './support/stage';
import { Statistics } from '../../testing/statistics';
import { recordToasts } from './support/toasts';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

const PRESENT = '2026年11月';
const LATER = { path: '/hserve/*/idp/pay/order/', minOffset: 150 };
const at = (time: string) => Date.parse(`${time}+08:00`) / 1000;

/** Year and month in Beijing of an order. */
const monthOf = ({ created_at }: { created_at: number }) => {
  const [year = 0, month = 0] = new Date((created_at + 8 * 3600) * 1000)
    .toISOString()
    .split('-')
    .map(Number);
  return { year, month };
};
const title = ({ year, month }: { year: number; month: number }) => `${year}年${month}月`;
const iso = ({ year, month }: { year: number; month: number }) =>
  `${year}-${String(month).padStart(2, '0')}`;

describe('a month that is not loaded', () => {
  const stage = useStage();
  const history = new History(stage);
  const sheet = new MonthSheet(stage, history);
  const finder = new SearchAndFilters(stage);
  const statistics = new Statistics(stage);
  const screen = new Screen(stage);
  const traffic = new Traffic(stage);

  /** Opens a list of 600 payments. @returns The month of the payment in its middle. */
  const open = async () => {
    await traffic.start({ count: 600 });
    await history.open();
    return monthOf((await stage.sandbox.orders())[300]!);
  };

  /** Taps the bar of a month in the statistics of all time. */
  const tapMonth = async ({ year, month }: { year: number; month: number }) => {
    await statistics.choose('全部');
    await statistics.complete();
    await statistics.tapBar(`${year}年`);
    await until('the bars of the year', async () =>
      (await statistics.cards())[0]?.title.startsWith(`${year}年`),
    );
    await statistics.tapBar(`${month}月`);
  };

  scenario('is reached by reading back', stage, async () => {
    const month = await open();
    await history.openMonths(PRESENT);
    await sheet.pick(iso(month));
    await sheet.atTop(title(month));
    expect(await sheet.isOpen()).toBe(false);
    const keys = (await stage.sandbox.orders())
      .filter((order) => title(monthOf(order)) === title(month))
      .map((order) => order.transaction_no);
    expect(keys).toContain((await history.onScreen())[0]?.key);
    const offsets = (await traffic.requests()).map(({ query }) => Number(query['offset']));
    expect(Math.max(...offsets)).toBeLessThan(500);
  });

  scenario('shows how far back the list is, and stops where the person stops', stage, async () => {
    const month = await open();
    await stage.sandbox.addFault({ kind: 'stall', match: LATER });
    await history.openMonths(PRESENT);
    await sheet.pick(iso(month));
    await until('the way', async () => /已到20.*已读取 \d{3} \/ 600 笔/.test(await sheet.way()));
    expect(await sheet.way()).toContain(`正在跳转到${title(month)}`);
    await sheet.tap('停止');
    await until('the list', async () => !(await sheet.isOpen()));
    await stage.sandbox.clearFaults();
    // Three pages before the held ones, and the two that were on their way.
    const { length } = await traffic.waitUntilIdle();
    expect(length).toBeLessThanOrEqual(5);
    expect(await history.scrollTop()).toBe(0);
  });

  scenario('is reached after a failure that the person repeats', stage, async () => {
    const month = await open();
    await stage.sandbox.addFault({ kind: 'status', status: 400, match: LATER });
    await history.openMonths(PRESENT);
    await sheet.pick(iso(month));
    await until('the failure', async () => (await sheet.way()).includes('加载失败'));
    await stage.sandbox.clearFaults();
    await sheet.tap('重试');
    await sheet.atTop(title(month));
  });

  scenario('without payments leads to the next older one, and a toast says so', stage, async () => {
    await traffic.start({ count: 0, maxLimit: 20 });
    for (let nth = 0; nth < 50; nth += 1)
      await stage.sandbox.addOrder({ created_at: at('2026-11-02T10:00:00') - nth });
    for (let nth = 0; nth < 20; nth += 1)
      await stage.sandbox.addOrder({ created_at: at('2025-05-20T10:00:00') - nth });
    await history.open();
    const toasts = await recordToasts(stage);
    await history.openMonths(PRESENT);
    await sheet.pick('2025-08');
    await sheet.atTop('2025年5月');
    expect(await toasts.seen()).toEqual(['2025年8月没有记录，已到2025年5月']);
    await toasts.stop();
  });

  scenario('is reached by a tap on its bar in the statistics', stage, async () => {
    const month = await open();
    await statistics.openFresh();
    await tapMonth(month);
    await sheet.atTop(title(month));
  });

  scenario(
    'is reached from the statistics also where a tab hides its payments',
    stage,
    async () => {
      const month = await open();
      await finder.chooseTab('待支付');
      const toasts = await recordToasts(stage);
      await statistics.openFresh();
      await tapMonth(month);
      await sheet.atTop(title(month));
      expect(await finder.selectedTab()).toBe('全部');
      expect(await toasts.seen()).toEqual([]);
      await toasts.stop();
    },
  );

  scenario('is reached also where no list was open', stage, async () => {
    const month = await open();
    const url = '/pages/statistics/statistics';
    await stage.miniProgram.callWxMethod('reLaunch', { url });
    await until('the statistics', async () => (await statistics.cards()).length > 0);
    await tapMonth(month);
    await until('the list', async () => {
      const page = await stage.miniProgram.currentPage();
      return page?.path === 'pages/payments/payments';
    });
    await sheet.atTop(title(month));
  });

  describe.each([
    ['phone', 'en', 1.75, 'dark', 'Nov 2026'],
    ['small', 'en', 1.75, 'light', 'Nov 2026'],
    ['small', 'zh_CN', 1.75, 'dark', PRESENT],
    ['phone', 'zh_CN', 1, 'light', PRESENT],
  ] as const)(
    'on the %s screen in %s at text size %s',
    (name, language, textSize, theme, newest) => {
      useLook(stage, screen, name, { language, textSize, theme });

      scenario('no text of the way is cut', stage, async () => {
        const month = await open();
        await stage.sandbox.addFault({ kind: 'status', status: 400, match: LATER });
        await history.openMonths(newest);
        await sheet.pick(iso(month));
        const elements = await until('the failure', async () => {
          const texts = await sheet.texts();
          return texts.length >= 5 && texts;
        });
        for (const element of elements) {
          const text = await element.text();
          expect({ text, cut: await cutOff(element) }).toEqual({ text, cut: 0 });
        }
      });
    },
  );
});
