import { createOrderCache } from '../../../miniprogram/services/orders/order-cache';
import { watchNetwork } from '../../../miniprogram/services/network';
import { createPendingPayments } from '../../../miniprogram/services/orders/pending-payments';
import { createEvent } from '../../../miniprogram/core/event';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { startWithOrders } from '../support/sandbox';

const SECOND = 1000;
const TEN_MINUTES = 600 * SECOND;
let stop: () => Promise<void>;
afterEach(() => stop());

/** One pending payment in the sandbox, and a clock that records its timers and fires them at once. */
const start = async () => {
  const started = await startWithOrders({ count: 0 });
  stop = () => started.sandbox.close();
  await started.control('POST', '/orders', { status: 'pending', paid_at: null });
  const number = String(started.sandbox.orders()[0]?.transaction_no);
  const pauses: number[] = [];
  let beforeEnd: (nth: number) => Promise<unknown> = () => Promise.resolve();
  const cache = createOrderCache(started.orders);
  let now = 0;
  let connect: (isConnected: boolean) => void = () => undefined;
  const network = watchNetwork({ onNetwork: (listener) => (connect = listener) });
  const pendingPayments = createPendingPayments(started.orders, cache, network, {
    now: () => now,
    after: (milliseconds, call) => {
      pauses.push(milliseconds / SECOND);
      void beforeEnd(pauses.length).then(call);
      return () => undefined;
    },
  });
  const change = (changes: object) => started.control('PATCH', `/orders/${number}`, changes);
  const reads = () => started.asked().filter((path) => path.includes(number)).length;
  return {
    ...started,
    ...{ number, cache, pendingPayments, pauses, change, reads },
    passes: (milliseconds: number) => (now += milliseconds),
    connect: (isConnected: boolean) => connect(isConnected),
    /** Resolves when the payment is no longer followed. */
    isOver: async () => {
      while (pendingPayments.isFollowed(number)) await settled();
    },
    /** Runs `run` before the nth pause ends. */
    atPause: (nth: number, run: () => Promise<unknown>) => {
      beforeEnd = (count) => (count === nth ? run() : Promise.resolve());
    },
  };
};

