import {
  createDetailLoad,
  type DetailLoad,
  type DetailPhase,
} from '../../../miniprogram/features/payment-detail/detail-load';
import type { Order } from '../../../miniprogram/domain/order';
import { createEvent } from '../../../miniprogram/core/event';
import { createOrderCache } from '../../../miniprogram/services/orders/order-cache';
import type { OrderNumber, OrdersService } from '../../../miniprogram/services/orders/orders';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';
import { until } from '../../../testing/until';
import { startWithOrders } from '../../services/support/sandbox';
import { settled } from '../../support/virtual-platform';

let stop: () => Promise<void>;
const start = async (...options: Parameters<typeof startWithOrders>) => {
  const started = await startWithOrders(...options);
  stop = () => started.sandbox.close();
  const stored = started.sandbox.orders().find(({ trade_no }) => trade_no !== null);
  return { ...started, number: { transactionNo: String(stored?.transaction_no) }, stored };
};
afterEach(() => stop());

/** A user whose session is asked while `isKnown` is false. */
const signedIn = () => {
  const known = createEvent();
  return {
    isKnown: true,
    onKnown: known.subscribe,
    setKnown(isKnown: boolean) {
      this.isKnown = isKnown;
      known.emit();
    },
  };
};

/** The detail page of one payment, with its phases. */
const open = (
  orders: OrdersService,
  number: OrderNumber | null,
  orderCache = createOrderCache(orders),
  currentUser = signedIn(),
) => {
  const phases: DetailPhase[] = [];
  const load = createDetailLoad({ orders, orderCache, currentUser }, number ? [number] : [], () =>
    phases.push(load.state.phase),
  );
  return { load, phases, orderCache };
};
const DETAIL = { path: '/hserve/v2.0/idp/pay/order/*/' };

