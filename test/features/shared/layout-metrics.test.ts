import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WIDEST_COLUMN } from '../../../miniprogram/features/shared/layout-metrics';

test('the column in styles/column.wxss is as wide as the rows are measured for', () => {
  const file = path.join(__dirname, '../../../miniprogram/styles/column.wxss');
  const halves = readFileSync(file, 'utf8').match(/50% - \d+px/g) ?? [];
  expect(halves).toHaveLength(2);
  for (const half of halves) expect(half).toBe(`50% - ${WIDEST_COLUMN / 2}px`);
});
