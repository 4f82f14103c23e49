import type { Cost, SubjectName } from '../measures';
import { THROTTLES, type Throttle, type Trial } from './drawing';
import { exponent, largest, median, typical } from './stats';
import {
  atLeast,
  atMost,
  between,
  countAtMost,
  exactly,
  figure,
  lineOf,
  row,
  type Row,
} from './table';

const LONGEST = 10_000;
/** Growth is measured from this length on; a shorter list does not fill the window. */
const SHORT = 200;
const BYTES_PER_STEP = 3600;
/** Limits of ratios: of the figure, and of its interval's upper end. */
const AGAINST_PLAIN = { 1: [1.5, 1.6], 4: [1.3, 1.45] } as const;
const AGAINST_FORMER = { 1: 0.35, 4: 0.4 } as const;

/** A subject at a length. */
type Cell = readonly [subject: SubjectName, rows: number];

/** A time of one step, in ms. */
type Time = 'ms' | 'longestMs';

const middle = (values: readonly number[]): string => figure(median(values));

/** Queries over the trials. */
const createSamples = (trials: readonly Trial[]) => {
  const of = ([subject, rows]: Cell) =>
    trials.filter((trial) => trial.subject === subject && trial.rows === rows);
  const lengthsOf = (wanted: SubjectName): number[] => {
    const lengths = trials.filter(({ subject }) => subject === wanted).map(({ rows }) => rows);
    return [...new Set(lengths)].sort((a, b) => a - b);
  };
  const costs = (cell: Cell, throttle: Throttle = 1): Cost[] =>
    of(cell).flatMap(({ appends }) => [...appends[throttle].values()]);

  /** The times of all cells in the same step of the same round, in ms; steps that a cell lacks are left out. */
  const together = (cells: readonly Cell[], throttle: Throttle, time: Time = 'ms'): number[][] =>
    of(cells[0] ?? ['ours', 0]).flatMap(({ appends }, round) =>
      [...appends[throttle].keys()].flatMap((step) => {
        const times = cells.map((cell) => of(cell)[round]?.appends[throttle].get(step)?.[time]);
        return times.every((ms) => ms !== undefined) ? [times] : [];
      }),
    );

  return {
    lengthsOf,
    costs,
    times: (cell: Cell, throttle: Throttle, time: Time = 'ms') =>
      costs(cell, throttle).map((cost) => cost[time]),
    /** The ratio of two cells' times, per step. */
    ratios: (over: Cell, under: Cell, throttle: Throttle, time: Time = 'ms'): number[] =>
      together([over, under], throttle, time).map(([a = NaN, b = NaN]) => a / b),
    /** The growth exponent of a subject's time, per step. */
    exponents: (subject: SubjectName, throttle: Throttle): number[] => {
      const lengths = lengthsOf(subject).filter((rows) => rows >= SHORT);
      const cells = lengths.map((rows): Cell => [subject, rows]);
      return together(cells, throttle).map((times) => exponent(lengths, times));
    },
    facts: (cell: Cell, fact: (trial: Trial) => number): number[] => of(cell).map(fact),
  };
};

type Samples = ReturnType<typeof createSamples>;

const byteRows = (samples: Samples): Row[] => {
  const bytes = (subject: SubjectName, rows: number) =>
    samples.costs([subject, rows]).map((cost) => cost.bytes);
  const growth = median(bytes('ours', LONGEST)) / median(bytes('ours', SHORT));
  const beyond = (rows: number) =>
    middle(samples.costs(['ours', rows]).map((cost) => cost.bytes - cost.rowBytes));
  const calls = (subject: SubjectName) => {
    const costs = samples.costs([subject, samples.lengthsOf(subject).at(-1) ?? 0]);
    return subject === 'plain' ? [] : costs.map((cost) => cost.calls / cost.moves);
  };
  return [
    ...samples.lengthsOf('ours').map((rows) => {
      const max = Math.max(...bytes('ours', rows));
      const ours = `median ${middle(bytes('ours', rows))}, max ${figure(max)}`;
      const line = lineOf(`bytes per 20 rows, ${figure(rows)} rows`, (subject) =>
        subject === 'plain' ? NaN : median(bytes(subject, rows)),
      );
      return { ...line, ours, ...countAtMost(BYTES_PER_STEP, max) };
    }),
    row('bytes, 10,000 / 200', figure(growth), countAtMost(1.02, growth)),
    row('bytes beyond the rows themselves, 200 / 10,000', beyond(SHORT) + ' / ' + beyond(LONGEST)),
    lineOf('setData per chunk', (subject) => largest(calls(subject)), 1),
  ];
};

