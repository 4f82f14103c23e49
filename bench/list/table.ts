import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../preview/paths';
import type { SubjectName } from '../measures';
import type { Estimate } from './stats';

/** Result of a target: `unsure` where the figure meets it and its interval does not; null without a target. */
export type Verdict = 'met' | 'unsure' | 'missed' | null;

/** One row of the table; an empty cell does not apply. */
export interface Row extends Readonly<Record<SubjectName, string>> {
  readonly metric: string;
  readonly target: string;
  readonly verdict: Verdict;
}

/** The cells of a row other than its name and our figure. */
type Rest = Partial<Omit<Row, 'metric' | 'ours'>>;

/** Builds a row; cells left out are empty. */
export const row = (metric: string, ours: string, rest: Rest = {}): Row => ({
  ...{ former: '', peer: '', naive: '', recycle: '', plain: '', target: '', verdict: null },
  ...rest,
  metric,
  ours,
});

/** Formats a figure with three significant digits or as an integer; `none` when it is not finite. */
export const figure = (value: number): string => {
  if (!Number.isFinite(value)) return 'none';
  if (Math.abs(value) >= 100 || Number.isInteger(value)) {
    return Math.round(value).toLocaleString('en-US');
  }
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};

/** Formats a figure with its interval. */
export const between = ({ value, low, high }: Estimate): string =>
  `${figure(value)} (${figure(low)}–${figure(high)})`;

const judge = (isValueMet: boolean, isIntervalMet: boolean): Verdict => {
  if (isIntervalMet) return 'met';
  return isValueMet ? 'unsure' : 'missed';
};

/**
 * Target cells of an upper limit for a measured figure.
 *
 * @param end - Limit of the interval's upper end. @default limit
 */
export const atMost = (limit: number, { value, high }: Estimate, end = limit): Rest => ({
  target: `≤ ${figure(limit)}${end === limit ? '' : `, end ≤ ${figure(end)}`}`,
  verdict: judge(value <= limit, value <= limit && high <= end),
});

/** Target cells of a lower limit for a measured figure. */
export const atLeast = (limit: number, { value, low }: Estimate): Rest => ({
  target: `≥ ${figure(limit)}`,
  verdict: judge(value >= limit, low >= limit),
});

/** Target cells of a target without an interval. */
export const exactly = (target: string, isMet: boolean): Rest => ({
  target,
  verdict: isMet ? 'met' : 'missed',
});

/** Target cells of an upper limit for a count. */
export const countAtMost = (limit: number, value: number): Rest =>
  exactly(`≤ ${figure(limit)}`, value <= limit);

/**
 * Builds a row of one figure per list; NaN leaves a cell empty.
 *
 * @param limit - Upper limit of our figure.
 */
export const lineOf = (
  metric: string,
  value: (subject: SubjectName) => number,
  limit?: number,
): Row => {
  const cell = (subject: SubjectName) =>
    Number.isNaN(value(subject)) ? '' : figure(value(subject));
  const others = ['former', 'peer', 'naive', 'recycle', 'plain'] as const;
  return row(metric, figure(value('ours')), {
    ...Object.fromEntries(others.map((subject) => [subject, cell(subject)])),
    ...(limit !== undefined && countAtMost(limit, value('ours'))),
  });
};

const HEADS = {
  metric: 'metric',
  ours: 'ours',
  former: 'former build',
  peer: 'peer-shaped',
  naive: 'naive',
  recycle: 'recycle-view',
  plain: 'plain DOM',
  target: 'target',
} as const;
const COLUMNS = Object.keys(HEADS) as (keyof typeof HEADS)[];

const VERDICTS = { met: 'met', unsure: 'not certain', missed: '**missed**' } as const;

/** Formats the rows as a Markdown table, padded for a terminal; columns without a cell are left out. */
export const tableOf = (lines: readonly Row[]): string => {
  const columns = COLUMNS.filter((column) => lines.some((line) => line[column] !== ''));
  const all = [
    [...columns.map((column) => HEADS[column]), ''],
    ...lines.map((line) => [
      ...columns.map((column) => line[column]),
      line.verdict === null ? '' : VERDICTS[line.verdict],
    ]),
  ];
  const widths = all[0]?.map((_, column) =>
    Math.max(3, ...all.map((line) => line[column]?.length ?? 0)),
  );
  const padded = all.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${(widths ?? []).map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [padded[0], rule, ...padded.slice(1)].join('\n');
};

const listOf = (title: string, lines: readonly Row[]): string[] => {
  if (lines.length === 0) return [];
  const items = lines.map(({ metric, ours, target }) => `- ${metric}: ${ours}, target ${target}`);
  return ['', title, '', ...items];
};

/** Counts the targets that are met and lists the others. */
export const summaryOf = (lines: readonly Row[]): string => {
  const by = (verdict: Row['verdict']) => lines.filter((line) => line.verdict === verdict);
  const [met, unsure, missed] = [by('met'), by('unsure'), by('missed')];
  const count = `${met.length} of ${met.length + unsure.length + missed.length} targets met.`;
  return [
    count,
    ...listOf('Missed:', missed),
    ...listOf('Met by the figure, but not by all of its 95 % interval:', unsure),
  ].join('\n');
};

const PAGE = path.join(ROOT, 'docs/performance.md');
const BEGIN = '<!-- begin: npm run bench -- list -->';
const END = '<!-- end -->';

/** Replaces the text between the markers of docs/performance.md. */
export const writeReport = async (text: string): Promise<void> => {
  const page = await readFile(PAGE, 'utf8');
  const [before = ''] = page.split(BEGIN);
  const after = page.split(END)[1] ?? '';
  await writeFile(PAGE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
};
