import { runScript } from './support/run-script';
import type { CASES, Tapped } from './support/tap-twice';

const TAP_MS = 240_000;

type Case = (typeof CASES)[number];

describe('the second tap of a double tap meets nothing that the first one brought', () => {
  let tapped: Record<Case, Tapped>;

  beforeAll(async () => {
    tapped = await runScript('tap-twice.ts');
  }, TAP_MS);

  const inList = { page: 'list', focus: 'BODY', chips: [] };

  test.each(['the filter button', 'a month header'] as const)('%s opens a sheet', (name) => {
    expect(tapped[name]).toEqual({ ...inList, sheets: 1 });
  });

  test.each([
    'the apply button',
    'the shade above the search field',
    'a month of the sheet',
    'the close button of the sheet',
    'the only chip',
    'the button of an empty list',
  ] as const)('%s leads to the list', (name) => {
    expect(tapped[name]).toEqual({ ...inList, sheets: 0 });
  });

  test('a chip removes its own filter only', () => {
    const { chips, ...rest } = tapped['the first of three chips'];
    expect(chips).toHaveLength(2);
    expect(rest).toMatchObject({ page: 'list', sheets: 0 });
  });
});
