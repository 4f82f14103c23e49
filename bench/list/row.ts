import type { Estimate } from './stats';

/** Whether a target was met: `unsure` where the figure meets it and its interval does not; null where there is none. */
export type Verdict = 'met' | 'unsure' | 'missed' | null;

/** One line of the table. */
export interface Row {
  readonly metric: string;
  readonly ours: string;
  readonly peer: string;
  readonly naive: string;
  readonly recycle: string;
  readonly hand: string;
  readonly target: string;
  readonly verdict: Verdict;
}

/** What a line has beside its name and our figure. */
type Rest = Partial<Omit<Row, 'metric' | 'ours'>>;

/** A line; what is left out does not apply. */
export const row = (metric: string, ours: string, rest: Rest = {}): Row => ({
  ...{ peer: '', naive: '', recycle: '', hand: '', target: '', verdict: null },
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

const judge = (value: boolean, interval: boolean): Verdict => {
  if (interval) return 'met';
  return value ? 'unsure' : 'missed';
};

/** A target from above. */
export const atMost = (limit: number, { value, high }: Estimate, unit = ''): Rest => ({
  target: `≤ ${figure(limit)}${unit}`,
  verdict: judge(value <= limit, high <= limit),
});

/** The same from below. */
export const atLeast = (limit: number, { value, low }: Estimate, unit = ''): Rest => ({
  target: `≥ ${figure(limit)}${unit}`,
  verdict: judge(value >= limit, low >= limit),
});

/** A target that a figure meets or not, without an interval. */
export const exactly = (target: string, isMet: boolean): Rest => ({
  target,
  verdict: isMet ? 'met' : 'missed',
});

/** The same for a figure that is counted, not timed. */
export const countAtMost = (limit: number, value: number, unit = ''): Rest =>
  atMost(limit, { value, low: value, high: value }, unit);
