/** The middle one. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
};

const RESAMPLES = 2000;

/** A figure with the interval it lies in 95 times of 100. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Deterministic, so that the same samples give the same interval. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

/** What a figure of several samples is, by bootstrap: each sample drawn anew from itself. */
export const estimate = (
  samples: readonly (readonly number[])[],
  figure: (...medians: number[]) => number,
): Estimate => {
  const random = randomFrom(1);
  const drawn = (values: readonly number[]) =>
    values.map(() => values[Math.floor(random() * values.length)] ?? NaN);
  const figures = Array.from({ length: RESAMPLES }, () =>
    figure(...samples.map((values) => median(drawn(values)))),
  ).sort((a, b) => a - b);
  return {
    value: figure(...samples.map(median)),
    low: figures[Math.floor(RESAMPLES * 0.025)] ?? NaN,
    high: figures[Math.floor(RESAMPLES * 0.975)] ?? NaN,
  };
};

/** Slope of log y over log x: 0 for what does not grow, 1 for what grows with it. */
export const exponent = (xs: readonly number[], ys: readonly number[]): number => {
  const [u, v] = [xs.map(Math.log), ys.map(Math.log)];
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mu, mv] = [mean(u), mean(v)];
  const over = u.reduce((sum, one, index) => sum + (one - mu) * ((v[index] ?? NaN) - mv), 0);
  return over / u.reduce((sum, one) => sum + (one - mu) ** 2, 0);
};
