import type { Element } from '../../testing/client';
import { History } from './support/history';
import { hostApp } from './support/host-app';
import { NOW, scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

interface Page {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

/** Globals of the logic layer, where evaluated functions run. */
declare function getApp(): { events: unknown[] };

const SECOND = Date.parse(NOW) / 1000;
const PENDING = { status: 'pending', paid_at: null, created_at: SECOND - 600 };
/** Height of the content above a history, in px. */
const ABOVE = 700;
/** Height of the host's scroll-view, and what stands above it, in px. */
const VIEW = 600;
const TITLE = 50;

/** The text styles of a history, whatever those of its page are. */
const TEXT_STYLES = {
  direction: 'ltr',
  'text-align': 'left',
  'text-indent': '0px',
  'text-transform': 'none',
  'text-shadow': 'none',
  'letter-spacing': 'normal',
  'word-spacing': '0px',
  'word-break': 'normal',
  'white-space': 'normal',
  'line-height': 'normal',
  'font-style': 'normal',
  'font-weight': '400',
};

const FOLDER_OF_PAGES = {
  bare: ['<payment-history id="history" />', ''],
  below: [
    `<view style="height: ${ABOVE}px">above</view>
    <payment-history id="history" detail-page="/pages/payment/payment" />`,
    '',
  ],
  scrolled: [
    `<view style="height: ${TITLE}px">title</view>
    <scroll-view id="scroll" scroll-y enhanced style="height: ${VIEW}px">
      <view style="height: ${ABOVE}px">above</view>
      <payment-history id="history" scroller="#scroll" />
    </scroll-view>`,
    '',
  ],
  own: [
    `<payment-history id="history" can-open can-continue
      find-class="own-find" notice-class="own-notice"
      bindopenPayment="onEvent" bindcontinuePayment="onEvent"
    >
      <view slot="header" class="own-header">header</view>
      <view slot="empty" class="own-empty">shop</view>
      <view slot="footer" class="own-footer">footer</view>
    </payment-history>`,
    'onEvent({ type, detail }) { getApp().events.push([type, detail]); }',
  ],
} as const;

describe('an app whose own copy of the module is configured', () => {
  const stage = useStage([
    '--dist',
    hostApp(FOLDER_OF_PAGES, {
      settings: `onEvent: (event) => app.events.push(event),
        language: 'zh-TW',
        texts: { 'zh-TW': { find: { tabs: { all: '全部訂單' } }, noMore: '沒有更多了' } },`,
      css: `page { --payment-history-card: rgb(1, 2, 3); direction: rtl;
          text-align: center; text-indent: 20px; letter-spacing: 2px; word-spacing: 3px; font-style: italic;
          font-weight: bold; text-transform: uppercase; white-space: pre; word-break: break-all;
          line-height: 40px; text-shadow: 0 0 1px red; }
        .own-find { margin-top: 11px; } .own-notice { margin-top: 12px; }`,
    }),
  ]);
  const at = (name: keyof typeof FOLDER_OF_PAGES) => new History(stage, `/host/${name}`);
  const inside = async (...selectors: string[]): Promise<Element> => {
    const page = await stage.miniProgram.currentPage();
    let found = (await page?.$('payment-history')) as unknown as Element | null;
    for (const selector of selectors) found = (await found?.$(selector)) ?? null;
    if (!found) throw new Error(`there is no ${selectors.join(' ')}`);
    return found;
  };
  const textOfHost = async (selector: string) =>
    (await (await stage.miniProgram.currentPage())?.$(selector))?.text();
  const pathOf = async () => (await stage.miniProgram.currentPage())?.path;
  const events = () => stage.miniProgram.evaluate(() => getApp().events.splice(0));

  describe('on a page with the bare tag', () => {
    const history = at('bare');

    scenario('a pending payment has its status and no button', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      await stage.sandbox.addOrder(PENDING);
      await history.open();
      const row = await history.firstRow();
      expect(row?.status).toBe('待支付');
      const [element] = await history.rowElements();
      expect(await element?.$('.pay')).toBeNull();
    });

    scenario('a row is no button, and a tap opens nothing', stage, async () => {
      await stage.sandbox.reset({ count: 3 });
      await history.open();
      const [element] = await history.rowElements();
      const row = await element?.$('.row');
      expect(await row?.attribute('role')).toBe('text');
      await row?.tap();
      await history.drawn();
      expect(await pathOf()).toBe('host/bare');
    });

    scenario('a number is searched as a text', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      const { transaction_no } = await stage.sandbox.addOrder({});
      await history.open();
      const search = await inside('find-bar', 'search-bar');
      await search.callMethod('triggerEvent', 'search', { text: transaction_no });
      await until('the search', async () => (await history.keys()).length === 0);
      expect(await pathOf()).toBe('host/bare');
    });
  });

  describe('below other content', () => {
    const history = at('below');

    scenario('all payments load, and a month scrolls to the top', stage, async () => {
      await stage.sandbox.reset({ count: 95 });
      await history.open();
      expect((await history.allKeys()).length).toBe(95);
      const { name } = (await history.headers())[0] ?? { name: '' };
      await history.openMonths(name);
      const months = await history.monthChoices();
      expect(months.length).toBeGreaterThan(1);
      const titles = (await (await inside()).data('menu')) as {
        years: { months: { key: string }[] }[];
      };
      const [, second] = titles.years.flatMap((year) => year.months);
      await history.goToMonth(1, second?.key ?? '');
    });

    scenario('another tab stays where the person is, or begins at the history', stage, async () => {
      await stage.sandbox.reset({ count: 95 });
      await history.open();
      const choose = async (value: string) => {
        const bar = await inside('find-bar', 'tab-bar');
        await bar.callMethod('triggerEvent', 'change', { value });
        await until('the tab', async () => (await history.phase()) === 'ready');
        await history.drawn();
      };
      await history.scrollTo(100);
      await choose('paid');
      expect(await history.scrollTop()).toBe(100);
      await history.scrollTo(3000);
      await choose('all');
      await until('the top', async () => (await history.scrollTop()) === ABOVE);
    });

    scenario('a tap opens the page of the payment once', stage, async () => {
      await stage.sandbox.reset({ count: 3 });
      await history.open();
      const [key = ''] = await history.keys();
      await history.tapInRow(key, '.row', 2);
      await until('the payment', async () => (await pathOf()) === 'pages/payment/payment');
      expect(await stage.miniProgram.pageStack()).toHaveLength(2);
    });
  });

  describe('in a scroll-view', () => {
    const history = at('scrolled');
    const scrollTo = (top: number) =>
      stage.miniProgram.evaluate((to: number) => {
        const page = getCurrentPages().slice(-1)[0] as unknown as Page;
        page
          .createSelectorQuery()
          .select('#scroll')
          .node(({ node }) => {
            (node as WechatMiniprogram.ScrollViewContext).scrollTo({ top: to, animated: false });
          })
          .exec();
      }, top);
    const scrolledTo = () =>
      stage.miniProgram.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const page = getCurrentPages().slice(-1)[0] as unknown as Page;
            page
              .createSelectorQuery()
              .select('#scroll')
              .scrollOffset(({ scrollTop }) => resolve(scrollTop))
              .exec();
          }),
      ) as Promise<number>;
    const readToTheEnd = () =>
      until('the end', async () => {
        await scrollTo(ABOVE + (await history.window()).height);
        // Before the window: a page that arrives between the two would be at its end, and not in the window.
        if ((await history.footer()) !== 'end') return false;
        const { to, height } = await history.window();
        return to === height;
      });

    scenario('rows are drawn and pages load as it scrolls', stage, async () => {
      await stage.sandbox.reset({ count: 95 });
      await history.open();
      expect(await scrolledTo()).toBe(0);
      await readToTheEnd();
      expect((await history.window()).from).toBeGreaterThan(0);
      await scrollTo(ABOVE);
      await until('the first rows', async () => (await history.window()).from === 0);
    });

    scenario('a month scrolls to its top, and the button scrolls back', stage, async () => {
      await stage.sandbox.reset({ count: 95 });
      await history.open();
      await readToTheEnd();
      await until('the button', async () => (await history.backToTop()) !== null);
      await (await history.backToTop())?.tap();
      await until('the top', async () => (await scrolledTo()) === 0);
      await until('the first rows', async () => (await history.window()).from === 0);
      const { name } = (await history.headers())[0] ?? { name: '' };
      await history.openMonths(name);
      const menu = (await (await inside()).data('menu')) as {
        years: { months: { key: string }[] }[];
      };
      const [, second] = menu.years.flatMap((year) => year.months);
      await history.goToMonth(1, second?.key ?? '', TITLE);
    });
  });

  describe('with words, colours, slots and events of its own', () => {
    const history = at('own');

    scenario('the list has them', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      const { transaction_no } = await stage.sandbox.addOrder(PENDING);
      await events();
      await history.open();
      expect(await textOfHost('.own-header')).toBe('header');
      expect(await textOfHost('.own-footer')).toBe('footer');
      expect(await (await inside('find-bar', 'tab-bar')).text()).toContain('全部訂單');
      expect(await history.footerText()).toBe('沒有更多了');
      const [element] = await history.rowElements();
      const row = await element?.$('.row');
      expect(await row?.style('background-color')).toBe('rgb(1, 2, 3)');
      expect(await (await inside('find-bar', '.find')).style('margin-top')).toBe('11px');
      const root = await inside('.history');
      for (const [name, value] of Object.entries(TEXT_STYLES))
        expect([name, await root.style(name)]).toEqual([name, value]);
      await row?.tap();
      await (await element?.$('.pay'))?.tap();
      await until('the event', async () => (await (await element?.$('.pay'))?.text()) === '确认中');
      const seen = (await events()) as unknown[];
      expect(seen).toContainEqual(['openPayment', { transactionNo: transaction_no }]);
      expect(seen).toContainEqual([
        'continuePayment',
        expect.objectContaining({ transactionNo: transaction_no }),
      ]);
      expect(seen).toContainEqual({ name: 'list-read', payments: 1, isComplete: true });
      expect(seen).toContainEqual({ name: 'payment-opened' });
      expect(seen).toContainEqual({ name: 'payment-continued' });
    });

    scenario('the empty list has them', stage, async () => {
      await stage.sandbox.reset({ count: 0 });
      await history.open();
      expect(await textOfHost('.own-empty')).toBe('shop');
      expect(await (await inside('notice', '.notice')).style('margin-top')).toBe('12px');
    });
  });
});
