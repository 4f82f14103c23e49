import { History } from './support/history';
import { SearchAndFilters } from './support/search-and-filters';
import { NOW, scenario, useStage } from './support/stage';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

const SECOND = Date.parse(NOW) / 1000;
const HOUR = 3600;
const HIDDEN = '已隐藏过期未支付';
/** Two minutes pass in six seconds. */
const PACE = 20;

describe('expired payments', () => {
  const stage = useStage();
  const history = new History(stage);
  const finder = new SearchAndFilters(stage);
  const traffic = new Traffic(stage);

  const pending = (age: number) =>
    stage.sandbox.addOrder({ status: 'pending', paid_at: null, created_at: SECOND - age });
  const keys = () => history.keys();

  /** Opens a list of one paid payment and two unpaid ones, one of which has expired. */
  const open = async (youngest = 300) => {
    await traffic.start({ count: 0, now: SECOND });
    const paid = await stage.sandbox.addOrder({ created_at: SECOND - 9 * HOUR });
    const expired = await pending(3 * HOUR);
    const young = await pending(youngest);
    await history.open();
    const key = ({ transaction_no }: { transaction_no: string }) => transaction_no;
    return { paid: key(paid), expired: key(expired), young: key(young) };
  };

  scenario('are hidden, and one tap shows them', stage, async () => {
    const { paid, expired, young } = await open();
    expect(await keys()).toEqual([young, expired, paid]);
    await finder.filterBy('隐藏');
    expect(await finder.chips()).toEqual([HIDDEN]);
    await until('two rows', async () => (await keys()).join() === [young, paid].join());
    expect(await finder.sum()).toBe('');
    await finder.removeChip(HIDDEN);
    await until('all rows', async () => (await keys()).join() === [young, expired, paid].join());
  });

  scenario('stay hidden in the next visit of the same user only', stage, async () => {
    const { paid, young } = await open();
    await finder.filterBy('隐藏');
    await history.openAgain();
    expect(await keys()).toEqual([young, paid]);
    await traffic.signInOnNextRequest(2);
    await history.refresh();
    await until('no hidden payments', async () => (await finder.chips()).length === 0);
    const { keys: stored } = (await stage.miniProgram.callWxMethod('getStorageInfoSync')) as {
      keys: string[];
    };
    expect(stored.filter((key) => key.endsWith(':expired'))).toEqual([]);
  });

  scenario('a payment that expires on screen is hidden then', stage, async () => {
    await stage.setConditions({ now: SECOND * 1000, pace: PACE });
    const { paid, young } = await open(2 * HOUR - 120);
    await finder.filterBy('隐藏');
    expect(await keys()).toContain(young);
    await until('its end', async () => (await keys()).join() === paid);
    await stage.setConditions({ now: SECOND * 1000, pace: 1 });
  });

  scenario('do not stand in the way of the payments behind them', stage, async () => {
    await traffic.start({ count: 0, maxLimit: 20, now: SECOND });
    const paid = await stage.sandbox.addOrder({ created_at: SECOND - 90 * HOUR });
    for (let nth = 0; nth < 70; nth += 1) await pending(3 * HOUR + nth);
    await history.open();
    await finder.filterBy('隐藏');
    await until('the payment behind', async () => (await keys()).join() === paid.transaction_no);
    await finder.removeChip(HIDDEN);
  });
});
