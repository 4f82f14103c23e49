import { paymentUrl, routeValue } from '../../../miniprogram/features/shared/route';

describe('a route parameter', () => {
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
    expect(routeValue(value)).toBe(number);
  });

  it('is the number from which the address was made, with any characters', () => {
    const number = 'a/b=c?d&e%f 单';
    const url = paymentUrl('/pages/payment/payment', number);
    expect(routeValue(url.split('transaction_no=')[1])).toBe(number);
  });
});
