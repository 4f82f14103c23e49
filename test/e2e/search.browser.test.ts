import type { StoredOrder } from '../../sandbox/order';
import { SearchAndFilters } from './support/search-and-filters';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const toFullWidth = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0);

/** Rows on screen and around it in a long list. */
const LIVE_ROWS = 60;

const DETAIL = /^\/hserve\/v2\.0\/idp\/pay\/order\/[^/]+\/$/;

describe('search', () => {
  const stage = useStage();
  const history = new History(stage);
  const finder = new SearchAndFilters(stage);

  const open = async (options: object) => {
    await stage.sandbox.reset(options);
    await finder.open();
  };
  const newestFirst = async () => (await stage.sandbox.orders()).reverse();
  const rowKeys = () => history.keys();
  const describedBy = (orders: readonly StoredOrder[], text: string) =>
    orders
      .filter((order) => order.merchandise_description.includes(text))
      .map((order) => order.transaction_no);

  /** The lookups of a number at the server: kind and status. */
  const lookups = async () =>
    (await stage.sandbox.requests())
      .filter(({ path, query }) => DETAIL.test(path) || query['trade_no'])
      .map(({ query, status }) => `${query['trade_no'] ? 'trade' : 'transaction'} ${status}`);

  /** Waits until no lookup is pending; returns its message. */
  const looked = () =>
    until('the end of the lookup', async () => {
      const said = await finder.lookup();
      return said?.includes('正在查找') ? false : { said };
    });

  /** Waits for the detail page. */
  const opened = () =>
    until('the payment', async () => (await history.page())?.path === 'pages/payment/payment');

  scenario('finds an old payment by its transaction number', stage, async () => {
    await open({ count: 400 });
    const oldest = (await newestFirst()).pop();
    await finder.search(`流水号：${oldest?.transaction_no} `);
    await opened();
    expect((await history.page())?.query).toEqual({ transaction_no: oldest?.transaction_no });
    expect(await lookups()).toContain('transaction 200');
    expect(await lookups()).not.toContain('trade 200');
  });

  scenario('finds an old payment by its trade number', stage, async () => {
    await open({ count: 400 });
    const old = (await newestFirst()).slice(300).find(({ trade_no }) => trade_no !== null);
    await finder.search(` ${old?.trade_no}`);
    await opened();
    expect((await lookups()).slice(0, 2)).toEqual(['transaction 404', 'trade 200']);
  });

  scenario('sends no request for a number that is loaded', stage, async () => {
    await open({ count: 40 });
    const [newest] = await newestFirst();
    const byTradeNumber = async () =>
      (await lookups()).filter((asked) => asked.startsWith('trade')).length;
    const before = await byTradeNumber();
    await finder.search(newest?.trade_no ?? '');
    await opened();
    expect((await history.page())?.query).toEqual({ transaction_no: newest?.transaction_no });
    expect(await byTradeNumber()).toBe(before);
  });

  scenario(
    'reports an unknown number, keeps it in the field and searches its text',
    stage,
    async () => {
      await open({ count: 40 });
      const before = await rowKeys();
      const [others] = await stage.sandbox.orders(2);
      for (const number of ['4200002345202611231234567890', others?.transaction_no ?? '']) {
        await finder.search(number);
        expect((await looked()).said).toContain('没有找到这个单号的支付记录');
        expect(await finder.searchText()).toBe(number);
        expect(await rowKeys()).toEqual([]);
        expect(await finder.note()).toContain('找到 0 笔');
      }
      await finder.endSearch();
      await until('all payments', async () => (await finder.note()) === '');
      expect(await rowKeys()).toEqual(before);
      expect(await finder.lookup()).toBeNull();
    },
  );

  scenario('a number that is found leaves an empty field above the whole list', stage, async () => {
    await open({ count: 400 });
    const stored = await newestFirst();
    const before = await until('all rows around the screen', async () => {
      const keys = await rowKeys();
      return keys.length === LIVE_ROWS && keys;
    });
    for (const order of [stored[3], stored[399]]) {
      await finder.search(order?.transaction_no ?? '');
      await opened();
      await stage.miniProgram.callWxMethod('navigateBack', {});
      await until('the list', async () =>
        (await history.page())?.path.startsWith('pages/payments'),
      );
      await until('all payments', async () => (await rowKeys()).length === LIVE_ROWS);
      expect(await finder.searchText()).toBe('');
      expect(await finder.note()).toBe('');
      expect(await finder.lookup()).toBeNull();
      expect(await rowKeys()).toEqual(before);
    }
  });

  for (const [form, dress] of [
    ['in letters of full width', (number: string) => number.replace(/[!-~]/g, toFullWidth)],
    ['in groups', (number: string) => number.replace(/.{4}(?=.)/g, '$& ')],
    ['with the label of a bill', (number: string) => `商户单号 ${number}`],
    ['with an English label', (number: string) => `Merchant order no.: ${number}.`],
    [
      'with invisible marks',
      (number: string) => `\u202a${number.slice(0, 9)}\u200b${number.slice(9)}`,
    ],
  ] as const) {
    scenario(`finds an old payment by a number ${form}`, stage, async () => {
      await open({ count: 60 });
      const [oldest] = await stage.sandbox.orders();
      await finder.search(dress(oldest?.trade_no ?? ''));
      await opened();
      expect((await history.page())?.query).toEqual({ transaction_no: oldest?.transaction_no });
    });
  }

  scenario('finds a loaded payment by the number on WeChat’s bill', stage, async () => {
    for (const dialect of ['documented', 'captured']) {
      await stage.sandbox.reset({ count: 0, dialect });
      const order = await stage.sandbox.addOrder({
        gateway_extra_info: { wechat_response: { transaction_id: '4200001111202611231234567890' } },
      });
      await finder.open();
      await finder.search('4200 0011 1120 2611 2312 3456 7890');
      await opened();
      expect((await history.page())?.query).toEqual({ transaction_no: order.transaction_no });
    }
  });

  scenario('names the number to use for an old payment of WeChat’s bill', stage, async () => {
    await open({ count: 40 });
    await finder.search('交易单号：4200002345202611231234567890');
    expect((await looked()).said).toContain('商户单号');
  });

  scenario('searches a number among the descriptions too', stage, async () => {
    await stage.sandbox.reset({ count: 20 });
    const phone = await stage.sandbox.addOrder({ merchandise_description: '话费充值 13800138000' });
    const goods = await stage.sandbox.addOrder({
      merchandise_description: 'iPhone15ProMax256GB 手机壳',
    });
    await finder.open();
    for (const [text, order] of [
      ['13800138000', phone],
      ['１３８ ００１３ ８０００', phone],
      ['iPhone15ProMax256GB', goods],
      ['iPhone15ProMax256GB 手机壳', goods],
    ] as const) {
      await finder.search(text);
      await until('the match', async () => (await rowKeys()).join() === order.transaction_no);
      await until('the end of the lookup', async () => (await finder.lookup()) === null);
      expect(await rowKeys()).toEqual([order.transaction_no]);
      expect(await finder.searchText()).toBe(text);
    }
  });

  for (const [text, description] of [
    ['会员卡', '会\u200b员\u00ad卡'],
    ['👨‍👩‍👧', '👨‍👩‍👧 家庭套餐'],
    ['88元', '优惠券 88 元'],
    ['Ｖ６０', '滤纸 v60'],
  ] as const) {
    scenario(`finds ${JSON.stringify(description)} by ${text}`, stage, async () => {
      await stage.sandbox.reset({ count: 3 });
      const order = await stage.sandbox.addOrder({ merchandise_description: description });
      await finder.open();
      await finder.search(text);
      await until('the match', async () => (await finder.note()).includes('找到 1 笔'));
      expect(await rowKeys()).toEqual([order.transaction_no]);
    });
  }

  scenario('typing changes the data of the field once', stage, async () => {
    await open({ count: 3 });
    const calls = async () => (await stage.setDataCount())['components/search-bar/search-bar'] ?? 0;
    const before = await calls();
    for (let length = 1; length <= 10; length += 1)
      await finder.type('kafeidoujy'.slice(0, length));
    expect(await finder.searchText()).toBe('kafeidoujy');
    expect((await calls()) - before).toBe(1);
  });

  scenario('reports a failed lookup and retries it', stage, async () => {
    await open({ count: 40 });
    const match = { path: '/hserve/v2.0/idp/pay/order/*/' };
    await stage.sandbox.addFault({ kind: 'status', status: 500, match });
    await finder.search('4200002345202611231234567890');
    expect((await looked()).said).toContain('服务暂时异常');
    await stage.sandbox.clearFaults();
    await finder.retryLookup();
    await until('an answer', async () => (await finder.lookup())?.includes('没有找到'));
  });

  scenario(
    'lists the payments whose description matches, and searches further back',
    stage,
    async () => {
      await open({ count: 1500 });
      const stored = await newestFirst();
      const wanted = describedBy(stored, '咖啡');
      await finder.search('咖啡');
      await until('the first matches', async () => (await finder.note()).includes('中找到'));
      const seen = Number(/已加载的 (\d+) 笔/.exec(await finder.note())?.[1]);
      expect(seen).toBeLessThan(500);
      const first = describedBy(stored.slice(0, seen), '咖啡');
      expect(await rowKeys()).toEqual(first.slice(0, 60));
      expect(await history.allKeys()).toEqual(first);
      expect(await finder.note()).toContain(`找到 ${first.length} 笔`);
      expect(await history.footer()).toBe('further');
      const asked = (await stage.sandbox.requests()).length;
      await history.scrollToLast();
      expect((await stage.sandbox.requests()).length).toBe(asked);
      await until('the end', async () => {
        const isThrough = (await finder.note()).startsWith('已找遍 1500 笔');
        if (!isThrough && (await history.footer()) === 'further') await history.retry();
        return isThrough;
      });
      expect(await finder.note()).toBe(`已找遍 1500 笔，找到 ${wanted.length} 笔`);
      expect(await history.allKeys()).toEqual(wanted);
      await finder.endSearch();
      await until('all payments', async () => (await finder.note()) === '');
      expect((await rowKeys())[0]).toBe(stored[0]?.transaction_no);
    },
  );

  scenario('a tab or a filter is searched by what was only typed before', stage, async () => {
    await open({ count: 60 });
    for (const choose of [() => finder.chooseTab('已支付'), () => finder.filterBy('微信支付')]) {
      await finder.open('tab=all');
      await finder.type('咖啡');
      await choose();
      expect(await finder.searchText()).toBe('咖啡');
      await until('the search', async () => (await finder.note()) !== '');
      expect(describedBy(await newestFirst(), '咖啡')).toEqual(
        expect.arrayContaining(await rowKeys()),
      );
      await finder.endSearch();
      if ((await finder.chips()).length > 0) await finder.clearChips();
      await finder.chooseTab('全部');
    }
  });

  scenario('offers to search further back without a match', stage, async () => {
    await open({ count: 600 });
    await finder.search('没有的东西');
    await until('the notice', async () => (await history.notice())?.includes('继续往前找'));
    await until('the end', async () => {
      const notice = (await history.notice()) ?? '';
      if (notice.includes('继续往前找')) await history.retry();
      return notice.includes('查看全部');
    });
    await history.retry();
    await until('all payments', async () => (await rowKeys()).length >= 20);
    expect(await finder.searchText()).toBe('');
  });
});
