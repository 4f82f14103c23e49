import { createServerClock } from '../../../miniprogram/core/server-clock';
import { createEvent } from '../../../miniprogram/core/event';
import type { Order } from '../../../miniprogram/domain/order';
import { createContinuePayment } from '../../../miniprogram/features/shared/continue-payment';
import { watchNetwork } from '../../../miniprogram/services/network';
import { createOrderCache } from '../../../miniprogram/services/orders/order-cache';
import type { OrdersService } from '../../../miniprogram/services/orders/orders';
import { createPendingPayments } from '../../../miniprogram/services/orders/pending-payments';
import { textsIn } from '../../../miniprogram/texts/texts';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { order } from '../support/order';

/** A tag that pays, at the server's time; the test answers its requests. */
function setUp(checkOut?: () => Promise<'paid' | 'unknown'>) {
  const { platform } = virtualPlatform();
  const changed = createEvent();
  const answers: ((read: Order) => void)[] = [];
  const orders = {
    get: () => new Promise<Order>((resolve) => answers.push(resolve)),
    onUserChange: changed.subscribe,
  } as unknown as OrdersService;
  const orderCache = createOrderCache(orders);
  const network = watchNetwork(platform);
  const pendingPayments = createPendingPayments(orders, orderCache, network, platform);
  const clock = createServerClock(platform);
  const texts = textsIn('en');
  const absence = { isAway: false };
  const payer = createContinuePayment(
    { orders, orderCache, pendingPayments, clock, checkOut },
    texts,
    absence,
  );
  const createdAt = platform.now() / 1000;
  const pending = order({ status: 'pending', statusRaw: 'pending', paidAt: null, createdAt });
  return {
    ...{ platform, changed, answers, orderCache, pendingPayments, clock, payer, pending, texts },
    absence,
  };
}

it('pays a payment once at a time', async () => {
  const { payer, pending, pendingPayments, texts } = setUp();
  await expect(payer.start(pending)).resolves.toMatchObject({ transactionNo: 'T1' });
  await expect(payer.start(pending)).resolves.toBe(texts.notContinued.busy);
  expect(pendingPayments.isPaying('T1')).toBe(true);
});

it('reads a payment first that is still followed', async () => {
  const { payer, pending, pendingPayments, answers } = setUp();
  void pendingPayments.settle('T1', 'unknown');
  answers[0]?.(pending);
  await settled();
  const started = payer.start(pending);
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.({ ...pending, status: 'success' });
  await expect(started).resolves.toBe('Paid');
});

it('reads a payment first after the phone’s clock has jumped', async () => {
  const { payer, pending, platform, clock, answers } = setUp();
  const at = clock.now();
  Object.assign(platform, { now: () => at - 600_000 });
  expect(clock.isDoubtful).toBe(true);
  void payer.start(pending);
  await settled();
  expect(answers).toHaveLength(1);
});

it('keeps no payment that was read for a user who has left meanwhile', async () => {
  const { payer, pending, changed, answers, orderCache } = setUp();
  // A row of an earlier visit is read before it is paid.
  const row = { ...pending };
  Reflect.deleteProperty(row, 'updatedAt');
  const started = payer.start(row);
  changed.emit();
  answers[0]?.(pending);
  await expect(started).resolves.toBe('');
  await settled();
  expect(orderCache.get({ transactionNo: 'T1' })).toBeNull();
});

it.each(['pending', 'success'] as const)(
  'says and starts nothing above another page, when the payment is %s',
  async (status) => {
    const { payer, pending, answers, absence, pendingPayments } = setUp();
    const row = { ...pending };
    Reflect.deleteProperty(row, 'updatedAt');
    const started = payer.start(row);
    absence.isAway = true;
    answers[0]?.({ ...pending, status });
    await expect(started).resolves.toBe('');
    expect(pendingPayments.isPaying('T1')).toBe(false);
  },
);

describe('after the checkout of the app', () => {
  const detail = { transactionNo: 'T1', tradeNo: null, ageSeconds: 0 };
  /** What the person reads, when the server then has the payment with this status. */
  async function said(pay: () => Promise<'paid' | 'unknown'>, status: Order['status']) {
    const { pendingPayments, answers, pending, texts, payer } = setUp(pay);
    pendingPayments.begin('T1');
    const words = payer.checkOut(detail);
    await settled();
    answers[0]?.({ ...pending, status });
    return { words: await words, unpaid: texts.notContinued.notReceived };
  }

  it.each<[string, () => Promise<'paid' | 'unknown'>]>([
    [
      'WeChat refuses',
      () => Promise.reject(Object.assign(new Error(''), { errMsg: 'requestPayment:fail' })),
    ],
    ['it throws', () => Promise.reject(new Error('no parameters'))],
    ['the order was cancelled', () => Promise.reject(new Error('订单已取消，不能支付'))],
  ])('where %s, the person reads that no payment has arrived', async (_what, pay) => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { words, unpaid } = await said(pay, 'pending');
    expect(words).toBe(unpaid);
    // The cause may be a mistake of the host app.
    const cause: unknown = await pay().catch((thrown: unknown) => thrown);
    expect(reported.mock.calls).toEqual([[expect.stringContaining('host app has failed'), cause]]);
    expect((await said(pay, 'success')).words).toBe('');
    reported.mockRestore();
  });

  it('a payment stays busy whose tag has gone meanwhile, until the checkout ends', async () => {
    let end: (outcome: 'unknown') => void = () => undefined;
    const pay = () => new Promise<'unknown'>((resolve) => (end = resolve));
    const { pendingPayments, answers, pending, payer } = setUp(pay);
    await payer.start(pending);
    const words = payer.checkOut(detail);
    payer.dispose();
    expect([answers.length, pendingPayments.begin('T1')]).toEqual([0, false]);
    end('unknown');
    await settled();
    answers[0]?.(pending);
    await words;
    expect(pendingPayments.begin('T1')).toBe(true);
  });

  it('a checkout that speaks for itself is not spoken over', async () => {
    expect((await said(() => Promise.resolve('unknown'), 'pending')).words).toBe('');
  });

  it.each([
    Object.assign(new Error(''), { errMsg: 'requestPayment:fail cancel' }),
    Object.assign(new Error('607: pay'), { code: 607 }),
    'requestPayment:fail cancel' as unknown as Error,
    new Error('chooseAddress:fail user canceled'),
    new Error('用户取消'),
  ])('the person who cancelled reads nothing: %p', async (cause) => {
    expect((await said(() => Promise.reject(cause), 'pending')).words).toBe('');
  });
});