describe('one payment', () => {
  it('is read by either number', async () => {
    const { orders, number, stored } = await start();
    for (const either of [number, { tradeNo: String(stored?.trade_no) }]) {
      const { load, phases } = open(orders, either);
      await load.refresh();
      expect(phases).toEqual(['loading', 'ready']);
      expect(load.state.order?.transactionNo).toBe(number.transactionNo);
    }
  });

  it('is there from the start when the order cache has it, and is read all the same', async () => {
    const { orders, number } = await start();
    const { orderCache, load: first } = open(orders, number);
    await first.refresh();
    const { load, phases } = open(orders, number, orderCache);
    expect(load.state).toMatchObject({ phase: 'refreshing', order: first.state.order });
    await load.refresh();
    expect(phases).toEqual(['refreshing', 'ready']);
  });

  it('is not shown from the order cache before the session has named the user', async () => {
    const { orders, number } = await start();
    const { orderCache, load: first } = open(orders, number);
    await first.refresh();
    const user = signedIn();
    user.isKnown = false;
    const { load } = open(orders, number, orderCache, user);
    expect(load.state).toMatchObject({ phase: 'loading', order: null });
    user.setKnown(true);
    expect(load.state).toMatchObject({ phase: 'refreshing', order: first.state.order });
  });

  it('updates the order cache with the answer', async () => {
    const { orders, number } = await start();
    const { load, orderCache } = open(orders, number);
    const heard: string[] = [];
    orderCache.onUpdate(({ key }) => heard.push(key));
    await load.refresh();
    expect(heard).toEqual([number.transactionNo]);
  });

  it.each([
    ['unknown', () => 'unknown'],
    ['another user’s', (others: string) => others],
  ])('is not found by a number that is %s', async (_whose, numberOf) => {
    const { sandbox, orders } = await start();
    const others = String(sandbox.orders(2)[0]?.transaction_no);
    const { load } = open(orders, { transactionNo: numberOf(others) });
    await load.refresh();
    expect(load.state).toMatchObject({ phase: 'not-found', order: null });
  });

  it('is not requested without a number', async () => {
    const { orders, asked } = await start();
    const { load } = open(orders, null);
    await load.refresh();
    expect(load.state).toEqual({ phase: 'not-found', order: null, error: null });
    expect(asked()).toEqual([]);
  });

  it('leaves the screen when it is gone from the server', async () => {
    const { orders, number, control } = await start();
    const { load } = open(orders, number);
    await load.refresh();
    await control('DELETE', `/orders/${number.transactionNo}`);
    await load.refresh();
    expect(load.state).toMatchObject({ phase: 'not-found', order: null });
  });

  it.each([
    [403, 'forbidden'],
    [400, 'invalid-request'],
  ])('is not found where the server answers %d for its number', async (status, kind) => {
    const { orders, number, control } = await start();
    await control('POST', '/faults', { kind: 'status', status, times: 2, match: DETAIL });
    const { load, orderCache } = open(orders, number);
    const removed = jest.fn();
    orderCache.onRemove(removed);
    await load.refresh();
    expect(load.state).toMatchObject({ phase: 'not-found', order: null, error: { kind } });
    // The list may show it rightly.
    expect(removed).not.toHaveBeenCalled();
    const [order] = (await orders.list({ ...number, details: true })).orders;
    if (order) orderCache.update(order);
    const known = open(orders, number, orderCache).load;
    await known.refresh();
    expect(known.state).toMatchObject({ phase: 'refresh-failed', order: number, error: { kind } });
  });

  it('fails without and with a payment on screen, and recovers', async () => {
    const { orders, number, control } = await start();
    const { load } = open(orders, number);
    await control('POST', '/faults', { kind: 'status', status: 500, match: DETAIL });
    await load.refresh();
    expect(load.state).toMatchObject({ phase: 'failed', order: null, error: { kind: 'server' } });
    await control('DELETE', '/faults');
    await load.refresh();
    const { order } = load.state;
    await control('POST', '/faults', { kind: 'status', status: 500, match: DETAIL });
    await load.refresh();
    expect(load.state).toMatchObject({ phase: 'refresh-failed', order });
  });

  it('keeps an update of the order cache during a request that fails', async () => {
    const { orders, number, control } = await start();
    const { load, orderCache } = open(orders, number);
    await load.refresh();
    const { order } = load.state;
    await control('POST', '/faults', { kind: 'status', status: 500, match: DETAIL });
    const failing = load.refresh();
    if (order) orderCache.update({ ...order, refund: 'complete' });
    await failing;
    expect(load.state).toMatchObject({ phase: 'refresh-failed', error: { kind: 'server' } });
    expect(load.state.order).toEqual({ ...order, refund: 'complete' });
  });

  it('drops an answer that arrives after a newer request, or after the page was left', async () => {
    const { orders, number, control, asked } = await start();
    const { load, phases } = open(orders, number);
    await control('POST', '/faults', { kind: 'stall', times: 1, match: DETAIL });
    const first = load.refresh();
    await until('the question', () => Promise.resolve(asked().length === 2));
    await Promise.all([first, load.refresh()]);
    expect(phases).toEqual(['loading', 'loading', 'ready']);
    const leaving = load.refresh();
    load.dispose();
    await leaving;
    expect(phases.slice(3)).toEqual(['refreshing']);
  });
});

it('drops an answer that is there when its request is cancelled', async () => {
  const { orders, number } = await start();
  const known = await orders.get(number);
  const answers: ((order: Order) => void)[] = [];
  const get = () => new Promise<Order>((resolve) => answers.push(resolve));
  const { load, phases } = open({ ...orders, get }, number);
  void load.refresh();
  const leaving = load.refresh();
  answers.forEach((answer) => answer(known));
  load.dispose();
  await leaving;
  await settled();
  expect([phases, load.state.order]).toEqual([['loading', 'loading'], null]);
});

