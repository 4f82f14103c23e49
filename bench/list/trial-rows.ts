import type { SubjectName } from '../measures';
import { countAtMost, exactly, figure, row, type Row } from './row';
import { middle, others, type Samples } from './samples';
import { median } from './stats';
import type { Trial } from './trial';

const LONGEST = 10_000;
const SHORT = 200;
const BYTES_PER_CHUNK = 3600;

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
      const most = Math.max(...bytes('ours', rows));
      const ours = `${middle(bytes('ours', rows))}, most ${figure(most)}`;
      return row(`bytes per chunk of 20, ${figure(rows)} rows`, ours, {
        ...others((subject) => bytes(subject, rows)),
        hand: '',
        ...countAtMost(BYTES_PER_CHUNK, most),
      });
    }),
    row('bytes, 10,000 / 200', figure(growth), countAtMost(1.02, growth)),
    row('bytes beyond the rows themselves, 200 / 10,000', beyond(SHORT) + ' / ' + beyond(LONGEST)),
    row('setData per chunk', figure(Math.max(...calls('ours'))), {
      ...others(calls),
      hand: '',
      ...countAtMost(1, Math.max(...calls('ours'))),
    }),
  ];
};

/** The table's lines on what is sent, on the tree and on memory. */
export const trialRows = (samples: Samples): Row[] => {
  const of = (subject: SubjectName, rows: number, fact: (trial: Trial) => number) =>
    samples.facts([subject, rows], fact);
  const line = (metric: string, rows: number, fact: (trial: Trial) => number, limit?: number) => {
    const value = median(of('ours', rows, fact));
    return row(metric, figure(value), {
      ...others((subject) => of(subject, rows, fact)),
      ...(limit !== undefined && countAtMost(limit, value)),
    });
  };
  const elements = ({ shape }: Trial) => shape.elements;
  const change = median(of('ours', LONGEST, elements)) / median(of('ours', SHORT, elements)) - 1;
  const unsent = { hand: '' };
  return [
    ...byteRows(samples),
    {
      ...line('setData of an unchanged refresh', LONGEST, ({ refresh }) => refresh.calls, 0),
      recycle: '',
      ...unsent,
    },
    {
      ...line('update of one order, bytes', LONGEST, ({ update }) => update.bytes, 120),
      ...unsent,
    },
    { ...line('its setData and layout, ms', LONGEST, ({ update }) => update.setDataMs), ...unsent },
    line('elements, 200 rows', SHORT, elements, 900),
    line('elements, 10,000 rows', LONGEST, elements, 900),
    row(
      'elements, 10,000 against 200',
      `${(100 * change).toFixed(1)} %`,
      exactly('± 2 %', Math.abs(change) <= 0.02),
    ),
    line('most children', LONGEST, ({ shape }) => shape.mostChildren, 60),
    line('depth', LONGEST, ({ shape }) => shape.depth, 15),
    line('heap over the empty page, 10,000 rows, MB', LONGEST, ({ heap }) => heap, 8),
    line('heap after leaving, MB', LONGEST, ({ heapAfter }) => heapAfter, 0.5),
  ];
};
