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
  ])('reads %p yuan as %p fen', (yuan, fen) => {
    expect(parseYuan(yuan)).toBe(fen);
  });

  test.each([
    0.1 + 0.2,
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
