/** The median; NaN of no values. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
};

/** The largest value; NaN of no values. */
export const largest = (values: readonly number[]): number =>
  values.length > 0 ? Math.max(...values) : NaN;

const RESAMPLES = 2000;

/** A figure with its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A linear congruential generator: the same samples always give the same interval. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

/**
 * Estimates a figure by bootstrap: each sample is resampled with replacement.
 *
 * @param figure - Computes the figure from the medians of the samples, in their order.
 */
export const estimate = (
  samples: readonly (readonly number[])[],
  figure: (...medians: number[]) => number,
): Estimate => {
  const random = randomFrom(1);
  const resampled = (values: readonly number[]) =>
    values.map(() => values[Math.floor(random() * values.length)] ?? NaN);
  const figures = Array.from({ length: RESAMPLES }, () =>
    figure(...samples.map((values) => median(resampled(values)))),
  ).sort((a, b) => a - b);
  return {
    value: figure(...samples.map(median)),
    low: figures[Math.floor(RESAMPLES * 0.025)] ?? NaN,
    high: figures[Math.floor(RESAMPLES * 0.975)] ?? NaN,
  };
};

/** Estimates the median of ratios or exponents. */
export const typical = (values: readonly number[]): Estimate =>
  estimate([values], (value = NaN) => value);

/** The slope of log y over log x: 0 for constant cost, 1 for linear growth. */
export const exponent = (xs: readonly number[], ys: readonly number[]): number => {
  const [u, v] = [xs.map(Math.log), ys.map(Math.log)];
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mu, mv] = [mean(u), mean(v)];
  const over = u.reduce((sum, one, index) => sum + (one - mu) * ((v[index] ?? NaN) - mv), 0);
  return over / u.reduce((sum, one) => sum + (one - mu) ** 2, 0);
};
