import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const ORDERS = { path: '/hserve/*/idp/pay/order/' };

/** Faults, and the message that each one shows. */
const FAILURES = [
  ['a dropped connection', { kind: 'drop' }, '连不上网络'],
  ['repeated 401', { kind: 'status', status: 401 }, '登录已失效'],
  ['400', { kind: 'status', status: 400 }, '服务无法处理请求'],
  ['500', { kind: 'status', status: 500 }, '服务暂时异常'],
  ['garbage', { kind: 'garbage' }, '数据异常，无法显示'],
] as const;

describe('after a failure', () => {
  const stage = useStage();
  const history = new History(stage);

  describe.each(FAILURES)('by %s', (name, fault, words) => {
    scenario(`the first page shows the cause and a retry loads it: ${name}`, stage, async () => {
      await stage.sandbox.reset();
      await stage.sandbox.addFault({ ...fault, match: ORDERS });
      await history.open();
      expect(await history.notice()).toContain(words);
      expect(await history.keys()).toEqual([]);
      await stage.sandbox.clearFaults();
      await history.retry();
      await until('the payments', async () => (await history.keys()).length >= 20);
      expect(await history.notice()).toBeNull();
    });

    scenario(
      `a later page keeps the loaded rows and a retry continues: ${name}`,
      stage,
      async () => {
        await stage.sandbox.reset();
        await stage.sandbox.change({ maxLimit: 20 });
        // The third page; it overlaps the second, so that moved rows are detected.
        await stage.sandbox.addFault({ ...fault, match: { ...ORDERS, minOffset: 30 } });
        await history.open();
        await history.scrollToEnd();
        expect(await history.footer()).toBe('error');
        expect(await history.footerText()).toContain(words);
        expect(await history.keys()).toHaveLength(40);
        await stage.sandbox.clearFaults();
        await history.retry();
        await until('no error', async () => (await history.footer()) !== 'error');
        expect(await history.allKeys()).toHaveLength(95);
      },
    );

    scenario(`a refresh keeps the list and shows the cause: ${name}`, stage, async () => {
      await stage.sandbox.reset();
      await history.open();
      const before = await history.rows();
      await stage.sandbox.addFault({ ...fault, match: ORDERS });
      await history.pullDown();
      await until('the notice', async () => (await history.notice())?.includes(words));
      expect((await history.rows()).slice(0, 20)).toEqual(before.slice(0, 20));
      await stage.sandbox.clearFaults();
      await history.retry();
      await until('no notice', async () => (await history.notice()) === null);
      expect((await history.rows())[0]).toEqual(before[0]);
    });
  });

  scenario('a page of unreadable rows is a failure, not an empty history', stage, async () => {
    await stage.sandbox.reset({ count: 0 });
    const body = { meta: { limit: 20, offset: 0, total_count: 2 }, objects: [1, 2] };
    await stage.sandbox.addFault({ kind: 'status', status: 200, body, match: ORDERS });
    await history.open();
    expect(await history.phase()).toBe('failed');
    expect(await history.notice()).toContain('出了点问题');
  });

  scenario('an expired token is renewed without a message', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    await stage.sandbox.expireTokens();
    expect(await history.allKeys()).toHaveLength(95);
    expect(await history.footer()).toBe('end');
  });
});
