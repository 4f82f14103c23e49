import type { StoredOrder } from '../../sandbox/order';
import { refuseAborts, SearchAndFilters } from './support/search-and-filters';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const LIST = '/hserve/v2.2/idp/pay/order/';

/** The payments of each tab, computed from the database only. */
const refundOf = ({ status, refund_status }: StoredOrder): string =>
  refund_status?.trim() || (['complete', 'partial'].includes(status) ? status : '');
const TABS: Record<string, (order: StoredOrder) => boolean> = {
  全部: () => true,
  已支付: ({ status }) => ['success', 'complete', 'partial'].includes(status),
  待支付: ({ status }) => status === 'pending',
  退款: (order) => refundOf(order) !== '',
};
const isAlipay = ({ gateway_type, missing }: StoredOrder) =>
  !missing.includes('gateway_type') && (gateway_type ?? '').startsWith('alipay');

describe('filters', () => {
  const stage = useStage();
  const history = new History(stage);
  const finder = new SearchAndFilters(stage);

  /** Opens the list without the filters of an earlier scenario. */
  const open = async (options: object = {}) => {
    await stage.sandbox.reset(options);
    await finder.open('tab=all');
    await finder.open();
    if ((await finder.chips()).length > 0) await finder.clearChips();
    if ((await finder.selectedTab()) !== '全部') await finder.chooseTab('全部');
  };

  /** Asserts that the list has exactly the selected payments, newest first; orders of one second may be swapped. */
  const expectExactly = async (isWanted: (order: StoredOrder) => boolean) => {
    const stored = (await stage.sandbox.orders()).reverse();
    const wanted = stored.filter(isWanted);
    const times = new Map(stored.map((order) => [order.transaction_no, order.created_at]));
    const keys = await history.allKeys();
    const shownTimes = keys.map((key) => times.get(key) ?? 0);
    expect(shownTimes).toEqual([...shownTimes].sort((a, b) => b - a));
    expect([...keys].sort()).toEqual(wanted.map((order) => order.transaction_no).sort());
  };

  const requestsFor = async (query: Record<string, string>) =>
    (await stage.sandbox.requests()).filter(
      (request) =>
        request.path === LIST &&
        Object.entries(query).every(([name, value]) => request.query[name] === value),
    );

  describe.each(['documented', 'captured'])('in the %s dialect', (dialect) => {
    scenario(`every tab lists each of its payments once, ${dialect}`, stage, async () => {
      await open({ count: 300, dialect });
      for (const [tab, isWanted] of Object.entries(TABS).reverse()) {
        await finder.chooseTab(tab);
        expect(await finder.selectedTab()).toBe(tab);
        await expectExactly(isWanted);
      }
    });
  });

  scenario('the late answer of the previous tab is never shown', stage, async () => {
    await open({ count: 300 });
    await refuseAborts(stage, true);
    const late = { path: LIST, query: { status: 'pending' } };
    await stage.sandbox.addFault({ kind: 'delay', ms: 1500, match: late });
    await finder.tapTab('待支付');
    await until('the slow request', async () => (await requestsFor(late.query)).length > 0);
    await finder.chooseTab('退款');
    await until('refunds', async () => (await history.keys()).length > 0);
    expect((await requestsFor(late.query)).map(({ status }) => status)).toEqual([null]);
    await until('the late answer', async () =>
      (await requestsFor(late.query)).every(({ status }) => status === 200),
    );
    await refuseAborts(stage, false);
    expect(await finder.selectedTab()).toBe('退款');
    await expectExactly((order) => refundOf(order) !== '');
  });

  scenario('a pending page adds nothing after the tab has changed', stage, async () => {
    await open({ count: 300 });
    await stage.sandbox.change({ maxLimit: 20 });
    const later = { path: LIST, minOffset: 10 };
    await finder.open();
    await refuseAborts(stage, true);
    await stage.sandbox.addFault({ kind: 'delay', ms: 1500, match: later });
    await history.scrollToLast();
    await until('a pending later page', async () => (await history.phase()) === 'appending');
    await finder.tapTab('待支付');
    await stage.sandbox.clearFaults();
    await finder.settled();
    await until('the late page', async () =>
      (await requestsFor({})).every(({ status }) => status === 200),
    );
    await refuseAborts(stage, false);
    await expectExactly(({ status }) => status === 'pending');
  });

  scenario('a tab starts at its top', stage, async () => {
    await open({ count: 300 });
    await history.scrollToLast();
    expect(await history.scrollTop()).toBeGreaterThan(500);
    await finder.chooseTab('已支付');
    await until('the top', async () => (await history.scrollTop()) === 0);
    const stored = (await stage.sandbox.orders()).reverse();
    const newest = stored.find((order) => TABS['已支付']?.(order));
    await until('the newest', async () => (await history.keys())[0] === newest?.transaction_no);
  });

  scenario('active filters are shown, and are removed one by one or together', stage, async () => {
    await open({ count: 300 });
    await finder.filterBy('部分退款', '支付宝');
    expect(await finder.chips()).toEqual(['部分退款', '支付宝']);
    expect(await finder.filterButton()).toBe('筛选 2');
    await expectExactly((order) => refundOf(order) === 'partial' && isAlipay(order));
    await finder.removeChip('部分退款');
    expect(await finder.chips()).toEqual(['支付宝']);
    await expectExactly(isAlipay);
    await finder.filterBy('无退款');
    await expectExactly((order) => refundOf(order) === '' && isAlipay(order));
    await finder.clearChips();
    expect(await finder.chips()).toEqual([]);
    expect(await finder.filterButton()).toBe('筛选');
    await expectExactly(() => true);
  });

  scenario(
    'a gateway without a server filter shows how many payments were searched',
    stage,
    async () => {
      await open({ count: 300 });
      await finder.filterBy('其他支付方式');
      expect(await finder.note()).toMatch(/^已加载的 \d+ 笔（最早到\d+年\d+月）中找到 \d+ 笔$/);
      await until('the end', async () => {
        const isThrough = (await finder.note()).startsWith('已找遍 300 笔');
        if (!isThrough && (await history.phase()) === 'ready') await history.retry();
        return isThrough;
      });
      const known = ['weixin', 'alipay', 'qpay', 'baidu', 'bytedance'];
      await expectExactly(({ gateway_type, missing }) => {
        const family = missing.includes('gateway_type') ? '' : (gateway_type ?? '');
        return !known.includes(family.split('_')[0] ?? '');
      });
    },
  );

  scenario('a filter without matches shows a notice with a show-all button', stage, async () => {
    await open({ count: 0 });
    const only = await stage.sandbox.addOrder({ status: 'failed' });
    await history.refresh();
    for (const [tab, words] of [
      ['已支付', '没有已支付的记录'],
      ['待支付', '没有待支付的记录'],
      ['退款', '没有退款记录'],
    ] as const) {
      await finder.chooseTab(tab);
      expect(await history.notice()).toContain(words);
      await history.retry();
      await finder.settled();
      expect(await finder.selectedTab()).toBe('全部');
      expect(await history.keys()).toEqual([only.transaction_no]);
    }
    await finder.filterBy('部分退款');
    expect(await history.notice()).toContain('没有符合条件的记录');
    await history.retry();
    await finder.settled();
    expect(await finder.chips()).toEqual([]);
  });

  scenario('a filter stays for the visit and is not stored', stage, async () => {
    await open({ count: 300 });
    await finder.chooseTab('退款');
    await finder.filterBy('部分退款');
    await finder.open();
    expect(await finder.selectedTab()).toBe('退款');
    expect(await finder.chips()).toEqual(['部分退款']);
    await expectExactly((order) => refundOf(order) === 'partial');
    const { keys } = (await stage.miniProgram.callWxMethod('getStorageInfoSync')) as {
      keys: string[];
    };
    expect(keys.filter((key) => /filter|tab/.test(key))).toEqual([]);
    await finder.clearChips();
    await finder.chooseTab('全部');
  });

  scenario('every touch target is at least 44 px', stage, async () => {
    await open({ count: 40 });
    await finder.filterBy('部分退款', '支付宝');
    await finder.search('没有的东西');
    await finder.openSheet();
    const sizes = await finder.targets();
    expect(Object.keys(sizes).length).toBeGreaterThan(18);
    const small = Object.entries(sizes).filter(([, size]) => size < 44);
    expect(small).toEqual([]);
  });

  describe('filters in the page’s URL', () => {
    scenario('the URL’s merchandise filter shows the payments of one product', stage, async () => {
      await open({ count: 300 });
      const stored = await stage.sandbox.orders();
      const record = stored.find((order) => order.merchandise_record_id)?.merchandise_record_id;
      await finder.open(`merchandise_record_id=${encodeURIComponent(record ?? '')}`);
      expect(await finder.chips()).toEqual(['当前商品']);
      await expectExactly((order) => order.merchandise_record_id === record);
      await finder.clearChips();
      await expectExactly(() => true);
    });

    scenario(
      'the URL’s filters select a tab and are not kept for the next visit',
      stage,
      async () => {
        await open({ count: 300 });
        await finder.open('tab=refunded&refund=complete');
        expect(await finder.selectedTab()).toBe('退款');
        await expectExactly((order) => refundOf(order) === 'complete');
        await finder.open();
        expect(await finder.selectedTab()).toBe('全部');
      },
    );

    scenario('invalid filters of the URL are reported and ignored', stage, async () => {
      await open({ count: 40 });
      await finder.open('tab=refunds&merchandise_schema_id=7x');
      expect(await finder.selectedTab()).toBe('全部');
      const warnings = stage.expectConsole();
      expect(warnings.join('\n')).toContain('tab is "refunds"');
      expect(warnings.join('\n')).toContain('merchandiseSchemaId is another text');
      expect(await history.allKeys()).toHaveLength(40);
    });
  });
});
