import { createCancellation } from '../../../miniprogram/core/cancellation';
import type { Order, Refund } from '../../../miniprogram/domain/order';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';
import { until } from '../../../testing/until';
import { startWithOrders } from '../support/sandbox';

let close: () => Promise<void>;
afterEach(async () => {
  jest.restoreAllMocks();
  await close();
});

const refund = (changes: Partial<Refund> = {}): Refund => ({
  ...{ amountFen: 3_000, at: 1_700_000_000, state: 'success', to: '零钱' },
  ...changes,
});

/** An account with one payment of 100 yuan, and a host app that answers as `answer` says. */
async function start(answer: (order: Order) => unknown, changes: object = {}) {
  let token = '';
  const started = await startWithOrders(
    { count: 0 },
    { session: fixedToken(() => token) },
    { refunds: (order) => answer(order) as Promise<readonly Refund[]> },
  );
  const { sandbox, control, orders } = started;
  close = () => sandbox.close();
  const signIn = async (user: number) => {
    const response = await fetch(`${sandbox.url}/hserve/v2.5/idp/wechat/silent-login/`, {
      method: 'POST',
      headers: { 'X-Hydrogen-Client-ID': 'sandbox-client', 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: `user-${user}`, create_user: true }),
    });
    ({ token } = (await response.json()) as { token: string });
  };
  await signIn(1);
  await control('POST', '/orders', { transaction_no: 'T1', total_fen: 10_000, ...changes });
  const read = async (signal = createCancellation().signal) =>
    orders.readRefunds?.(await orders.get({ transactionNo: 'T1' }), signal);
  const listed = async () => (await orders.list()).rows[0];
  return { ...started, signIn, read, listed };
}

/** The lines that are written to the console from now on, by level. */
function listenToConsole() {
  const lines: Record<'error' | 'warn', string[]> = { error: [], warn: [] };
  jest.spyOn(console, 'error').mockImplementation((line) => void lines.error.push(String(line)));
  jest.spyOn(console, 'warn').mockImplementation((line) => void lines.warn.push(String(line)));
  return lines;
}

