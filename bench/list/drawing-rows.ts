import type { Cost, SubjectName } from '../measures';
import { THROTTLES, type Throttle, type Trial } from './drawing';
import { estimate, exponent, median } from './stats';
import { atLeast, atMost, between, countAtMost, exactly, figure, row, type Row } from './table';

const LONGEST = 10_000;
/** Growth is measured from this length on; a shorter list does not fill the window. */
const SHORT = 200;
const BYTES_PER_CHUNK = 3600;
const OTHERS = ['peer', 'naive', 'recycle', 'plain'] as const;

/** A subject at a length. */
type Cell = readonly [subject: SubjectName, rows: number];

const middle = (values: readonly number[]): string =>
  values.length > 0 ? figure(median(values)) : '';

/** The medians of every subject but ours. */
const others = (values: (subject: SubjectName) => readonly number[]) => {
  const shown = OTHERS.map((subject) => [subject, middle(values(subject))] as const);
  return Object.fromEntries(shown) as Record<(typeof OTHERS)[number], string>;
};

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
    /** The ratio of two cells' times, per step. */
    ratios: (over: Cell, under: Cell, throttle: Throttle): number[] =>
      together([over, under], throttle).map(([a = NaN, b = NaN]) => a / b),
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
  const calls = (subject: SubjectName) =>
    samples.costs([subject, samples.lengthsOf(subject).at(-1) ?? 0]).map((cost) => cost.calls);
  return [
    ...samples.lengthsOf('ours').map((rows) => {
      const max = Math.max(...bytes('ours', rows));
      const ours = `median ${middle(bytes('ours', rows))}, max ${figure(max)}`;
      return row(`bytes per chunk of 20, ${figure(rows)} rows`, ours, {
        ...others((subject) => bytes(subject, rows)),
        plain: '',
        ...countAtMost(BYTES_PER_CHUNK, max),
      });
    }),
    row('bytes, 10,000 / 200', figure(growth), countAtMost(1.02, growth)),
    row('bytes beyond the rows themselves, 200 / 10,000', beyond(SHORT) + ' / ' + beyond(LONGEST)),
    row('setData per chunk', figure(Math.max(...calls('ours'))), {
      ...others(calls),
      plain: '',
      ...countAtMost(1, Math.max(...calls('ours'))),
    }),
  ];
};

const treeRows = (samples: Samples): Row[] => {
  const line = (
    metric: string,
    rows: number,
    fact: (trial: Trial) => number,
    limit?: number,
    rest: Partial<Row> = {},
  ) => {
    const of = (subject: SubjectName) => samples.facts([subject, rows], fact);
    const value = median(of('ours'));
    return row(metric, figure(value), {
      ...others(of),
      ...(limit !== undefined && countAtMost(limit, value)),
      ...rest,
    });
  };
  const elements = ({ shape }: Trial) => shape.elements;
  const elementsOf = (rows: number) => median(samples.facts(['ours', rows], elements));
  const change = elementsOf(LONGEST) / elementsOf(SHORT) - 1;
  const unsent = { plain: '' };
  return [
    line('setData of an unchanged refresh', LONGEST, ({ refresh }) => refresh.calls, 0, {
      recycle: '',
      ...unsent,
    }),
    line('update of one order, bytes', LONGEST, ({ update }) => update.bytes, 120, unsent),
    line(
      'its setData and layout, ms',
      LONGEST,
      ({ update }) => update.setDataMs,
      undefined,
      unsent,
    ),
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

const typical = (values: readonly number[]) => estimate([values], (value = NaN) => value);

const timeRows = (samples: Samples, throttle: Throttle): Row[] =>
  samples.lengthsOf('ours').map((rows) =>
    row(
      `draw 20 rows, ${figure(rows)} rows, ${throttle}×, ms`,
      middle(samples.times(['ours', rows], throttle)),
      others((subject) => samples.times([subject, rows], throttle)),
    ),
  );

const ratioRows = (samples: Samples, throttle: Throttle): Row[] => {
  const growth = typical(samples.ratios(['ours', LONGEST], ['ours', SHORT], throttle));
  const slope = typical(samples.exponents('ours', throttle));
  const limit = typical(samples.ratios(['ours', LONGEST], ['plain', LONGEST], throttle));
  const peerRows = samples.lengthsOf('peer').at(-1) ?? LONGEST;
  const faster = typical(samples.ratios(['peer', peerRows], ['ours', peerRows], throttle));
  return [
    row(`draw 20 rows, 10,000 / 200, ${throttle}×`, between(growth), atMost(1.25, growth)),
    row(`growth exponent of drawing 20 rows, ${throttle}×`, between(slope), {
      ...others((subject) => samples.exponents(subject, throttle)),
      ...atMost(0.1, slope),
    }),
    row(`against plain DOM, ${throttle}×, times`, between(limit), atMost(1.5, limit)),
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
