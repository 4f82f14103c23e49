import { Detail } from '../../testing/detail';
import { History } from './support/history';
import { NOW, scenario, useStage } from './support/stage';
import { recordToasts } from './support/toasts';
import { until } from '../../testing/until';

const HERE = Date.parse(NOW);
const SECOND = HERE / 1000;
const HOUR = 3600;
/** Two minutes pass in six seconds. */
const PACE = 20;

describe('the time that a person sees', () => {
  const stage = useStage();
  const history = new History(stage);
  const detail = new Detail(stage);

  /** Opens a list with one pending payment, on a phone whose clock is wrong by `error` seconds. */
  const open = async (age: number, { error = 0, at = SECOND, pace = 1 } = {}) => {
    await stage.setConditions({ network: 'wifi', now: (at + error) * 1000, pace });
    await stage.sandbox.reset({ count: 0, now: at });
    const pending = await stage.sandbox.addOrder({
      status: 'pending',
      paid_at: null,
      created_at: at - age,
    });
    await history.open();
    return pending.transaction_no;
  };
  const status = async () => (await history.firstRow())?.status;
  const time = async () => (await history.firstRow())?.time;

  describe.each([-30 * HOUR, -3 * HOUR, 3 * HOUR, 30 * HOUR])(
    'on a phone whose clock is %d seconds off',
    (error) => {
      scenario(`goes by the server’s clock, ${error}`, stage, async () => {
        const number = await open(300, { error });
        expect(await status()).toBe('继续支付');
        expect(await time()).toBe('今天 15:55');
        await stage.setConditions({ network: 'none' });
        await until('the banner', async () => (await history.offline()) !== '');
        expect(await history.offline()).toBe('离线，内容更新于今天 16:00');
        await stage.setConditions({ network: 'wifi' });
        await history.tapInRow(number, '.row');
        await until('the detail page', async () => (await detail.phase()) === 'ready');
        expect(await detail.payButton()).toBe('继续支付');
      });

      scenario(`does not offer an old payment, ${error}`, stage, async () => {
        await open(3 * HOUR, { error });
        expect(await status()).toBe('未支付');
        expect(await time()).toBe('今天 13:00');
      });
    },
  );

  scenario('a jump of the phone’s clock changes nothing on screen', stage, async () => {
    const number = await open(300);
    for (const jump of [3 * HOUR, -3 * HOUR]) {
      await stage.setConditions({ now: HERE + jump * 1000 });
      await stage.setConditions({ network: 'none' });
      await until('the banner', async () => (await history.offline()) !== '');
      await stage.setConditions({ network: 'wifi' });
      await until('no banner', async () => (await history.offline()) === '');
      expect(await status()).toBe('继续支付');
    }
    await stage.setConditions({ payment: 'paid' });
    await history.tapInRow(number, '.pay');
    await until('the paid status', async () => (await status()) === '已支付');
  });

  scenario('the row and the page of a payment lose their button in time', stage, async () => {
    const number = await open(2 * HOUR - 120, { pace: PACE });
    expect(await status()).toBe('继续支付');
    await until('the row', async () => (await status()) === '未支付');
    await stage.sandbox.change({ now: SECOND - 60 });
    await history.tapInRow(number, '.row');
    await until('the detail page', async () => (await detail.phase()) === 'ready');
    expect(await detail.payButton()).toBe('继续支付');
    await until('the page', async () => (await detail.payButton()) === null);
    expect((await detail.timeline())[1]?.[0]).toBe('未支付');
    await stage.setConditions({ pace: 1 });
  });

  scenario('a tap that comes too late is answered', stage, async () => {
    const number = await open(2 * HOUR - 60);
    const toasts = await recordToasts(stage);
    await stage.setConditions({ now: HERE + 120_000 });
    await stage.sandbox.change({ now: SECOND + 120 });
    await history.tapInRow(number, '.pay');
    await until('the toast', async () => (await toasts.seen()).length > 0);
    expect(await toasts.seen()).toEqual(['下单已超过两小时，不能继续支付']);
    await until('the row', async () => (await status()) === '未支付');
    await toasts.stop();
  });

  scenario('today ends at midnight in Beijing', stage, async () => {
    const evening = Date.parse('2026-11-23T23:58:00+08:00') / 1000;
    await open(600, { at: evening, pace: PACE });
    expect(await time()).toBe('今天 23:48');
    await until('the date', async () => (await time()) === '11月23日 23:48');
    await stage.setConditions({ pace: 1, now: HERE });
  });
});
