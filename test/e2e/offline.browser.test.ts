import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

describe('the history without a network', () => {
  const stage = useStage();
  const history = new History(stage);
  const fresh = async () => {
    await stage.setConditions({ network: 'wifi' });
    await stage.sandbox.reset();
  };

  scenario('shows a banner above the unchanged list until the network returns', stage, async () => {
    await fresh();
    await history.open();
    const before = await history.rows();
    await stage.setConditions({ network: 'none' });
    await until('the banner', async () => (await history.offline()) !== '');
    expect(await history.offline()).toBe('离线，内容更新于今天 16:00');
    expect(await history.rows()).toEqual(before);
    await stage.setConditions({ network: '4g' });
    await until('no banner', async () => (await history.offline()) === '');
    expect(await history.rows()).toEqual(before);
  });

  scenario('shows a network change that happened in the background', stage, async () => {
    await fresh();
    await history.open();
    await stage.setConditions({ foreground: false });
    await stage.setConditions({ network: 'none' });
    await stage.setConditions({ foreground: true });
    await until('the banner', async () => (await history.offline()) !== '');
    await stage.setConditions({ foreground: false });
    await stage.setConditions({ network: '4g' });
    await stage.setConditions({ foreground: true });
    await until('no banner', async () => (await history.offline()) === '');
  });

  scenario('jumps to a loaded month whose header stops below the banner', stage, async () => {
    await fresh();
    await history.open();
    await history.scrollToEnd();
    await stage.setConditions({ network: 'none' });
    await until('the banner', async () => (await history.offline()) !== '');
    await history.scrollTo(0);
    await history.openMonths('2026年11月');
    await history.goToMonth(2, '2026年9月', 34);
  });

  scenario('shows the stored payments with their time', stage, async () => {
    await fresh();
    await history.open();
    const before = await history.rows();
    const added = await stage.sandbox.addOrder({ merchandise_description: '刚刚付的' });
    await stage.setConditions({ network: 'none', now: Date.parse('2026-11-25T09:00:00+08:00') });
    await history.openAgain();
    expect(await history.offline()).toBe('离线，内容更新于11月23日 16:00');
    expect(await history.keys()).toEqual(before.slice(0, 20).map(({ key }) => key));
    expect(await history.notice()).toBeNull();
    await stage.setConditions({ network: 'wifi' });
    await until('the answer', async () => (await history.phase()) === 'ready');
    expect((await history.keys())[0]).toBe(added.transaction_no);
    expect(await history.offline()).toBe('');
    await stage.setConditions({ now: Date.parse('2026-11-23T16:00:00+08:00') });
  });

  scenario('loads once, automatically, when no payments are stored', stage, async () => {
    await fresh();
    await stage.setConditions({ network: 'none' });
    await history.open();
    expect(await history.offline()).toBe('离线，连上网络后会自动加载');
    expect(await history.notice()).toContain('连不上网络');
    expect(await stage.sandbox.requests()).toEqual([]);
    await stage.sandbox.addFault({ kind: 'status', status: 400 });
    await stage.setConditions({ network: 'wifi' });
    await until('the answer', async () => (await history.notice())?.includes('服务无法处理请求'));
    const asked = await stage.sandbox.requests();
    expect(asked).toHaveLength(1);
  });

  scenario('continues automatically at the end of the list', stage, async () => {
    await fresh();
    await stage.sandbox.change({ maxLimit: 20 });
    await stage.sandbox.addFault({ kind: 'stall', match: { minOffset: 10 } });
    await history.open();
    await stage.setConditions({ network: 'none' });
    await until('the failure', async () => (await history.footer()) === 'error');
    expect(await history.footerText()).toContain('连不上网络');
    await stage.sandbox.clearFaults();
    await stage.setConditions({ network: 'wifi' });
    await until('no failure', async () => (await history.footer()) !== 'error');
    expect(await history.allKeys()).toHaveLength(95);
  });
});
