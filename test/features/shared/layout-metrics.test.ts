import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  layoutMetricsFor,
  phoneLayoutMetrics,
  WIDEST_COLUMN,
} from '../../../miniprogram/features/shared/layout-metrics';

test('the column in styles/column.wxss is as wide as the rows are measured for', () => {
  const file = path.join(__dirname, '../../../miniprogram/styles/column.wxss');
  const halves = readFileSync(file, 'utf8').match(/50% - \d+px/g) ?? [];
  expect(halves).toHaveLength(2);
  for (const half of halves) expect(half).toBe(`50% - ${WIDEST_COLUMN / 2}px`);
});

describe('the sizes', () => {
  const designed = layoutMetricsFor(1, 375);
  const odd = [0, -1, -375, NaN, Infinity, -Infinity, undefined, null, '375', {}];

  test.each(odd)('are those of the design while WeChat reports the width %p', (width) => {
    expect(layoutMetricsFor(1, width)).toEqual(designed);
  });

  test.each(odd)('are those of the design while WeChat reports the text size %p', (textSize) => {
    expect(layoutMetricsFor(textSize, 375)).toEqual(designed);
  });

  test('are readable and whole for any report', () => {
    const report = fc.oneof(fc.double(), fc.integer(), fc.anything());
    fc.assert(
      fc.property(report, report, (textSize, width) => {
        const { factor, heights } = layoutMetricsFor(textSize, width);
        expect(factor).toBeGreaterThanOrEqual(0.8);
        expect(factor).toBeLessThanOrEqual(2);
        expect(heights.header).toBeGreaterThanOrEqual(44);
        expect(heights.row).toBeGreaterThan(heights.header);
        expect([heights.row, heights.header].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('are read from a WeChat that reports neither text size nor width', () => {
    Object.assign(globalThis, { wx: { getAppBaseInfo: () => ({}), getWindowInfo: () => ({}) } });
    expect(phoneLayoutMetrics()).toEqual(designed);
    Object.assign(globalThis, { wx: undefined });
  });
});
