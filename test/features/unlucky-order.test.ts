import { paymentHistory } from '../../miniprogram/configure';
import { readingOf } from '../../miniprogram/features/payment-statistics/reading';
import { openPage } from '../../miniprogram/features/shared/route';
import { ApiError } from '../../miniprogram/services/api-error';
import { fixedToken } from '../../miniprogram/services/session/fixed-token';
import { EXPIRED_KEY } from '../../miniprogram/services/storage-keys';
import { NOON, settle, startController } from './support/controller';
import { wireBody, wireOrder, wirePage } from './support/manual-requests';

const stored = new Map<string, unknown>();
beforeEach(() => {
  stored.clear();
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => stored.get(key),
      setStorage: ({ key, data }: { key: string; data: unknown }) => void stored.set(key, data),
      removeStorage: ({ key }: { key: string }) => void stored.delete(key),
      getAppBaseInfo: () => ({ SDKVersion: '3.5.0' }),
    },
  });
});

it('the choice to hide expired payments is that of a user who is named later', async () => {
  stored.set(EXPIRED_KEY, { owner: 'https://history.example client u1', isHidden: true });
  let token = '';
  const session = fixedToken(
    () => token,
    () => 'u1',
  );
  const { controller, wire, last } = await startController({}, session);
  token = 'signed-in';
  controller.setHidden(true);
  controller.setHidden(false);
  await settle();
  const expired = wireOrder(1, { status: 'pending', paid_at: null });
  await wire.request(0).answer(wireBody([wireOrder(0), expired]));
  expect(last().query.hidesExpired).toBe(true);
  expect(last().list.orders).toHaveLength(1);
  void controller.find({ what: 'tab', tab: 'paid' });
  await settle();
  expect(stored.get(EXPIRED_KEY)).toMatchObject({ isHidden: true });
});

it.each([300, 1])('a payment that is paid leaves the unpaid ones, of %d', async (total) => {
  const { controller, wire, last } = await startController();
  const at = NOON / 1000 - 60;
  const unpaid = wireOrder(0, { status: 'pending', paid_at: null, created_at: at });
  await wire.request(0).answer(total > 1 ? wirePage(1, 20, 300) : wireBody([unpaid]));
  void controller.find({ what: 'tab', tab: 'pending' });
  await settle();
  if (total > 1) await wire.request(1).answer(wireBody([unpaid]));
  const [order] = last().paging.items;
  if (!order) throw new Error('the tab is empty');
  paymentHistory().orderCache.update({ ...order, status: 'success', statusRaw: 'success' });
  expect(last().list.orders).toEqual([]);
});

it('a payment stays among the refunded ones where its refund becomes complete', async () => {
  const { controller, wire, last } = await startController();
  await wire.request(0).answer(wirePage(1, 20, 300));
  void controller.find({ what: 'tab', tab: 'refunded' });
  await settle();
  for (let nth = 1; nth < wire.requests.length; nth += 1) {
    const { query } = wire.request(nth);
    const isPartial = new Map(Object.entries(query)).get('refund_status') === 'partial';
    const rows = isPartial ? [wireOrder(0, { refund_status: 'partial' })] : [];
    await wire.request(nth).answer(wireBody(rows));
  }
  const [order] = last().paging.items;
  if (!order) throw new Error('the tab is empty');
  paymentHistory().orderCache.update({ ...order, refund: 'complete', refundRaw: 'complete' });
  expect(last().list.orders).toMatchObject([{ key: order.key, refund: 'complete' }]);
});

it('a payment without the field of the filter stays where it is read again', async () => {
  const { controller, wire, last } = await startController();
  await wire.request(0).answer(wirePage(1, 20, 300));
  void controller.find({ what: 'tab', tab: 'pending' });
  await settle();
  await wire.request(1).answer(wireBody([wireOrder(0, { status: undefined })]));
  const [order] = last().paging.items;
  if (!order) throw new Error('the tab is empty');
  paymentHistory().orderCache.update({ ...order, description: 'read again' });
  expect(last().list.orders).toMatchObject([{ description: 'read again' }]);
});

it('the statistics ask for a sign-in once while the user is unknown', async () => {
  let asked = 0;
  const refused = new ApiError({ kind: 'unauthorized', method: 'GET', path: '/token/' });
  const session = {
    token: () => {
      asked += 1;
      return Promise.reject(refused);
    },
    drop: () => undefined,
  };
  await startController({}, session);
  asked = 0;
  const reading = readingOf(paymentHistory());
  const reader = {};
  for (let visit = 0; visit < 5; visit += 1) {
    reading.read(reader, 2026);
    await settle();
    reading.stop(reader);
  }
  expect(asked).toBe(2);
});

it('a page that WeChat refuses by an exception is not open', async () => {
  const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  Object.assign(wx, {
    navigateTo: () => {
      throw new Error('navigateTo');
    },
  });
  await expect(openPage('/pages/payment/payment')).resolves.toBe(false);
  expect(reported).toHaveBeenCalledTimes(1);
  reported.mockRestore();
});
