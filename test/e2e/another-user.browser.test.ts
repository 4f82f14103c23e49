import { Detail } from '../../testing/detail';
import { embeddedApp, type Host } from './support/embedded';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { until } from '../../testing/until';

/** A global of the logic layer, where evaluated functions run. */
declare function getApp(): Host;

const names = ['fixedToken', 'fixedToken with userOf', 'sdkSession'] as const;

describe.each(names)('with %s', (session) => {
  const stage = useStage(['--dist', embeddedApp(session)]);
  const history = new History(stage);
  const detail = new Detail(stage);

  // The app starts without a user.
  beforeAll(() => until('the first failure', async () => (await history.phase()) === 'failed'));

  const signIn = async (user: number) => {
    await stage.miniProgram.evaluate((one: number) => getApp().signIn(one), user);
    await until('the token', async () => (await now('user')) === `${user}`);
  };
  const signOut = () => stage.miniProgram.evaluate(() => getApp().signOut());
  const now = (name: 'user' | 'patches') =>
    stage.miniProgram.evaluate((one: 'user' | 'patches') => getApp()[one], name);
  const setForeground = (foreground: boolean) => stage.setConditions({ foreground });
  const stored = () =>
    stage.miniProgram.evaluate(() => {
      const { keys } = wx.getStorageInfoSync();
      return JSON.stringify(keys.map((key) => wx.getStorageSync<unknown>(key)));
    }) as Promise<string>;
  const keysOf = async (user: number) =>
    (await stage.sandbox.orders(user)).map((order) => order.transaction_no).reverse();

  /** The history of user 1 is open. */
  const openHistory = async () => {
    await stage.sandbox.reset();
    await signIn(1);
    await history.open();
    expect((await history.keys())[0]).toBe((await keysOf(1))[0]);
  };

  /** User 1 has seen a payment with this description. @returns Its number. */
  const openDetail = async (merchandise_description: string) => {
    await stage.sandbox.reset({ count: 0 });
    await signIn(1);
    const { transaction_no } = await stage.sandbox.addOrder({ merchandise_description });
    await history.open();
    await stage.miniProgram.callWxMethod('navigateTo', {
      url: `/pages/payment/payment?transaction_no=${transaction_no}`,
    });
    await detail.settled();
    expect(await detail.what()).toBe(merchandise_description);
    return transaction_no;
  };
  const forgetPatches = () => stage.miniProgram.evaluate(() => void (getApp().patches = []));

  const returnAs = async (change: () => Promise<unknown>) => {
    await setForeground(false);
    await change();
    await stage.sandbox.addFault({ kind: 'stall' });
    await setForeground(true);
  };

  scenario(`another user returns to the open history (${session})`, stage, async () => {
    await openHistory();
    await returnAs(() => signIn(2));
    await history.drawn();
    expect(await history.keys()).toEqual([]);
    expect(await stored()).not.toContain((await keysOf(1))[0]);
    await stage.sandbox.clearFaults();
    await until('the rows of the other user', async () => (await history.keys()).length > 0);
    expect((await history.keys())[0]).toBe((await keysOf(2))[0]);
  });

  scenario(`the same user returns to the rows that were there (${session})`, stage, async () => {
    await openHistory();
    const before = await history.keys();
    await setForeground(false);
    await setForeground(true);
    await history.drawn();
    expect(await history.keys()).toEqual(before);
    expect(await history.phase()).toBe('ready');
  });

  scenario(`another user opens a former user's number (${session})`, stage, async () => {
    const number = await openDetail('只给前一位看');
    await signIn(2);
    await forgetPatches();
    await stage.miniProgram.callWxMethod('navigateTo', {
      url: `/pages/payment/payment?transaction_no=${number}`,
    });
    await until('not found', async () => (await detail.phase()) === 'not-found');
    expect(await now('patches')).not.toHaveLength(0);
    expect(JSON.stringify(await now('patches'))).not.toContain('只给前一位看');
    expect(await stored()).not.toContain('只给前一位看');
  });

  scenario(`another user returns to the open payment (${session})`, stage, async () => {
    await openDetail('只给前一位看');
    await returnAs(() => signIn(2));
    await history.drawn();
    expect([await detail.phase(), await detail.what()]).toEqual(['loading', '']);
    await stage.sandbox.clearFaults();
    await until('not found', async () => (await detail.phase()) === 'not-found');
  });

  scenario(`nothing of a user who has signed out stays (${session})`, stage, async () => {
    await openDetail('只给前一位看');
    await returnAs(signOut);
    await until('the failure', async () => (await detail.phase()) === 'failed');
    expect(await detail.what()).toBe('');
    expect(await detail.notice()).toContain('登录已失效');
    expect(await stored()).not.toContain('只给前一位看');
    await history.comeBack();
    await until('the failure', async () => (await history.phase()) === 'failed');
    expect(await history.keys()).toEqual([]);
    expect(await history.notice()).toContain('登录已失效');
    await stage.sandbox.clearFaults();
  });

  if (session === 'sdkSession') return;

  const setSlow = () => stage.miniProgram.evaluate(() => void (getApp().isSlow = true));
  const answer = () => stage.miniProgram.evaluate(() => getApp().answer());
  const visibility = async (page: string, selector: string) => {
    const tag = await (await stage.miniProgram.currentPage())?.$(page);
    return (await (await tag?.$(selector))?.style('visibility')) ?? 'absent';
  };

  scenario(`nothing is seen while the token is under way (${session})`, stage, async () => {
    await openHistory();
    const before = await history.keys();
    await setForeground(false);
    await setSlow();
    await setForeground(true);
    await history.drawn();
    expect(await visibility('payment-history', '.history__list')).toBe('hidden');
    await answer();
    await until('the rows', async () => {
      return (await visibility('payment-history', '.history__list')) === 'visible';
    });
    expect(await history.keys()).toEqual(before);
    await setForeground(false);
    await signIn(2);
    await setSlow();
    await setForeground(true);
    await history.drawn();
    expect(await visibility('payment-history', '.history__list')).toBe('hidden');
    await answer();
    await until('the rows of the other user', async () => {
      return (await history.keys())[0] === (await keysOf(2))[0];
    });
  });

  scenario(
    `an open page is not seen while the token is under way (${session})`,
    stage,
    async () => {
      await openDetail('只给本人看');
      const hideAndShow = async (page: string, selector: string) => {
        await setForeground(false);
        await setSlow();
        await setForeground(true);
        await history.drawn();
        expect(await visibility(page, selector)).toBe('hidden');
        await answer();
        await until('the page', async () => (await visibility(page, selector)) === 'visible');
      };
      await hideAndShow('payment-detail', 'payment-summary');
      expect(await detail.what()).toBe('只给本人看');
      await stage.miniProgram.callWxMethod('redirectTo', { url: '/pages/statistics/statistics' });
      const shown = () => visibility('payment-statistics', 'statistics-card');
      await until('the statistics', async () => (await shown()) === 'visible');
      await hideAndShow('payment-statistics', 'statistics-card');
    },
  );

  scenario(
    `no known payment is drawn while the token is under way (${session})`,
    stage,
    async () => {
      const number = await openDetail('只给前一位看');
      await signIn(2);
      await setSlow();
      await forgetPatches();
      await stage.miniProgram.callWxMethod('redirectTo', {
        url: `/pages/payment/payment?transaction_no=${number}`,
      });
      await until('loading', async () => (await detail.phase()) === 'loading');
      await answer();
      await until('not found', async () => (await detail.phase()) === 'not-found');
      expect(JSON.stringify(await now('patches'))).not.toContain('只给前一位看');
    },
  );
});
