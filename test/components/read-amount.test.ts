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