describe('the refunds of the host app', () => {
  it('are those of the last question, also where an earlier answer comes later', async () => {
    const answers: ((refunds: Refund[]) => void)[] = [];
    const { orders, listed } = await start(() => new Promise((resolve) => answers.push(resolve)));
    const order = await orders.get({ transactionNo: 'T1' });
    const { signal } = createCancellation();
    const earlier = orders.readRefunds?.(order, signal);
    const later = orders.readRefunds?.({ ...order }, signal);
    answers[1]?.([refund()]);
    expect(await later).toMatchObject({ refund: 'partial' });
    answers[0]?.([]);
    expect(await earlier).toBeNull();
    expect(await listed()).toMatchObject({ refund: 'partial' });
  });

  it('are in the order that was read, and in later answers', async () => {
    const { read, listed, orders } = await start(() => Promise.resolve([refund()]));
    expect(await listed()).toMatchObject({ refund: 'none', refundFen: null });
    const expected = { refund: 'partial', refundFen: 3_000, refunds: [refund()] };
    expect(await read()).toMatchObject(expected);
    expect(await listed()).toMatchObject(expected);
    expect((await orders.list()).orders[0]).toMatchObject(expected);
    expect(await orders.get({ transactionNo: 'T1' })).toMatchObject(expected);
    const reading = orders.all();
    expect(await reading.next()).toMatchObject({ done: false, value: expected });
    expect(await reading.next()).toEqual({ done: true, value: true });
  });

  it('are taken where a later question was cancelled', async () => {
    const answers: ((refunds: Refund[]) => void)[] = [];
    const { orders } = await start(() => new Promise((resolve) => answers.push(resolve)));
    const order = await orders.get({ transactionNo: 'T1' });
    const [first, second] = [createCancellation(), createCancellation()];
    const earlier = orders.readRefunds?.(order, first.signal);
    const later = orders.readRefunds?.({ ...order }, second.signal);
    second.cancel();
    answers.forEach((answer) => answer([refund()]));
    expect(await earlier).toMatchObject({ refund: 'partial' });
    expect(await later).toBeNull();
  });

  it('leave the reading of all payments to the host app', async () => {
    const { orders, control } = await start(() => Promise.resolve([]));
    await control('POST', '/orders', { transaction_no: 'T2' });
    const keys: string[] = [];
    for await (const { transactionNo } of orders.all()) {
      keys.push(transactionNo ?? '');
      break;
    }
    expect(keys).toHaveLength(1);
    await expect(orders.all({}, { max: 0 }).next()).rejects.toMatchObject({
      kind: 'invalid-request',
    });
  });

  it('give way when the API says something else of the payment', async () => {
    const { read, listed, control } = await start(() => Promise.resolve([refund()]));
    await read();
    await control('PATCH', '/orders/T1', { refund_status: 'failed' });
    expect(await listed()).toMatchObject({ refund: 'failed', refundFen: null });
  });

  it('leave a payment out of a list of those without a refund', async () => {
    const { read, orders, control } = await start(() => Promise.resolve([refund()]));
    await control('POST', '/orders', { transaction_no: 'T2' });
    const keys = async () => {
      const { rows, orders: found } = await orders.list({ refund: 'none' });
      return [rows.map((order) => order && order.key), found.map(({ key }) => key)];
    };
    expect(await keys()).toEqual([
      ['T2', 'T1'],
      ['T2', 'T1'],
    ]);
    await read();
    expect(await keys()).toEqual([['T2', null], ['T2']]);
    const all: string[] = [];
    for await (const { key } of orders.all({ refund: 'none' })) all.push(key);
    expect(all).toEqual(['T2']);
    expect((await orders.list({ status: 'success' })).orders).toHaveLength(2);
  });

  it('keep a payment in the list of the refund that the API says', async () => {
    const all = [refund({ amountFen: 10_000 })];
    const { read, orders } = await start(() => Promise.resolve(all), { refund_status: 'partial' });
    await read();
    const [found] = (await orders.list({ refund: 'partial' })).orders;
    expect(found).toMatchObject({ key: 'T1', refund: 'complete' });
  });

  it('are asked only for a successful payment', async () => {
    const asked: string[] = [];
    const { read } = await start(
      (order) => {
        asked.push(order.key);
        return Promise.resolve([]);
      },
      { status: 'pending', paid_at: null },
    );
    expect(await read()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('are gone for another user', async () => {
    const { read, listed, orders, signIn } = await start(() => Promise.resolve([refund()]));
    await read();
    await signIn(2);
    await orders.list();
    await signIn(1);
    expect(await listed()).toMatchObject({ refund: 'none', refundFen: null });
  });

  it('are dropped where the answer is no longer wanted', async () => {
    const answers: ((refunds: readonly Refund[]) => void)[] = [];
    const { read, listed } = await start(
      () => new Promise<readonly Refund[]>((resolve) => void answers.push(resolve)),
    );
    const leaving = createCancellation();
    const reading = read(leaving.signal);
    await until('the question', () => Promise.resolve(answers.length === 1));
    leaving.cancel();
    answers[0]?.([refund()]);
    expect(await reading).toBeNull();
    expect(await listed()).toMatchObject({ refund: 'none' });
  });

  it('are dropped where another user has signed in meanwhile', async () => {
    const answers: ((refunds: readonly Refund[]) => void)[] = [];
    const { read, listed, orders, signIn } = await start(
      () => new Promise<readonly Refund[]>((resolve) => void answers.push(resolve)),
    );
    const reading = read();
    await until('the question', () => Promise.resolve(answers.length === 1));
    await signIn(2);
    await orders.list();
    answers[0]?.([refund()]);
    expect(await reading).toBeNull();
    await signIn(1);
    expect(await listed()).toMatchObject({ refund: 'none', refundFen: null });
  });

  it('are not explained where the host app fails after the answer is no longer wanted', async () => {
    const lines = listenToConsole();
    const leaving = createCancellation();
    const { read } = await start(() => {
      leaving.cancel();
      return Promise.reject(new Error('the page is gone'));
    });
    expect(await read(leaving.signal)).toBeNull();
    expect(lines).toEqual({ error: [], warn: [] });
  });

  it.each<[string, () => unknown, string]>([
    ['rejects', () => Promise.reject(new Error('no login')), 'has failed, no login.'],
    [
      'throws',
      () => {
        throw new Error('no url');
      },
      'has failed, no url.',
    ],
    [
      'rejects as WeChat does',
      () => jest.fn<Promise<never>, []>().mockRejectedValue({ errMsg: 'request:fail timeout' })(),
      'has failed, request:fail timeout.',
    ],
    [
      'rejects without a cause',
      () => jest.fn<Promise<never>, []>().mockRejectedValue(undefined)(),
      'has failed.',
    ],
  ])('are missing with a warning where the host app %s', async (_what, answer, words) => {
    const lines = listenToConsole();
    const { read, listed } = await start(answer);
    expect(await read()).toBeNull();
    expect(await listed()).toMatchObject({ refund: 'none' });
    expect(lines).toEqual({ error: [], warn: [expect.stringContaining(words)] });
  });

  it.each<[string, () => unknown, string]>([
    ['gives no list', () => null, 'it is not a list'],
    ['gives 0 for no time', () => [refund(), refund({ at: 0 })], '[1] is not'],
    ['gives yuan', () => [refund({ amountFen: 0.3, to: 'SECRET' })], '[0] is not'],
    [
      'gives more than was paid',
      () => [refund({ amountFen: 10_001, to: 'SECRET' })],
      'more than the payment',
    ],
  ])('are explained and not used where the host app %s', async (_what, answer, words) => {
    const lines = listenToConsole();
    const { read, listed } = await start(answer);
    expect(await read()).toBeNull();
    expect(await listed()).toMatchObject({ refund: 'none' });
    expect(lines.error.join()).not.toContain('SECRET');
    expect(lines).toEqual({ error: [expect.stringContaining(words)], warn: [] });
  });

  it('are not asked without the setting', async () => {
    const { sandbox, orders } = await startWithOrders();
    close = () => sandbox.close();
    expect(orders.readRefunds).toBeUndefined();
  });
});
