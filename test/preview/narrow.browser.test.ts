import type { Narrow } from './support/narrow-screens';
import { runScript } from './support/run-script';

const LOOK_MS = 240_000;

describe('on screens of 280 and 320 px', () => {
  let seen: Narrow;

  beforeAll(async () => {
    seen = await runScript<Narrow>('narrow-screens.ts');
  }, LOOK_MS);

  test('an amount of a million has one line, in CNY and in USD', () => {
    const payments = Object.values(seen.payments);
    expect(payments).toHaveLength(8);
    expect(
      new Set(payments.map(({ amountLines, isWhole }) => [amountLines, isWhole].join())),
    ).toEqual(new Set(['1,true']));
  });

  test('no label of a fact breaks', () => {
    expect(Object.values(seen.payments).flatMap(({ brokenLabels }) => brokenLabels)).toEqual([]);
  });

  test('the button that copies is beside its value on 320 px in Chinese', () => {
    const payments = Object.entries(seen.payments).filter(([name]) => /zh_CN, 320/.test(name));
    for (const [, { copies, copiesBelow }] of payments)
      expect([copies > 0, copiesBelow]).toEqual([true, 0]);
  });

  test('the selected tab is on the screen', () => {
    expect(seen.tabs).toEqual({ '280 px': true, '320 px': true });
  });
});
