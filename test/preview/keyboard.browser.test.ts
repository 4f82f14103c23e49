import type { Pressed } from './support/press-keys';
import { runScript } from './support/run-script';

const PRESS_MS = 240_000;

describe('on a desktop', () => {
  let pressed: Pressed;

  beforeAll(async () => {
    pressed = await runScript<Pressed>('press-keys.ts');
  }, PRESS_MS);

  test('Escape closes the sheets of filters and of months', () => {
    expect(pressed).toMatchObject({ filterAfterEscape: 0, monthsAfterEscape: 0 });
  });

  test('Escape in a field closes nothing: WeChat does not report it', () => {
    expect(pressed.filterAfterEscapeInField).toBe(1);
  });

  test('Enter applies the amounts of the filter sheet, and searches', () => {
    expect(pressed.sumAfterEnter).toMatch(/^其中支出(不超过 )?¥[\d,]+\.\d\d/);
    expect(pressed.noteAfterEnter).toMatch(/找到 \d+ 笔$/);
  });

  test('the wheel scrolls the list, and not behind a sheet', () => {
    const { behindFilter, behindMonths, withoutSheet } = pressed;
    expect([...behindFilter, ...behindMonths]).toEqual(Array(8).fill(0));
    expect(withoutSheet[0]).toBeGreaterThan(100);
  });

  test('a row is highlighted under the mouse', () => {
    const [rest, hovered] = pressed.row;
    expect(hovered).not.toBe(rest);
  });
});
