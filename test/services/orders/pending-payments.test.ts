import { createOrderCache } from '../../../miniprogram/services/orders/order-cache';
import { watchNetwork } from '../../../miniprogram/services/network';
import { createPendingPayments } from '../../../miniprogram/services/orders/pending-payments';
import { startWithOrders } from '../support/sandbox';

const SECOND = 1000;
const TEN_MINUTES = 600 * SECOND;
let stop: () => Promise<void>;
afterEach(() => stop());

/** One pending payment at the sandbox, and a phone whose timers end at once but are written down. */
const start = async () => {
  const started = await startWithOrders({ count: 0 });
  stop = () => started.sandbox.close();
  await started.control('POST', '/orders', { status: 'pending', paid_at: null });
  const number = String(started.sandbox.orders()[0]?.transaction_no);
  const pauses: number[] = [];
  let beforeEnd: (nth: number) => Promise<unknown> = () => Promise.resolve();
  const known = createOrderCache(started.orders);
  let now = 0;
  let connect: (isConnected: boolean) => void = () => undefined;
  const network = watchNetwork({ onNetwork: (listener) => (connect = listener) });
  const settlements = createPendingPayments(started.orders, known, network, {
    now: () => now,
    after: (milliseconds, call) => {
      pauses.push(milliseconds / SECOND);
      void beforeEnd(pauses.length).then(call);
      return () => undefined;
    },
  });
  const change = (changes: object) => started.control('PATCH', `/orders/${number}`, changes);
  const looks = () => started.asked().filter((path) => path.includes(number)).length;
  return {
    ...started,
    ...{ number, known, settlements, pauses, change, looks },
    passes: (milliseconds: number) => (now += milliseconds),
    connect: (isConnected: boolean) => connect(isConnected),
    /** Runs before the pause of that number ends. */
    atPause: (nth: number, run: () => Promise<unknown>) => {
      beforeEnd = (count) => (count === nth ? run() : Promise.resolve());
    },
  };
};

describe('a payment that is being made', () => {
  test('begins once', async () => {
    const { settlements, number } = await start();
    let changes = 0;
    settlements.onChange(() => (changes += 1));
    expect(settlements.begin(number)).toBe(true);
    expect(settlements.begin(number)).toBe(false);
    expect(settlements.isPaying(number)).toBe(true);
    expect(changes).toBe(1);
  });

  test('is read once when nobody knows how it ended, and can begin again', async () => {
    const { settlements, number, looks, pauses } = await start();
    settlements.begin(number);
    await settlements.settle(number, 'unknown');
    expect([looks(), pauses]).toEqual([1, []]);
    expect(settlements.begin(number)).toBe(true);
  });

  test('is read with growing pauses after it was paid, until the server agrees', async () => {
    const { settlements, number, looks, pauses, change, known, atPause } = await start();
    const statuses: string[] = [];
    known.onUpdate(({ status }) => statuses.push(status));
    settlements.begin(number);
    atPause(3, () => change({ status: 'success' }));
    await settlements.settle(number, 'paid');
    expect(pauses).toEqual([1, 2, 4]);
    expect(looks()).toBe(4);
    expect(statuses).toEqual(['pending', 'pending', 'pending', 'success']);
    expect(settlements.isPaying(number)).toBe(false);
  });

  test('cannot begin again while the server does not agree, however long that takes', async () => {
    const { settlements, number, looks, pauses, change, passes } = await start();
    settlements.begin(number);
    await settlements.settle(number, 'paid');
    expect(pauses).toEqual([1, 2, 4, 8, 15]);
    expect(looks()).toBe(6);
    passes(TEN_MINUTES);
    settlements.releaseStale();
    await settlements.settle(number, 'unknown');
    expect(settlements.begin(number)).toBe(false);
    await change({ status: 'success' });
    await settlements.settle(number, 'unknown');
    expect(settlements.isPaying(number)).toBe(false);
  });

  test('is read once more, after the longest pause, when a look failed', async () => {
    const { settlements, number, control, change, atPause, pauses } = await start();
    const match = { path: '/hserve/*/idp/pay/order/*/' };
    await control('POST', '/faults', { kind: 'status', status: 400, times: 1, match });
    atPause(1, () => change({ status: 'success' }));
    await settlements.settle(number, 'paid');
    expect(pauses).toEqual([15]);
    expect(settlements.isPaying(number)).toBe(false);
  });

  test('leaves a server alone that goes on failing, and stays under way', async () => {
    const { settlements, number, control, looks } = await start();
    const match = { path: '/hserve/*/idp/pay/order/*/' };
    await control('POST', '/faults', { kind: 'status', status: 400, match });
    await settlements.settle(number, 'paid');
    expect(looks()).toBe(2);
    expect(settlements.begin(number)).toBe(false);
  });

  test('is looked at again when the network is back, though the last look is over', async () => {
    const { settlements, number, control, change, connect } = await start();
    await control('POST', '/faults', { kind: 'drop' });
    await settlements.settle(number, 'paid');
    connect(false);
    expect(settlements.isPaying(number)).toBe(true);
    await change({ status: 'success' });
    await control('DELETE', '/faults');
    const isOver = new Promise<void>((resolve) => settlements.onChange(resolve));
    connect(true);
    await isOver;
    expect(settlements.isPaying(number)).toBe(false);
  });

  test('is read by one run, whoever asks', async () => {
    const { settlements, number, change, atPause, looks } = await start();
    atPause(1, () => change({ status: 'success' }));
    const runs = [settlements.settle(number, 'unknown'), settlements.settle(number, 'paid')];
    await Promise.all(runs);
    expect(looks()).toBe(2);
  });

  test('of whose end nobody told can begin again after ten minutes, and not sooner', async () => {
    const { settlements, number, passes } = await start();
    settlements.begin(number);
    passes(TEN_MINUTES - 1);
    settlements.releaseStale();
    expect(settlements.begin(number)).toBe(false);
    passes(1);
    expect(settlements.isPaying(number)).toBe(true);
    settlements.releaseStale();
    expect(settlements.begin(number)).toBe(true);
  });

  test('stays under way while it is looked for, however long ago it began', async () => {
    const { settlements, number, passes, atPause } = await start();
    settlements.begin(number);
    passes(TEN_MINUTES);
    let isUnderWay = false;
    atPause(1, () => {
      settlements.releaseStale();
      isUnderWay = settlements.isPaying(number);
      return Promise.resolve();
    });
    await settlements.settle(number, 'paid');
    expect(isUnderWay).toBe(true);
  });
});
