import type { LoggedRequest } from '../../sandbox/request-log';
import { History } from './support/history';
import { scenario, useStage } from './support/stage';
import { Traffic } from './support/traffic';
import { until } from './support/until';

/** A first page, two later ones of a hundred, and a piece. */
const ROWS = 223;

/** Of every answer. */
const LATENCY_MS = 30;

const HISTORY = 'features/payment-history/payment-history';

/** How servers may give their rows, whatever they are asked for. */
const SERVERS = [
  ['newest first, 100 at a time', { honourOrderBy: true, maxLimit: 100 }],
  ['newest first, 20 at a time', { honourOrderBy: true, maxLimit: 20 }],
  ['oldest first, 100 at a time', { honourOrderBy: false, maxLimit: 100 }],
  ['oldest first, 20 at a time', { honourOrderBy: false, maxLimit: 20 }],
] as const;

/** The fewest requests that bring so many rows; from the oldest end it takes one more to see the newest. */
const fewest = (rows: number, { honourOrderBy, maxLimit }: (typeof SERVERS)[number][1]) =>
  1 + Math.ceil((rows - 20) / maxLimit) + (honourOrderBy ? 0 : 1);

const stage = useStage();
const history = new History(stage);
const traffic = new Traffic(stage);

describe.each(SERVERS)('a server that gives %s', (name, server) => {
  const race = (what: string, run: () => Promise<void>) =>
    scenario(`${what} (${name})`, stage, run);

  const start = (count = ROWS) => traffic.start({ count, latencyMs: LATENCY_MS, ...server });
  const stored = async (user = 1): Promise<string[]> =>
    (await stage.sandbox.orders(user)).map((order) => order.transaction_no).reverse();
  const expectTheServersList = async (user = 1) =>
    expect(await history.keysByPlace()).toEqual(await stored(user));
  /** Once the list is whole, what was held comes last of all: nothing is drawn and nothing asked for it. */
  const expectNoEffectOf = async (held: LoggedRequest) => {
    await history.scrollToEnd();
    const { length } = await traffic.quiet({ except: held });
    const before = await stage.setDataCount();
    expect(await traffic.release(held)).toBe(true);
    await history.drawn();
    expect(await stage.setDataCount()).toEqual(before);
    expect(await traffic.asked()).toHaveLength(length);
  };
  const newestIs = (key: string | undefined) =>
    until('the newest payment on top', async () => (await history.rows())[0]?.key === key);

  /** Opens the history and waits until a page after the first one is there. */
  const openWithPages = async () => {
    await history.open();
    return (await traffic.quiet({ atLeast: 2 })).length;
  };

  /** Opens the history and has a page after the first one wait for its answer. */
  const openWithHeldAppend = async () => {
    const before = await openWithPages();
    await traffic.holdNext();
    await history.scrollToLast();
    const held = await traffic.held();
    expect(held.number).toBeGreaterThan(before);
    expect(await history.phase()).toBe('appending');
    return held;
  };

  // What replaces the source today is another user who signs in.
  race('tab race: a slow first page of the source before never lands', async () => {
    await start();
    await traffic.holdNext();
    await history.reLaunch();
    const held = await traffic.held();
    expect(await history.phase()).toBe('loading');
    await traffic.nextIsRefusedFor(2);
    await history.pullDown();
    await newestIs((await stored(2))[0]);
    await expectNoEffectOf(held);
    await expectTheServersList(2);
  });

  race('append, then tab: the page of the source before never lands', async () => {
    await start();
    const held = await openWithHeldAppend();
    await traffic.nextIsRefusedFor(2);
    await history.pullDown();
    await newestIs((await stored(2))[0]);
    await expectNoEffectOf(held);
    await expectTheServersList(2);
  });

  race(
    'double trigger: the bottom reached again in one latency asks for nothing twice',
    async () => {
      await start();
      const held = await openWithHeldAppend();
      const { number } = (await traffic.asked()).at(-1)!;
      for (let times = 0; times < 3; times += 1) {
        await history.scrollTo(0);
        await history.scrollToLast();
      }
      expect(await traffic.asked()).toHaveLength(number);
      await traffic.release(held);
      await expectTheServersList();
      expect(await traffic.asked()).toHaveLength(fewest(ROWS, server));
    },
  );

  race('insert between pages: the new payment is on top, none is twice', async () => {
    await start();
    const before = await openWithPages();
    const added = await stage.sandbox.addOrder({});
    await history.scrollToEnd();
    expect((await traffic.asked()).length).toBeGreaterThan(before);
    await expectTheServersList();
    expect((await stored())[0]).toBe(added.transaction_no);
  });

  race('vanish between pages: none is left out', async () => {
    await start();
    const before = await openWithPages();
    const [, , , gone = ''] = await stored();
    await stage.sandbox.removeOrder(gone);
    await history.scrollToEnd();
    expect((await traffic.asked()).length).toBeGreaterThan(before);
    await expectTheServersList();
  });

  race('a failed page, then on: it is read again at its own place', async () => {
    await start();
    const before = await openWithPages();
    await stage.sandbox.addFault({ kind: 'status', status: 400, times: 1 });
    await history.scrollToLast();
    await until('the failure', async () => (await history.footer()) === 'error');
    const shown = await history.keys();
    const { length } = await traffic.quiet();
    await history.scrollTo(0);
    await history.scrollToLast();
    expect(await traffic.quiet()).toHaveLength(length);
    expect(await history.keys()).toEqual(shown);
    await history.retry();
    await until('no failure', async () => (await history.footer()) !== 'error');
    const asked = await traffic.asked();
    const failed = asked.slice(before).find(({ status }) => status === 400);
    expect(failed).toBeDefined();
    expect(asked[length]?.query).toEqual(failed?.query);
    await expectTheServersList();
  });

  race('refresh during append: the page that comes late is dropped', async () => {
    await start();
    const held = await openWithHeldAppend();
    const added = await stage.sandbox.addOrder({});
    await history.pullDown();
    await until('the refreshed list', async () => (await history.phase()) === 'ready');
    await expectNoEffectOf(held);
    await expectTheServersList();
    expect((await stored())[0]).toBe(added.transaction_no);
  });

  race('page shown again: each payment is there once, at the place it had', async () => {
    await start();
    const held = await openWithHeldAppend();
    const before = await history.onScreen();
    const top = await history.scrollTop();
    await history.leave();
    await until('the page above', async () => (await history.scrollTop()) === 0);
    await until('its payments', async () => (await history.rows()).length > 0);
    await traffic.release(held);
    await history.comeBack();
    await until('the page below', async () => (await history.scrollTop()) === top);
    await until('the late page', async () => (await history.phase()) === 'ready');
    expect(before.length).toBeGreaterThan(0);
    expect(await history.onScreen()).toEqual(expect.arrayContaining(before));
    await expectTheServersList();
  });

  race('while hidden nothing is set, and all of it at once afterwards', async () => {
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

  race('requests: a thousand payments take the fewest', async () => {
    await start(1000);
    await history.open();
    await history.scrollToEnd();
    expect(await traffic.quiet()).toHaveLength(fewest(1000, server));
    await expectTheServersList();
    expect(await traffic.asked()).toHaveLength(fewest(1000, server));
  });

  race('end: nothing is asked for after it, however often it is reached', async () => {
    // The last page is full: only the total tells that nothing comes after it.
    await start(120);
    await history.open();
    await history.scrollToEnd();
    const { length } = await traffic.quiet();
    expect(length).toBe(fewest(120, server));
    for (let times = 0; times < 12; times += 1) {
      await history.scrollTo(0);
      await history.scrollToLast();
    }
    expect(await history.footer()).toBe('end');
    expect(await traffic.quiet()).toHaveLength(length);
    await expectTheServersList();
  });
});
