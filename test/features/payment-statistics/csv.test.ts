import { csvOf, textCell } from '../../../miniprogram/features/payment-statistics/csv';

const line = (...cells: string[]) => csvOf([cells]).slice(1);

describe('a CSV file', () => {
  it('begins with the mark of UTF-8, and each line ends with CR and LF', () => {
    expect(
      csvOf([
        ['a', '二'],
        ['', 'c'],
      ]),
    ).toBe('\uFEFFa,二\r\n,c\r\n');
  });

  it('quotes commas, quotation marks and line breaks', () => {
    expect(line('a,b', 'say "hi"', 'one\ntwo', 'plain text')).toBe(
      '"a,b","say ""hi""","one\ntwo",plain text\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'neutralizes the formula %j',
    (text) => {
      expect(textCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['4200000519202611', '007', '12e45', '12E45', '1.5e9', '1.e5', '.5E3', '2e-3', '2e+3'])(
    'keeps the number %s a text',
    (text) => {
      expect(textCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['3-4', '1/2', '2026-11', '2026-11-23', '23/11/2026', '1:30', '12:30:59'])(
    'keeps %s, which reads as a date or a time, a text',
    (text) => {
      expect(textCell(text)).toBe(`'${text}`);
    },
  );

  // A spreadsheet shows each of these in another form.
  it.each([
    ...['1234567890123456.5', '12345678901234567.00', '12,345,678,901,234,567', '007.5', '1.50'],
    ...[
      '１２３４５６７８９０１２３４５６７',
      '００１２３',
      '３－４',
      '１．５Ｅ９',
      '10%',
      '¥5',
      '3 4/5',
    ],
    ...['2026-11-23 10:00', '1/2/2026 5:00', '10:30 PM', '5pm', '5月3日', '2026年11月', '5-Jan'],
    ...['Nov-26', 'March 3, 2026', '10时30分', 'TRUE', '2026-11-23T09:05:30', '0.00'],
  ])('keeps %s a text', (text) => {
    expect(textCell(text)).toBe(`'${text}`);
  });

  it.each([
    'Nova 5',
    '5 月饼',
    'May I?',
    '10 元',
    '3 盒',
    '5月饼',
    '12:30 开场',
    'AM 3',
    '2026年货',
  ])('leaves the words %s as they are', (text) => {
    expect(textCell(text)).toBe(text);
  });

  it('writes figures and times of its own as they are', () => {
    expect(line('0.00', '2026-11-23 09:05:30', '-1')).toBe('0.00,2026-11-23 09:05:30,-1\r\n');
  });

  it.each(['1-2-3-4', '2026-', 'A-1', '1.5', '123456789012345', '0', '1000', 'e5', '5e', 'a=1'])(
    'leaves %s as it is',
    (text) => {
      expect(textCell(text)).toBe(text);
    },
  );
});
