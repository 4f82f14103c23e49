import { expectedRow } from './support/expected';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

describe('a user of an earlier visit', () => {
  const stage = useStage();
  const history = new History(stage);

  scenario('sees the stored payments before the answer', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const stored = (await stage.sandbox.orders()).reverse();
    const added = await stage.sandbox.addOrder({ merchandise_description: '刚刚付的' });
    await stage.sandbox.addFault({ kind: 'stall' });
    await history.reLaunch();
    await until('rows', async () => (await history.keys()).length > 0);
    expect(await history.phase()).toBe('loading');
    expect(await history.rows()).toEqual(
      stored.slice(0, 20).map((order) => expectedRow(order, NOW)),
    );
    await stage.sandbox.clearFaults();
    await until('the answer', async () => (await history.phase()) === 'ready');
    expect((await history.keys())[0]).toBe(added.transaction_no);
  });

  scenario('keeps the stored payments after a failure, with its cause', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const before = await history.rows();
    await stage.sandbox.addFault({ kind: 'status', status: 500 });
    await history.openAgain();
    expect(await history.notice()).toContain('服务暂时异常');
    expect(await history.rows()).toEqual(before.slice(0, 20));
    await stage.sandbox.clearFaults();
    await history.retry();
    await until('the answer', async () => (await history.phase()) === 'ready');
    expect(await history.notice()).toBeNull();
  });

  scenario('sees no stored payments after the login is refused', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    await stage.sandbox.addFault({ kind: 'status', status: 401 });
    await history.openAgain();
    expect(await history.keys()).toEqual([]);
    expect(await history.notice()).toContain('登录已失效');
    expect(stage.expectConsole()).toEqual([expect.stringContaining('refuses the sign-in')]);
    await stage.sandbox.clearFaults();
    await stage.sandbox.addFault({ kind: 'stall' });
    await history.reLaunch();
    await until('the skeleton', async () => (await history.phase()) === 'loading');
    expect(await history.keys()).toEqual([]);
    await stage.sandbox.clearFaults();
  });
});
