import type { LoggedRequest } from '../../sandbox/request-log';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { Traffic } from './support/traffic';
import { until } from '../../testing/until';

/** A first page, two pages of a hundred, and a partial page. */
const ROWS = 223;

/** Latency of every answer. */
const LATENCY_MS = 30;

const HISTORY = 'features/payment-history/payment-history';

/** Servers by their order and their largest page. */
const SERVERS = [
  ['newest first, 100 at a time', { honourOrderBy: true, maxLimit: 100 }],
  ['newest first, 20 at a time', { honourOrderBy: true, maxLimit: 20 }],
  ['oldest first, 100 at a time', { honourOrderBy: false, maxLimit: 100 }],
  ['oldest first, 20 at a time', { honourOrderBy: false, maxLimit: 20 }],
] as const;

/** The fewest requests that load this many rows; an oldest-first server needs one more for the newest rows. */
const fewest = (rows: number, { honourOrderBy, maxLimit }: (typeof SERVERS)[number][1]) =>
  1 + Math.ceil((rows - 20) / maxLimit) + (honourOrderBy ? 0 : 1);

const stage = useStage();
const history = new History(stage);
const traffic = new Traffic(stage);

describe.each(SERVERS)('a server that sends %s', (name, server) => {
  const race = (what: string, run: () => Promise<void>) =>
    scenario(`${what} (${name})`, stage, run);

  const start = (count = ROWS) => traffic.start({ count, latencyMs: LATENCY_MS, ...server });
  const stored = async (user = 1): Promise<string[]> =>
    (await stage.sandbox.orders(user)).map((order) => order.transaction_no).reverse();
  const expectTheServersList = async (user = 1) =>
    expect(await history.keysByPlace()).toEqual(await stored(user));
  /** Loads the whole list and then releases the held answer: it causes no setData and no request. */
  const expectNoEffectOf = async (held: LoggedRequest) => {
    await history.scrollToEnd();
    const { length } = await traffic.waitUntilIdle({ except: held });
    await history.inListOrder();
    const before = await stage.setDataCount();
    expect(await traffic.release(held)).toBe(true);
    await history.drawn();
    expect(await stage.setDataCount()).toEqual(before);
    expect(await traffic.requests()).toHaveLength(length);
  };
  const newestIs = (key: string | undefined) =>
    until('the newest payment on top', async () => (await history.keys())[0] === key);

  /** Opens the history and waits for a page after the first one. */
  const openWithPages = async () => {
    await history.open();
    return (await traffic.waitUntilIdle({ atLeast: 2 })).length;
  };

  /** Opens the history and holds the answer of a later page. */
  const openWithHeldAppend = async () => {
    const before = await openWithPages();
    await traffic.holdNext();
    await history.scrollToLast();
    const held = await traffic.held();
    expect(held.number).toBeGreaterThan(before);
    expect(await history.phase()).toBe('appending');
    return held;
  };

  // Another user who signs in replaces the source.
  race('source change: a late first page of the previous source is dropped', async () => {
    await start();
    await traffic.holdNext();
    await history.reLaunch();
    const held = await traffic.held();
    expect(await history.phase()).toBe('loading');
    await traffic.signInOnNextRequest(2);
    await history.pullDown();
    await newestIs((await stored(2))[0]);
    await expectNoEffectOf(held);
    await expectTheServersList(2);
  });

  race('append, then source change: the late page of the previous source is dropped', async () => {
    await start();
    const held = await openWithHeldAppend();
    await traffic.signInOnNextRequest(2);
    await history.pullDown();
    await newestIs((await stored(2))[0]);
    await expectNoEffectOf(held);
    await expectTheServersList(2);
  });

  race(
    'double trigger: reaching the bottom again before the answer sends no second request',
    async () => {
      await start();
      const held = await openWithHeldAppend();
      const { number } = (await traffic.requests()).at(-1)!;
      for (let times = 0; times < 3; times += 1) {
        await history.scrollTo(0);
        await history.scrollToLast();
      }
      expect(await traffic.requests()).toHaveLength(number);
      await traffic.release(held);
      await expectTheServersList();
      expect(await traffic.requests()).toHaveLength(fewest(ROWS, server));
    },
  );

  race('insert between pages: the new payment is on top, and none is doubled', async () => {
    await start();
    const before = await openWithPages();
    const added = await stage.sandbox.addOrder({});
    await history.scrollToEnd();
    expect((await traffic.requests()).length).toBeGreaterThan(before);
    await expectTheServersList();
    expect((await stored())[0]).toBe(added.transaction_no);
  });

  race('delete between pages: no payment is missing', async () => {
    await start();
    const before = await openWithPages();
    const [, , , gone = ''] = await stored();
    await stage.sandbox.removeOrder(gone);
    await history.scrollToEnd();
    expect((await traffic.requests()).length).toBeGreaterThan(before);
    await expectTheServersList();
  });

  race('failed page: a retry reads the same page again', async () => {
    await start();
    const before = await openWithPages();
    await stage.sandbox.addFault({ kind: 'status', status: 400, times: 1 });
    await history.scrollToLast();
    await until('the failure', async () => (await history.footer()) === 'error');
    const shown = await history.keys();
    const { length } = await traffic.waitUntilIdle();
    await history.scrollTo(0);
    await history.scrollToLast();
    expect(await traffic.waitUntilIdle()).toHaveLength(length);
    expect(await history.keys()).toEqual(shown);
    await history.retry();
    await until('no failure', async () => (await history.footer()) !== 'error');
    const asked = await traffic.requests();
    const failed = asked.slice(before).find(({ status }) => status === 400);
    expect(failed).toBeDefined();
    expect(asked[length]?.query).toEqual(failed?.query);
    await expectTheServersList();
  });

  race('refresh during append: the late page is dropped', async () => {
    await start();
    const held = await openWithHeldAppend();
    const added = await stage.sandbox.addOrder({});
    await history.pullDown();
    await until('the refreshed list', async () => (await history.phase()) === 'ready');
    await expectNoEffectOf(held);
    await expectTheServersList();
    expect((await stored())[0]).toBe(added.transaction_no);
  });

  race('page shown again: each payment is listed once, at the same position', async () => {
    await start();
    const held = await openWithHeldAppend();
    const before = await history.onScreen();
    const top = await history.scrollTop();
    await history.leave();
    await until('the page above', async () => (await history.scrollTop()) === 0);
    await until('its payments', async () => (await history.keys()).length > 0);
    await traffic.release(held);
    await history.comeBack();
    await until('the page below', async () => (await history.scrollTop()) === top);
    await until('the late page', async () => (await history.phase()) === 'ready');
    expect(before.length).toBeGreaterThan(0);
    expect(await history.onScreen()).toEqual(expect.arrayContaining(before));
    await expectTheServersList();
  });

  race('hidden app: no setData while hidden, and one afterwards', async () => {
    await start();
    const held = await openWithHeldAppend();
    await stage.setConditions({ foreground: false });
    const before = await stage.setDataCount();
    await traffic.release(held);
    await until('the late page', async () => (await history.phase()) === 'ready');
    await history.drawn();
    expect(await stage.setDataCount()).toEqual(before);
    const { height } = await history.window();
    await traffic.holdNext();
    await stage.setConditions({ foreground: true });
    await until('its rows', async () => (await history.window()).height > height);
    const after = await stage.setDataCount();
    expect(after[HISTORY]).toBe(Number(before[HISTORY]) + 1);
    await stage.sandbox.clearFaults();
    await expectTheServersList();
  });

  race('requests: a thousand payments need the fewest possible', async () => {
    await start(1000);
    await history.open();
    await history.scrollToEnd();
    expect(await traffic.waitUntilIdle()).toHaveLength(fewest(1000, server));
    await expectTheServersList();
    expect(await traffic.requests()).toHaveLength(fewest(1000, server));
  });

  race('end: reaching it repeatedly sends no request', async () => {
    // The last page is full: only the total count shows that it is the last.
    await start(120);
    await history.open();
    await history.scrollToEnd();
    const { length } = await traffic.waitUntilIdle();
    expect(length).toBe(fewest(120, server));
    for (let times = 0; times < 12; times += 1) {
      await history.scrollTo(0);
      await history.scrollToLast();
    }
    expect(await history.footer()).toBe('end');
    expect(await traffic.waitUntilIdle()).toHaveLength(length);
    await expectTheServersList();
  });
});
