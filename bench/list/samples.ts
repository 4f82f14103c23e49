import type { Cost, SubjectName } from '../measures';
import { figure } from './row';
import { exponent, median } from './stats';
import type { Throttle, Trial } from './trial';

/** A subject at a length. */
export type Cell = readonly [subject: SubjectName, rows: number];

const OTHERS = ['peer', 'naive', 'recycle', 'hand'] as const;

/** The middle one as text; empty where there is none. */
export const middle = (values: readonly number[]): string =>
  values.length > 0 ? figure(median(values)) : '';

/** The figure of every subject but ours. */
export const others = (values: (subject: SubjectName) => readonly number[]) => {
  const shown = OTHERS.map((subject) => [subject, middle(values(subject))] as const);
  return Object.fromEntries(shown) as Record<(typeof OTHERS)[number], string>;
};

/** The trials, to be asked. */
export const createSamples = (trials: readonly Trial[]) => {
  const of = ([subject, rows]: Cell) =>
    trials.filter((trial) => trial.subject === subject && trial.rows === rows);
  const lengthsOf = (wanted: SubjectName): number[] => {
    const lengths = trials.filter(({ subject }) => subject === wanted).map(({ rows }) => rows);
    return [...new Set(lengths)].sort((a, b) => a - b);
  };
  const costs = (cell: Cell, throttle: Throttle = 1): Cost[] =>
    of(cell).flatMap(({ appends }) => [...appends[throttle].values()]);

  /** What all of these cells took in the same step of the same round, round by round, step by step. */
  const together = (cells: readonly Cell[], throttle: Throttle): number[][] =>
    of(cells[0] ?? ['ours', 0]).flatMap(({ appends }, round) =>
      [...appends[throttle].keys()].flatMap((step) => {
        const times = cells.map((cell) => of(cell)[round]?.appends[throttle].get(step)?.ms);
        return times.every((ms) => ms !== undefined) ? [times] : [];
      }),
    );

  return {
    lengthsOf,
    costs,
    times: (cell: Cell, throttle: Throttle) => costs(cell, throttle).map(({ ms }) => ms),
    /** One cell's time over another's, taken step by step. */
    ratios: (over: Cell, under: Cell, throttle: Throttle): number[] =>
      together([over, under], throttle).map(([a = NaN, b = NaN]) => a / b),
    /** How the time of a subject grows, taken step by step. */
    exponents: (subject: SubjectName, throttle: Throttle, from: number): number[] => {
      const lengths = lengthsOf(subject).filter((rows) => rows >= from);
      const cells = lengths.map((rows): Cell => [subject, rows]);
      return together(cells, throttle).map((times) => exponent(lengths, times));
    },
    facts: (cell: Cell, fact: (trial: Trial) => number): number[] => of(cell).map(fact),
  };
};

/** The trials, to be asked. */
export type Samples = ReturnType<typeof createSamples>;
