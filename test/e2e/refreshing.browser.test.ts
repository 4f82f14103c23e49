import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

describe('a pull-down refresh', () => {
  const stage = useStage();
  const history = new History(stage);
  const traffic = new Traffic(stage);
  const indicatorIsShown = () => until('the indicator', () => history.hasRefreshIndicator());
  const indicatorIsHidden = () =>
    until('no indicator', async () => !(await history.hasRefreshIndicator()));
  const newestIs = (key: string) =>
    until('the newest payment on top', async () => (await history.keys())[0] === key);

  const openQuietly = async () => {
    await traffic.start({ count: 95 });
    await history.open();
    await traffic.waitUntilIdle({ atLeast: 2 });
    expect(await history.hasRefreshIndicator()).toBe(false);
  };

  scenario('shows WeChat’s indicator until the answer', stage, async () => {
    await openQuietly();
    await traffic.holdNext();
    await history.pullDown();
    const held = await traffic.held();
    await indicatorIsShown();
    expect(await history.phase()).toBe('refreshing');
    await traffic.release(held);
    await indicatorIsHidden();
    expect(await history.phase()).toBe('ready');
  });

  scenario('hides the indicator after a failure', stage, async () => {
    await openQuietly();
    await stage.sandbox.addFault({ kind: 'status', status: 400, times: 1 });
    await history.pullDown();
    await until('the failure', async () => (await history.phase()) === 'refresh-failed');
    await indicatorIsHidden();
  });

  scenario('summarises its changes, only after a pull-down', stage, async () => {
    await openQuietly();
    const [, changed] = (await stage.sandbox.orders()).reverse();
    const { seen, stop } = await recordToasts(stage);
    try {
      await history.pullDown();
      await until('the first summary', async () => (await seen()).length > 0);
      await stage.sandbox.addOrder({});
      await stage.sandbox.addOrder({});
      await stage.sandbox.changeOrder(changed?.transaction_no ?? '', { refund_status: 'partial' });
      await history.pullDown();
      await until('the second summary', async () => (await seen()).length > 1);
      await stage.sandbox.addOrder({});
      await history.refresh();
      expect(await seen()).toEqual(['没有新变化', '2 笔新记录，1 笔有变化']);
    } finally {
      await stop();
    }
  });

  scenario('replaces a pending one and keeps the indicator', stage, async () => {
    await openQuietly();
    const early = await stage.sandbox.addOrder({});
    await traffic.holdNext();
    await history.pullDown();
    const first = await traffic.held();
    await traffic.holdNext();
    await history.pullDown();
    const second = await until('the second request', async () =>
      (await traffic.requests()).find(({ number }) => number > first.number),
    );
    await indicatorIsShown();
    expect(second.query).toEqual(first.query);
    expect(await history.phase()).toBe('refreshing');
    await traffic.release(second);
    await newestIs(early.transaction_no);
    await indicatorIsHidden();
    expect(await history.keysByPlace()).toEqual(
      (await stage.sandbox.orders()).map((order) => order.transaction_no).reverse(),
    );
  });
});
