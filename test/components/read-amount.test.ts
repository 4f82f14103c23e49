import { readAmount } from '../../miniprogram/components/filter-sheet/read-amount';

afterEach(() => jest.restoreAllMocks());

test.each([
  ['１２．５', 1250],
  ['￥１，２００', 120_000],
  ['３０　元', 3000],
])('the amount %s of full width is read without Unicode data', (typed, fen) => {
  jest.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string) {
    return `${this}`;
  });
  expect(readAmount(typed)).toBe(fen);
});

test.each([
  ['', null],
  [' \u200b ', null],
  ['1\u200b2', 1200],
  ['￥1,234.50', 123_450],
  ['1,234,567元', 123_456_700],
  ['¥ 12 元', 1200],
  ['1 000', 100_000],
  ['12. 5', 1250],
  ['.5', 50],
  ['12。', 1200],
])('%j is read as %j', (typed, fen) => expect(readAmount(typed)).toBe(fen));

test.each([
  '19,9',
  '1,5',
  '1,23,4',
  '1234,567',
  '10 20',
  '1元5',
  '元5',
  '¥',
  '.',
  ',',
  '1.2.3',
  '五',
])('%j is no amount', (typed) => expect(readAmount(typed)).toBeUndefined());
