import { paymentUrl, routeNumber } from '../../../miniprogram/features/shared/route';

describe('a number in a page’s address', () => {
  it.each([
    ['T1', 'T1'],
    [' T1 ', 'T1'],
    ['a%2Fb%3Dc', 'a/b=c'],
    ['%E5%8D%95', '单'],
    ['100%', '100%'],
    ['undefined', ''],
    ['', ''],
    [undefined, ''],
  ])('%j is %j', (value, number) => {
    expect(routeNumber(value)).toBe(number);
  });

  it('comes back as it was, whatever characters it has', () => {
    const number = 'a/b=c?d&e%f 单';
    const url = paymentUrl('/pages/payment/payment', number);
    expect(routeNumber(url.split('transaction_no=')[1])).toBe(number);
  });
});
