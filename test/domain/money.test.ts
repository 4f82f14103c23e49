import { formatFen, parseYuan } from '../../miniprogram/domain/money';

describe('parseYuan', () => {
  test.each([
    [0.01, 1],
    [100.0, 10000],
    ['398.00', 39800],
    [19.9, 1990],
    [1234567.89, 123456789],
    ['0.02', 2],
    ['0', 0],
    [0, 0],
    [-0, 0],
    ['19.9', 1990],
    ['398.000', 39800],
    [' 398.00 ', 39800],
    ['10000000.00', 1000000000],
    [4.35, 435],
    [1.005e3, 100500],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    [59.699999999999996, 5970],
    ['59.699999999999996', 5970],
    [0.1 + 0.2, 30],
    [0.3 - 0.1 - 0.2, 0],
    [1.1 * 1.1 - 0.01, 120],
    [Array.from({ length: 60 }, () => 19.9).reduce((sum, price) => sum + price), 119400],
  ])('reads %p yuan as %p fen', (yuan, fen) => {
    expect(parseYuan(yuan)).toBe(fen);
  });

  test.each([
    1.005,
    '1.005',
    59.6999999,
    '59.69999999999',
    19.999,
    '0.001',
    '90071992547409.92',
    1e21,
    1e-7,
    '1e3',
    -1,
    '-1.00',
    '+1',
    NaN,
    Infinity,
    '',
    ' ',
    '.5',
    '5.',
    '1,000.00',
    '1.2.3',
    '0x10',
    '¥5',
    '１２',
    null,
    undefined,
    true,
    [5],
    { valueOf: () => 5 },
  ])('returns null for %p, which is not a whole number of fen', (yuan) => {
    expect(parseYuan(yuan)).toBeNull();
  });

  test('agrees with BigInt on every fen from 0 to 20000 and on large ones, as text and as number', () => {
    for (let fen = 0; fen <= 20_000; fen += 1) expectBothSpellings(fen);
    for (let fen = 99_999_999_000; fen <= 100_000_000_000; fen += 1) expectBothSpellings(fen);
  });

  function expectBothSpellings(fen: number) {
    const cents = BigInt(fen);
    const text = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
    if (parseYuan(text) !== fen || parseYuan(Number(text)) !== fen) {
      throw new Error(`${text} is not read as ${fen}`);
    }
  }
});

describe('an amount in another currency', () => {
  test.each([
    ['JPY', 1000, 1000, 'JPY 1,000'],
    ['JPY', '1000', 1000, 'JPY 1,000'],
    ['JPY', '1000.00', 1000, 'JPY 1,000'],
    ['KRW', '0', 0, 'KRW 0'],
    ['VND', 1234567, 1234567, 'VND 1,234,567'],
    ['KWD', '1.234', 1234, 'KWD 1.234'],
    ['BHD', 0.005, 5, 'BHD 0.005'],
    ['JOD', 59.69999999999999, 59700, 'JOD 59.700'],
    ['OMR', 1000, 1000000, 'OMR 1,000.000'],
    ['TND', '12.5', 12500, 'TND 12.500'],
    ['USD', '12.50', 1250, 'USD 12.50'],
    ['HKD', 0.05, 5, 'HKD 0.05'],
    ['XXX', 1, 100, 'XXX 1.00'],
    ['CLF', '1.2345', 12345, 'CLF 1.2345'],
  ])('has the decimals of %s: %p is %p, shown as %s', (currency, value, minor, shown) => {
    expect(parseYuan(value, currency)).toBe(minor);
    expect(formatFen(minor, currency)).toBe(shown);
  });

  test.each([
    ['JPY', 0.5],
    ['JPY', '1000.5'],
    ['JPY', '1000.'],
    ['KWD', 1.2345],
    ['KWD', '1.2345'],
    ['USD', '1.005'],
  ])('in %s is unknown where it has more decimals: %p', (currency, value) => {
    expect(parseYuan(value, currency)).toBeNull();
  });

  test('has its minus before the code', () => {
    expect(formatFen(-1000, 'JPY')).toBe('-JPY 1,000');
  });
});

describe('formatFen', () => {
  test.each([
    [0, '¥0.00'],
    [1, '¥0.01'],
    [10, '¥0.10'],
    [1990, '¥19.90'],
    [10000, '¥100.00'],
    [100000, '¥1,000.00'],
    [123456789, '¥1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
    [-1, '-¥0.01'],
  ])('formats %p as %s', (fen, shown) => {
    expect(formatFen(fen)).toBe(shown);
  });

  test('shows the code of a currency other than CNY', () => {
    expect(formatFen(1200, 'USD')).toBe('USD 12.00');
  });
});
