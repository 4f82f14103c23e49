import { csvOf } from '../../../miniprogram/features/payment-statistics/csv';

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
      expect(line(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['4200000519202611', '007', '12e45', '12E45', '1.5e9', '1.e5', '.5E3', '2e-3', '2e+3'])(
    'keeps the number %s a text',
    (text) => {
      expect(line(text)).toBe(`'${text}\r\n`);
    },
  );

  it.each(['3-4', '1/2', '2026-11', '2026-11-23', '23/11/2026', '1:30', '12:30:59'])(
    'keeps %s, which reads as a date or a time, a text',
    (text) => {
      expect(line(text)).toBe(`'${text}\r\n`);
    },
  );

  it.each([
    '1-2-3-4',
    '2026-',
    'A-1',
    '1.5',
    '0.00',
    '123456789012345',
    '0',
    '1000',
    '2026-11-23 09:05:30',
    'e5',
    '5e',
    'a=1',
  ])('leaves %s as it is', (text) => {
    expect(line(text)).toBe(`${text}\r\n`);
  });
});
