import type { StoredOrder } from '../../sandbox/order';
import { expectedRow } from './support/expected';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

const ORDERS_PATH = '/hserve/v2.2/idp/pay/order/';
const LOGIN_PATH = '/hserve/v2.5/idp/wechat/silent-login/';

describe('reading the history', () => {
  const stage = useStage();
  const history = new History(stage);
  const newestFirst = async (): Promise<StoredOrder[]> => (await stage.sandbox.orders()).reverse();

  scenario('shows the newest payments first, under month headers', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const stored = await newestFirst();
    const rows = await history.rows();
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows).toEqual(stored.slice(0, rows.length).map((order) => expectedRow(order, NOW)));
    expect((await history.headers())[0]?.name).toBe('2026年11月');
  });

  describe.each(['documented', 'captured'])('in the %s dialect', (dialect) => {
    scenario(`shows each of 95 payments exactly once, ${dialect}`, stage, async () => {
      await stage.sandbox.reset({ count: 95, dialect });
      await history.open();
      const rows = await history.allRows();
      const stored = await newestFirst();
      expect(rows).toHaveLength(95);
      expect(new Set(rows.map((row) => row.key)).size).toBe(95);
      expect(rows).toEqual(stored.map((order) => expectedRow(order, NOW)));
    });

    scenario(`shows special amounts exactly, ${dialect}`, stage, async () => {
      await stage.sandbox.reset({ count: 0, dialect });
      for (const total_fen of [1, 10_000, 39_800, 1_990, 123_456_789, 10, 999_999_999]) {
        await stage.sandbox.addOrder({ total_fen });
      }
      await history.open();
      const amounts = (await history.rows()).map((row) => row.amount).sort();
      expect(amounts).toEqual(
        ['¥0.01', '¥100.00', '¥398.00', '¥19.90', '¥1,234,567.89', '¥0.10', '¥9,999,999.99'].sort(),
      );
    });
  });

  scenario('reads an amount as number or text', stage, async () => {
    await stage.sandbox.reset({ count: 0 });
    for (const total_cost of [0.01, 100.0, '398.00', 19.9, 1234567.89]) {
      await stage.sandbox.addOrder({ wire: { total_cost } });
    }
    await history.open();
    const amounts = (await history.rows()).map((row) => row.amount).sort();
    expect(amounts).toEqual(['¥0.01', '¥100.00', '¥398.00', '¥19.90', '¥1,234,567.89'].sort());
  });

  scenario(
    'sends the three headers with every order request, and no requests except login',
    stage,
    async () => {
      await stage.sandbox.reset();
      await stage.sandbox.change({ maxLimit: 20 });
      await history.open();
      await history.scrollToEnd();
      const requests = await stage.sandbox.requests();
      const orders = requests.filter(({ path }) => path === ORDERS_PATH);
      expect(orders.length).toBeGreaterThanOrEqual(5);
      for (const { headers } of orders) {
        expect(headers['x-hydrogen-client-id']).toBe('sandbox-client');
        expect(headers.authorization).toMatch(/^Hydrogen-r1 \S+$/);
        expect(headers['content-type']).toBe('application/json');
      }
      const others = requests.filter(({ path }) => path !== ORDERS_PATH);
      expect(others.every(({ path }) => path === LOGIN_PATH)).toBe(true);
    },
  );

  scenario('explains an empty history', stage, async () => {
    await stage.sandbox.reset({ count: 0 });
    await history.open();
    expect(await history.notice()).toContain('还没有支付记录');
    expect(await history.allRows()).toEqual([]);
  });

  scenario('shows a new payment on top after a pull-down', stage, async () => {
    await stage.sandbox.reset();
    await history.open();
    const added = await stage.sandbox.addOrder({ merchandise_description: '刚刚付的' });
    await history.pullDown();
    await until(
      'the new payment on top',
      async () => (await history.keys())[0] === added.transaction_no,
    );
    expect((await history.firstRow())?.description).toBe('刚刚付的');
  });
});
