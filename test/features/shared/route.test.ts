import {
  paymentNumbersFromRoute,
  paymentUrl,
  routeValue,
} from '../../../miniprogram/features/shared/route';

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

  it.each([
    'payment-\ud800',
    '\udc00\ud800',
    'a\ud83d\ude00\ud83d',
    '"quotes\' and `others`',
    'blanks in\tit',
    '100%',
    '%2F',
    'a/b/../c',
    '#?&=+',
    'x'.repeat(10_000),
  ])('survives in an address: %j', (number) => {
    const url = paymentUrl('/pages/payment/payment', number);
    expect(routeValue(url.split('transaction_no=')[1])).toBe(number);
  });
});

describe('the route of a payment', () => {
  const none = { transactionNo: '', tradeNo: '', number: '' };

  it.each([
    [{ transaction_no: 'T1' }, { transactionNo: 'T1' }],
    [{ trade_no: 'M%2F1' }, { tradeNo: 'M/1' }],
    [{ scene: '1kTbLDhGaVvUCmFC' }, { number: '1kTbLDhGaVvUCmFC' }],
    [{ scene: 'WX%5F2026%2D11%2D23' }, { number: 'WX_2026-11-23' }],
    [{ scene: undefined }, {}],
    [{}, {}],
  ])('%j holds %j', (query, numbers) => {
    expect(paymentNumbersFromRoute(query)).toEqual({ ...none, ...numbers });
  });
});
