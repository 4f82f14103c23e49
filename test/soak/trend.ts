/** One measurement. */
export interface Sample {
  /** Minutes since the start. */
  readonly at: number;
  readonly value: number;
}

/** A regression line: its slope per ten minutes, and half of the 95 % interval of the slope. */
export interface Trend {
  readonly first: number;
  readonly last: number;
  readonly slope: number;
  readonly margin: number;
}

/** Student's t of 97.5 % by degrees of freedom, for few samples; 1.96 for many. */
const T: readonly number[] = [
  ...[NaN, 12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23],
  ...[2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1, 2.09, 2.09],
];
const PER = 10;

/** Fits a line by least squares. @param samples - At least three. */
export function trendOf(samples: readonly Sample[]): Trend {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(samples.map((sample) => sample.at));
  const value = mean(samples.map((sample) => sample.value));
  const spread = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
  const common = samples.reduce((sum, one) => sum + (one.at - at) * (one.value - value), 0);
  const slope = common / spread;
  const left = samples.map((one) => one.value - value - slope * (one.at - at));
  const freedom = samples.length - 2;
  const error = Math.sqrt(left.reduce((sum, one) => sum + one ** 2, 0) / freedom / spread);
  return {
    first: samples[0]?.value ?? NaN,
    last: samples[samples.length - 1]?.value ?? NaN,
    slope: slope * PER,
    margin: (T[freedom] ?? 1.96) * error * PER,
  };
}
