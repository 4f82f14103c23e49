import { ageOf, hasLapsed, isPayable, nextLapse } from '../../miniprogram/domain/payability';
import { order } from '../features/support/order';

const NOW = 1_790_000_000_000;
const before = (seconds: number) => NOW / 1000 - seconds;
const pending = (createdAt: number | null) => order({ status: 'pending', createdAt });

test('an order of the future has the age 0', () => {
  expect(ageOf(pending(before(-5)), NOW)).toBe(0);
  expect(ageOf(pending(before(5)), NOW)).toBe(5);
  expect(ageOf(pending(null), NOW)).toBeNull();
});

test('a pending order lapses after exactly two hours', () => {
  expect(hasLapsed(pending(before(7199)), NOW)).toBe(false);
  expect(hasLapsed(pending(before(7200)), NOW)).toBe(true);
  expect(hasLapsed(pending(null), NOW)).toBe(true);
  expect(hasLapsed(order({ status: 'success', createdAt: null }), NOW)).toBe(false);
});

test('only a pending order of WeChat with a number can be paid', () => {
  const payable = { status: 'pending', createdAt: before(60), gateway: 'weixin' } as const;
  expect(isPayable(order(payable), NOW)).toBe(true);
  expect(isPayable(order({ ...payable, gateway: 'alipay' }), NOW)).toBe(false);
  expect(isPayable(order({ ...payable, transactionNo: null }), NOW)).toBe(false);
  // Of an app, a QR code, a browser and an official account: wx.requestPayment refuses their parameters.
  for (const place of ['app', 'native', 'wap', 'js']) {
    const gatewayRaw = `weixin_tenpay_${place}`;
    expect(isPayable(order({ ...payable, gatewayRaw }), NOW)).toBe(false);
  }
  expect(isPayable(order({ ...payable, status: 'failed' }), NOW)).toBe(false);
});

test('the next order to lapse is the oldest one that has not lapsed', () => {
  const orders = [60, 600, 3600, 7200, 9000].map((seconds) => pending(before(seconds)));
  expect(nextLapse(orders, NOW)).toBe(NOW + 3_600_000);
  expect(nextLapse([pending(null), pending(before(60))], NOW)).toBe(NOW + 7_140_000);
  expect(nextLapse([order({ status: 'success', createdAt: before(60) })], NOW)).toBeNull();
});