const treeRows = (samples: Samples): Row[] => {
  const line = (metric: string, rows: number, fact: (trial: Trial) => number, limit?: number) =>
    lineOf(metric, (subject) => median(samples.facts([subject, rows], fact)), limit);
  const elements = ({ shape }: Trial) => shape.elements;
  const elementsOf = (rows: number) => median(samples.facts(['ours', rows], elements));
  const change = elementsOf(LONGEST) / elementsOf(SHORT) - 1;
  const updates = ({ work }: Trial) => work?.updates ?? NaN;
  const sets = ({ work }: Trial) => work?.sets ?? NaN;
  return [
    line('setData of an unchanged refresh', LONGEST, ({ refresh }) => refresh?.calls ?? NaN, 0),
    line('update of one order, bytes', LONGEST, ({ update }) => update?.bytes ?? NaN, 120),
    line('its setData and layout, ms', LONGEST, ({ update }) => update?.setDataMs ?? NaN),
    line('glass-easel, 20 rows: component updates', LONGEST, updates, 30),
    line('glass-easel, 20 rows: properties set', LONGEST, sets, 35),
    line('elements, 200 rows', SHORT, elements, 900),
    line('elements, 10,000 rows', LONGEST, elements, 900),
    row(
      'elements, 10,000 against 200',
      `${(100 * change).toFixed(1)} %`,
      exactly('± 2 %', Math.abs(change) <= 0.02),
    ),
    line('max children', LONGEST, ({ shape }) => shape.mostChildren, 60),
    line('depth', LONGEST, ({ shape }) => shape.depth, 15),
    line('heap over the empty page, 10,000 rows, MB', LONGEST, ({ heap }) => heap, 8),
    line('heap after leaving, MB', LONGEST, ({ heapAfter }) => heapAfter, 0.5),
  ];
};

const timeRows = (samples: Samples, throttle: Throttle): Row[] => {
  const line = (metric: string, rows: number, time: Time) =>
    lineOf(`${metric}, ${figure(rows)} rows, ${throttle}×, ms`, (subject) =>
      median(samples.times([subject, rows], throttle, time)),
    );
  return [
    ...samples.lengthsOf('ours').map((rows) => line('draw 20 rows', rows, 'ms')),
    line('longest setData with layout', LONGEST, 'longestMs'),
  ];
};

const ratioRows = (samples: Samples, throttle: Throttle): Row[] => {
  const growth = typical(samples.ratios(['ours', LONGEST], ['ours', SHORT], throttle));
  const slope = typical(samples.exponents('ours', throttle));
  const limit = typical(samples.ratios(['ours', LONGEST], ['plain', LONGEST], throttle));
  const [most, end] = AGAINST_PLAIN[throttle];
  const shorter = typical(
    samples.ratios(['ours', LONGEST], ['former', LONGEST], throttle, 'longestMs'),
  );
  const peerRows = samples.lengthsOf('peer').at(-1) ?? LONGEST;
  const faster = typical(samples.ratios(['peer', peerRows], ['ours', peerRows], throttle));
  return [
    row(`draw 20 rows, 10,000 / 200, ${throttle}×`, between(growth), atMost(1.15, growth)),
    {
      ...lineOf(`growth exponent of drawing 20 rows, ${throttle}×`, (subject) =>
        median(samples.exponents(subject, throttle)),
      ),
      ours: between(slope),
      ...atMost(0.1, slope),
    },
    row(`against plain DOM, ${throttle}×, times`, between(limit), atMost(most, limit, end)),
    row(
      `longest setData against the former build, ${throttle}×, times`,
      between(shorter),
      atMost(AGAINST_FORMER[throttle], shorter),
    ),
    row(
      `faster than peer-shaped, ${figure(peerRows)} rows, ${throttle}×, times`,
      between(faster),
      peerRows < LONGEST ? {} : atLeast(10, faster),
    ),
  ];
};

/** Table rows of the trials: bytes sent, tree, memory and drawing time. */
export const drawingRows = (trials: readonly Trial[]): Row[] => {
  const samples = createSamples(trials);
  return [
    ...byteRows(samples),
    ...treeRows(samples),
    ...THROTTLES.flatMap((throttle) => timeRows(samples, throttle)),
    ...THROTTLES.flatMap((throttle) => ratioRows(samples, throttle)),
  ];
};
