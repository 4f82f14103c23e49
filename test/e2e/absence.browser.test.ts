import { Detail } from '../../testing/detail';
import { History } from './support/history';
import { SearchAndFilters } from './support/search-and-filters';
import { NOW, scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

const HERE = Date.parse(NOW);

/** Rows of the first page. */
const FIRST_PAGE = 20;

describe('after an absence', () => {
  const stage = useStage();
  const history = new History(stage);
  const detail = new Detail(stage);
  const finder = new SearchAndFilters(stage);
  const traffic = new Traffic(stage);

  const away = async (ms: number) => {
    await stage.setConditions({ foreground: false });
    await stage.setConditions({ now: HERE + ms });
    await stage.sandbox.change({ now: (HERE + ms) / 1000 });
    await stage.setConditions({ foreground: true });
  };
  const start = async (count = 30) => {
    await stage.setConditions({ network: 'wifi', foreground: true, now: HERE });
    await stage.sandbox.reset({ count });
    await history.open();
    // The list reads the page after the first one ahead, once it has measured its rows.
    await traffic.waitUntilIdle({ atLeast: count > FIRST_PAGE ? 2 : 1 });
  };

  scenario('of a minute the newest payments are read again', stage, async () => {
    await start();
    const added = await stage.sandbox.addOrder({});
    await away(60_000);
    await until('the new payment', async () => (await history.keys())[0] === added.transaction_no);
  });

  scenario('of less than a minute nothing is read', stage, async () => {
    await start();
    const before = await traffic.requests();
    await away(59_000);
    await history.drawn();
    expect(await traffic.requests()).toEqual(before);
  });

  scenario('a payment whose page cannot find it leaves the list', stage, async () => {
    await start();
    const [first, second] = await history.keys();
    await stage.sandbox.removeOrder(first ?? '');
    await history.tapInRow(first ?? '', '.row');
    await until('the notice', async () => (await detail.phase()) === 'not-found');
    await stage.miniProgram.callWxMethod('navigateBack', {});
    await until('the list', async () => (await history.keys())[0] === second);
  });

  scenario('a search by number that failed without network opens its payment', stage, async () => {
    await start();
    const [oldest] = await stage.sandbox.orders();
    await stage.sandbox.reset({ count: 400 });
    await history.openAgain();
    const number = (await stage.sandbox.orders())[0]?.transaction_no ?? '';
    expect(number).not.toBe(oldest?.transaction_no);
    await stage.setConditions({ network: 'none' });
    await finder.search(number);
    await until('the failure', async () => (await finder.lookup())?.includes('连不上网络'));
    await stage.setConditions({ network: 'wifi' });
    await until('the detail page', async () => (await detail.phase()) === 'ready');
  });

  scenario('a payment without a transaction number opens by its trade number', stage, async () => {
    await start(0);
    const missing = { missing: ['transaction_no'] };
    const order = await stage.sandbox.addOrder({ ...missing, trade_no: 'WX20261123000000123456' });
    await history.openAgain();
    const [key] = await history.keys();
    await history.tapInRow(key ?? '', '.row');
    await until('the detail page', async () => (await detail.phase()) === 'ready');
    expect((await detail.facts())['订单号']).toBe(order.trade_no);
  });

  scenario('a payment without any number says that it cannot be opened', stage, async () => {
    await start(0);
    await stage.sandbox.addOrder({ missing: ['transaction_no', 'trade_no'] });
    await history.openAgain();
    const toasts = await recordToasts(stage);
    const [key] = await history.keys();
    await history.tapInRow(key ?? '', '.row');
    await until('the toast', async () => (await toasts.seen()).length > 0);
    expect(await toasts.seen()).toEqual(['这笔支付没有单号，无法查看详情']);
    expect(await detail.phase()).toBeNull();
    await toasts.stop();
  });
});