describe('a pending payment', () => {
  test('cannot begin twice', async () => {
    const { pendingPayments, number } = await start();
    let changes = 0;
    pendingPayments.onChange(() => (changes += 1));
    expect(pendingPayments.begin(number)).toBe(true);
    expect(pendingPayments.begin(number)).toBe(false);
    expect(pendingPayments.isPaying(number)).toBe(true);
    expect(changes).toBe(1);
  });

  test('can begin again after an unknown outcome, and is read for half a minute', async () => {
    const { pendingPayments, number, reads, pauses, isOver } = await start();
    pendingPayments.begin(number);
    await pendingPayments.settle(number, 'unknown');
    expect(reads()).toBe(1);
    expect(pendingPayments.begin(number)).toBe(true);
    await isOver();
    expect([reads(), pauses]).toEqual([6, [1, 2, 4, 8, 15]]);
    expect(pendingPayments.isPaying(number)).toBe(true);
  });

  test.each([1, 2, 3, 4, 5])(
    'is settled after an unknown outcome when the server learns of it before read %d after the first',
    async (nth) => {
      const { pendingPayments, number, reads, change, cache, atPause, isOver } = await start();
      const statuses: string[] = [];
      cache.onUpdate(({ status }) => statuses.push(status));
      atPause(nth, () => change({ status: 'success' }));
      pendingPayments.begin(number);
      await pendingPayments.settle(number, 'unknown');
      await isOver();
      expect(statuses.filter((status) => status === 'success')).toHaveLength(1);
      expect([reads(), pendingPayments.isPaying(number)]).toEqual([nth + 1, false]);
    },
  );

  test('is followed from the start after a second attempt', async () => {
    const { pendingPayments, number, change, atPause, pauses } = await start();
    atPause(5, () => change({ status: 'success' }));
    void pendingPayments.settle(number, 'unknown');
    pendingPayments.begin(number);
    await pendingPayments.settle(number, 'paid');
    expect(pauses).toEqual([1, 2, 4, 8, 15]);
    expect(pendingPayments.isPaying(number)).toBe(false);
  });

  test('stays in the list when one answer does not know it, and is read again', async () => {
    const { pendingPayments, number, control, change, cache } = await start();
    const removed: unknown[] = [];
    cache.onRemove((gone) => removed.push(gone));
    await change({ status: 'success' });
    await control('POST', '/faults', {
      kind: 'status',
      status: 404,
      times: 1,
      match: { path: '/hserve/*/idp/pay/order/*/' },
    });
    await pendingPayments.settle(number, 'paid');
    expect(removed).toEqual([]);
    expect(pendingPayments.isPaying(number)).toBe(false);
  });

  test.each([
    ['paid', true],
    ['unknown', false],
  ] as const)(
    'is no longer followed when two answers do not know it; after %s it is still being paid: %s',
    async (outcome, isPaying) => {
      const { pendingPayments, number, control, reads, isOver } = await start();
      await control('DELETE', `/orders/${number}`);
      pendingPayments.begin(number);
      await pendingPayments.settle(number, outcome);
      await isOver();
      expect([reads(), pendingPayments.isPaying(number)]).toEqual([2, isPaying]);
    },
  );

  test('that was paid and is gone is never offered again, and is read when the phone is connected again', async () => {
    const { pendingPayments, number, control, reads, passes, connect, isOver } = await start();
    await control('DELETE', `/orders/${number}`);
    await pendingPayments.settle(number, 'paid');
    await pendingPayments.settle(number, 'unknown');
    passes(TEN_MINUTES);
    pendingPayments.releaseStale();
    expect([reads(), pendingPayments.isPaying(number)]).toEqual([4, true]);
    await control('POST', '/orders', { transaction_no: number });
    connect(false);
    connect(true);
    await isOver();
    expect([reads(), pendingPayments.isPaying(number)]).toEqual([5, false]);
  });

  test('is read with growing pauses after it was paid, until the server confirms', async () => {
    const { pendingPayments, number, reads, pauses, change, cache, atPause } = await start();
    const statuses: string[] = [];
    cache.onUpdate(({ status }) => statuses.push(status));
    pendingPayments.begin(number);
    atPause(3, () => change({ status: 'success' }));
    await pendingPayments.settle(number, 'paid');
    expect(pauses).toEqual([1, 2, 4]);
    expect(reads()).toBe(4);
    expect(statuses).toEqual(['pending', 'pending', 'pending', 'success']);
    expect(pendingPayments.isPaying(number)).toBe(false);
  });

  test('cannot begin again until the server confirms it, even after ten minutes', async () => {
    const { pendingPayments, number, reads, pauses, change, passes } = await start();
    pendingPayments.begin(number);
    await pendingPayments.settle(number, 'paid');
    expect(pauses).toEqual([1, 2, 4, 8, 15]);
    expect(reads()).toBe(6);
    passes(TEN_MINUTES);
    pendingPayments.releaseStale();
    await pendingPayments.settle(number, 'unknown');
    expect(pendingPayments.begin(number)).toBe(false);
    await change({ status: 'success' });
    await pendingPayments.settle(number, 'unknown');
    expect(pendingPayments.isPaying(number)).toBe(false);
  });

  test('is read once more, after the longest pause, when a read failed', async () => {
    const { pendingPayments, number, control, change, atPause, pauses } = await start();
    const match = { path: '/hserve/*/idp/pay/order/*/' };
    await control('POST', '/faults', { kind: 'status', status: 400, times: 1, match });
    atPause(1, () => change({ status: 'success' }));
    await pendingPayments.settle(number, 'paid');
    expect(pauses).toEqual([15]);
    expect(pendingPayments.isPaying(number)).toBe(false);
  });

  test('is read only twice from a server that keeps failing, and cannot begin again', async () => {
    const { pendingPayments, number, control, reads } = await start();
    const match = { path: '/hserve/*/idp/pay/order/*/' };
    await control('POST', '/faults', { kind: 'status', status: 400, match });
    await pendingPayments.settle(number, 'paid');
    expect(reads()).toBe(2);
    expect(pendingPayments.begin(number)).toBe(false);
  });

  test('is read again when the phone is connected again', async () => {
    const { pendingPayments, number, control, change, connect } = await start();
    await control('POST', '/faults', { kind: 'drop' });
    await pendingPayments.settle(number, 'paid');
    connect(false);
    expect(pendingPayments.isPaying(number)).toBe(true);
    await change({ status: 'success' });
    await control('DELETE', '/faults');
    const isOver = new Promise<void>((resolve) => pendingPayments.onChange(resolve));
    connect(true);
    await isOver;
    expect(pendingPayments.isPaying(number)).toBe(false);
  });

  test('is read by one run for concurrent calls of settle', async () => {
    const { pendingPayments, number, change, atPause, reads } = await start();
    atPause(1, () => change({ status: 'success' }));
    const runs = [
      pendingPayments.settle(number, 'unknown'),
      pendingPayments.settle(number, 'paid'),
    ];
    await Promise.all(runs);
    expect(reads()).toBe(2);
  });

  test('a second attempt is not ended by what the server says of the first', async () => {
    const { pendingPayments, number, control, connect, isOver } = await start();
    await control('POST', '/faults', { kind: 'status', status: 500, times: 2 });
    pendingPayments.begin(number);
    await pendingPayments.settle(number, 'unknown');
    await isOver();
    expect(pendingPayments.begin(number)).toBe(true);
    connect(false);
    connect(true);
    await isOver();
    expect(pendingPayments.begin(number)).toBe(false);
  });

  test.each([undefined, 'done'])(
    'an outcome %p of a host in JavaScript is an unknown one',
    async (outcome) => {
      const { pendingPayments, number, connect, control, isOver } = await start();
      await control('POST', '/faults', { kind: 'status', status: 500, times: 2 });
      pendingPayments.begin(number);
      await pendingPayments.settle(number, outcome as never);
      await isOver();
      connect(false);
      connect(true);
      await isOver();
      expect(pendingPayments.begin(number)).toBe(true);
    },
  );

  test('a second attempt is not ended by a read of the first that was begun before it', async () => {
    const { pendingPayments, number, control, connect, isOver } = await start();
    await control('POST', '/faults', { kind: 'status', status: 500, times: 2 });
    pendingPayments.begin(number);
    await pendingPayments.settle(number, 'unknown');
    await isOver();
    connect(false);
    connect(true);
    expect(pendingPayments.begin(number)).toBe(true);
    await isOver();
    expect(pendingPayments.begin(number)).toBe(false);
  });

  test('a second attempt is not ended by a server that refuses the number', async () => {
    const { pendingPayments, number, control, isOver } = await start();
    await control('POST', '/faults', { kind: 'status', status: 403, times: 9 });
    pendingPayments.begin(number);
    await pendingPayments.settle(number, 'unknown');
    expect(pendingPayments.begin(number)).toBe(true);
    await isOver();
    expect(pendingPayments.begin(number)).toBe(false);
  });

  test('can begin again on a phone whose clock was set back by a day', async () => {
    const { pendingPayments, number, passes } = await start();
    pendingPayments.begin(number);
    passes(-24 * 6 * TEN_MINUTES);
    pendingPayments.releaseStale();
    expect(pendingPayments.begin(number)).toBe(true);
  });

  test('can begin again ten minutes after it began when it was never settled', async () => {
    const { pendingPayments, number, passes } = await start();
    pendingPayments.begin(number);
    passes(TEN_MINUTES - 1);
    pendingPayments.releaseStale();
    expect(pendingPayments.begin(number)).toBe(false);
    passes(1);
    expect(pendingPayments.isPaying(number)).toBe(true);
    pendingPayments.releaseStale();
    expect(pendingPayments.begin(number)).toBe(true);
  });

  test('is not released while it is being read', async () => {
    const { pendingPayments, number, passes, atPause } = await start();
    pendingPayments.begin(number);
    passes(TEN_MINUTES);
    let isStillPaying = false;
    atPause(1, () => {
      pendingPayments.releaseStale();
      isStillPaying = pendingPayments.isPaying(number);
      return Promise.resolve();
    });
    await pendingPayments.settle(number, 'paid');
    expect(isStillPaying).toBe(true);
  });
});

test('another user has no payment under way', async () => {
  stop = () => Promise.resolve();
  const users = createEvent();
  const never = new Promise<never>(() => undefined);
  const orders = { get: () => never, onUserChange: users.subscribe };
  const platform = virtualPlatform().platform;
  const payments = createPendingPayments(
    orders,
    { update: () => undefined },
    watchNetwork(platform),
    platform,
  );
  payments.begin('begun');
  void payments.settle('paid', 'paid');
  await settled();
  expect(['begun', 'paid'].map((one) => payments.isPaying(one))).toEqual([true, true]);
  users.emit();
  expect(['begun', 'paid'].map((one) => payments.isPaying(one))).toEqual([false, false]);
  expect(payments.isFollowed('paid')).toBe(false);
});
