import type { Estimate } from './stats';

/** One line of the table. */
export interface Row {
  readonly metric: string;
  readonly ours: string;
  readonly peer: string;
  readonly naive: string;
  readonly recycle: string;
  readonly hand: string;
  readonly target: string;
  /** Null where there is nothing to meet. */
  readonly met: boolean | null;
}

/** What a line has beside its name and our figure. */
type Rest = Partial<Omit<Row, 'metric' | 'ours'>>;

/** A line; what is left out does not apply. */
export const row = (metric: string, ours: string, rest: Rest = {}): Row => ({
  ...{ peer: '', naive: '', recycle: '', hand: '', target: '', met: null },
  ...rest,
  metric,
  ours,
});

/** A figure with as many digits as it deserves. */
export const figure = (value: number): string => {
  if (!Number.isFinite(value)) return 'none';
  if (Math.abs(value) >= 100 || Number.isInteger(value)) {
    return Math.round(value).toLocaleString('en-US');
  }
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};

/** A figure with its interval. */
export const between = ({ value, low, high }: Estimate): string =>
  `${figure(value)} (${figure(low)}–${figure(high)})`;

/** A target that holds when the whole interval keeps to it. */
export const atMost = (limit: number, { high }: Estimate, unit = ''): Rest => ({
  target: `≤ ${figure(limit)}${unit}`,
  met: high <= limit,
});

/** The same from below. */
export const atLeast = (limit: number, { low }: Estimate, unit = ''): Rest => ({
  target: `≥ ${figure(limit)}${unit}`,
  met: low >= limit,
});

/** The same for a figure that is counted, not timed. */
export const countAtMost = (limit: number, value: number, unit = ''): Rest =>
  atMost(limit, { value, low: value, high: value }, unit);