describe('the refunds of the host app', () => {
  const refund = { amountFen: 1, at: null, state: 'success', to: '' } as const;

  it('are added to the payment and reach the order cache, without a longer refresh', async () => {
    let answer: (refunds: readonly (typeof refund)[]) => void = () => undefined;
    const { orders, number, control } = await start(
      {},
      {},
      { refunds: () => new Promise((resolve) => (answer = resolve)) },
    );
    await control('PATCH', `/orders/${number.transactionNo}`, { status: 'success' });
    const { load, phases, orderCache } = open(orders, number);
    await load.refresh();
    expect(phases).toEqual(['loading', 'ready']);
    expect(load.state.order?.refunds).toBeUndefined();
    answer([refund]);
    await until('the refunds', () => Promise.resolve(load.state.order?.refunds !== undefined));
    expect(load.state).toMatchObject({ phase: 'ready', order: { refundFen: 1 } });
    expect(orderCache.get(number)).toMatchObject({ refunds: [refund] });
  });

  it.each([
    ['the page was left', (load: DetailLoad) => load.dispose()],
    ['the payment is read again', (load: DetailLoad) => void load.refresh()],
  ])('are dropped when %s before the answer', async (_when, leave) => {
    const answers: ((refunds: readonly (typeof refund)[]) => void)[] = [];
    const { orders, number, control } = await start(
      {},
      {},
      { refunds: () => new Promise((resolve) => void answers.push(resolve)) },
    );
    await control('PATCH', `/orders/${number.transactionNo}`, { status: 'success' });
    const { load, orderCache } = open(orders, number);
    await load.refresh();
    await until('the question', () => Promise.resolve(answers.length === 1));
    leave(load);
    answers[0]?.([refund]);
    await new Promise(setImmediate);
    expect(orderCache.get(number)?.refunds).toBeUndefined();
  });
});

describe('when another user signs in', () => {
  it('takes the payment from the screen before the next answer', async () => {
    const { orders, number } = await start();
    const users = createEvent();
    const { load, phases } = open({ ...orders, onUserChange: users.subscribe }, number);
    await load.refresh();
    users.emit();
    expect(load.state).toMatchObject({ phase: 'loading', order: null });
    await until('the answer', () => Promise.resolve(load.state.phase === 'ready'));
    expect(phases).toEqual(['loading', 'ready', 'loading', 'ready']);
  });

  it('shows and keeps no payment of the user before', async () => {
    let token = '';
    const { sandbox, orders, number } = await start({}, { session: fixedToken(() => token) });
    const loginAs = async (user: number) => {
      const response = await fetch(`${sandbox.url}/hserve/v2.5/idp/wechat/silent-login/`, {
        method: 'POST',
        headers: { 'X-Hydrogen-Client-ID': 'sandbox-client', 'Content-Type': 'application/json' },
        body: JSON.stringify({
          code: `user-${user}`,
          create_user: true,
          login_with_unionid: false,
        }),
      });
      ({ token } = (await response.json()) as { token: string });
    };
    await loginAs(1);
    const { load, orderCache } = open(orders, number);
    await load.refresh();
    expect(orderCache.get(number)).not.toBeNull();
    await loginAs(2);
    await load.refresh();
    // The request was superseded when the other user was found.
    await until('the answer', () => Promise.resolve(load.state.phase === 'not-found'));
    expect(orderCache.get(number)).toBeNull();
    expect(load.state.order).toBeNull();
  });
});

describe('the order cache', () => {
  it('keeps the latest payments up to its size', async () => {
    const { orders } = await start();
    const { orders: all } = await orders.list({ limit: 30 });
    const orderCache = createOrderCache(orders, 3);
    all.forEach((order) => orderCache.keep(order));
    const kept = all.filter(
      ({ transactionNo }) => transactionNo !== null && orderCache.get({ transactionNo }),
    );
    expect(kept).toEqual(all.slice(-3));
  });

  it('calls its listeners for an update, and not for a payment that is only kept', async () => {
    const { orders } = await start();
    const { orders: all } = await orders.list({ limit: 1 });
    const orderCache = createOrderCache(orders);
    const heard: string[] = [];
    const stopHearing = orderCache.onUpdate(({ key }) => heard.push(key));
    all.forEach((order) => orderCache.keep(order));
    expect(heard).toEqual([]);
    all.forEach((order) => orderCache.update(order));
    stopHearing();
    all.forEach((order) => orderCache.update(order));
    expect(heard).toHaveLength(1);
  });
});
