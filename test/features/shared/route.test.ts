import {
  openPaymentPage,
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

it('adds the number to parameters that the page has already', () => {
  const page = '/pages/detail/detail?from=list';
  expect(paymentUrl(page, 'T1')).toBe(`${page}&transaction_no=T1`);
  expect(paymentUrl(page, { tradeNo: 'S1' })).toBe(`${page}&trade_no=S1`);
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

describe('a payment page', () => {
  interface Target {
    readonly url: string;
    readonly success: () => void;
    readonly fail: () => void;
  }

  /** Opens the page in a WeChat whose navigation has the given outcomes. */
  const open = async (navigates: boolean, redirects: boolean, page = '/p') => {
    const calls: string[] = [];
    const to = (name: string, succeeds: boolean) => (target: Target) => {
      calls.push(`${name} ${target.url}`);
      (succeeds ? target.success : target.fail)();
    };
    const wx = { navigateTo: to('navigateTo', navigates), redirectTo: to('redirectTo', redirects) };
    Object.assign(globalThis, { wx });
    const isOpen = await openPaymentPage(page, 'T1');
    Object.assign(globalThis, { wx: undefined });
    return { isOpen, calls };
  };
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  beforeEach(() => printed.mockClear());
  const navigated = 'navigateTo /p?transaction_no=T1';
  const redirected = 'redirectTo /p?transaction_no=T1';

  it.each([
    ['is opened above the present page', true, true, true, [navigated]],
    ['replaces the present page at the limit of pages', false, true, true, [navigated, redirected]],
    ['is not opened where WeChat allows neither', false, false, false, [navigated, redirected]],
  ])('%s', async (_name, navigates, redirects, isOpen, calls) => {
    expect(await open(navigates, redirects)).toEqual({ isOpen, calls });
  });

  it('that WeChat does not open is named to the developer once, without the payment', async () => {
    await open(false, false, 'pages/payment');
    await open(false, false, 'pages/payment');
    const [[line = ''] = [], ...others] = printed.mock.calls as string[][];
    expect(line).toContain('The page "pages/payment" does not open');
    expect(line).toContain('app.json');
    expect(line).not.toContain('T1');
    expect(others).toEqual([]);
  });

  it('that opens is not named to the developer', async () => {
    await open(true, true, 'pages/other');
    await open(false, true, 'pages/other');
    expect(printed).not.toHaveBeenCalled();
  });
});
