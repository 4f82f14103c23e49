import {
  atLeast,
  atMost,
  countAtMost,
  lineOf,
  row,
  summaryOf,
  tableOf,
} from '../../bench/list/table';
import type { SubjectName } from '../../bench/measures';
import { estimate, exponent, median } from '../../bench/list/stats';

describe('figures of the benchmark', () => {
  it('computes the median of odd and even counts', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([1, 2, 4, 9])).toBe(3);
  });

  it('computes exponent 1 for linear growth and 0 for constant cost', () => {
    const lengths = [200, 1000, 10_000];
    expect(
      exponent(
        lengths,
        lengths.map((rows) => rows * 0.3),
      ),
    ).toBeCloseTo(1);
    expect(exponent(lengths, [12, 12, 12])).toBeCloseTo(0);
  });

  it('gives the same interval around the figure each time', () => {
    const samples = [
      [9, 10, 11, 10, 12, 9, 10],
      [2, 2, 3, 2, 2, 1, 2],
    ];
    const ratio = () => estimate(samples, (over = NaN, under = NaN) => over / under);
    const { value, low, high } = ratio();
    expect(value).toBe(5);
    expect(low).toBeLessThanOrEqual(5);
    expect(high).toBeGreaterThanOrEqual(5);
    expect(ratio()).toEqual({ value, low, high });
  });

  it('calls a target met only when the whole interval meets it', () => {
    expect(atMost(1.5, { value: 1.2, low: 1, high: 1.4 }).verdict).toBe('met');
    expect(atMost(1.5, { value: 1.4, low: 1, high: 1.6 }).verdict).toBe('unsure');
    expect(atMost(1.5, { value: 1.6, low: 1, high: 2 }).verdict).toBe('missed');
    expect(atLeast(10, { value: 70, low: 9, high: 90 }).verdict).toBe('unsure');
    expect(countAtMost(0, NaN).verdict).toBe('missed');
  });

  it('gives the upper end of an interval its own limit', () => {
    const target = atMost(1.5, { value: 1.4, low: 1.3, high: 1.6 }, 1.6);
    expect(target).toEqual({ target: '≤ 1.50, end ≤ 1.60', verdict: 'met' });
    expect(atMost(1.5, { value: 1.4, low: 1.3, high: 1.7 }, 1.6).verdict).toBe('unsure');
    expect(atMost(1.5, { value: 1.55, low: 1.5, high: 1.6 }, 1.6).verdict).toBe('missed');
  });

  it('leaves a cell empty that was not measured, and a column without cells out', () => {
    const measured: Partial<Record<SubjectName, number>> = { ours: 1, former: 3 };
    const line = lineOf('updates', (subject) => measured[subject] ?? NaN, 2);
    expect(line).toMatchObject({ ours: '1', former: '3', naive: '', verdict: 'met' });
    const [head = '', , cells = ''] = tableOf([line]).split('\n');
    const split = (text: string) => text.split('|').map((cell) => cell.trim());
    expect(split(head)).toEqual(['', 'metric', 'ours', 'former build', 'target', '', '']);
    expect(split(cells)).toEqual(['', 'updates', '1', '3', '≤ 2', 'met', '']);
  });

  it('prints a missed target in the table and in the summary', () => {
    const lines = [row('fast', '1', countAtMost(2, 1)), row('slow', '3', countAtMost(2, 3))];
    expect(tableOf(lines)).toMatch(/\| slow .* \*\*missed\*\* \|/);
    expect(summaryOf(lines)).toContain('1 of 2 targets met.');
    expect(summaryOf(lines)).toContain('- slow: 3, target ≤ 2');
  });
});
