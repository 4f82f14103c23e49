import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../preview/paths';
import type { Row } from './row';

const PAGE = path.join(ROOT, 'docs/performance.md');
const BEGIN = '<!-- begin: npm run bench -- list -->';
const END = '<!-- end -->';
const COLUMNS = ['metric', 'ours', 'peer', 'naive', 'recycle', 'hand', 'target'] as const;
const HEADS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  metric: 'metric',
  ours: 'ours',
  peer: 'peer-shaped',
  naive: 'naive',
  recycle: 'recycle-view',
  hand: 'hand DOM',
  target: 'target',
};

const VERDICTS = { met: 'met', unsure: 'not certain', missed: '**missed**' } as const;

const verdictOf = ({ verdict }: Row) => (verdict === null ? '' : VERDICTS[verdict]);

const cells = (line: Row) => [...COLUMNS.map((column) => line[column]), verdictOf(line)];

/** The lines as a table in Markdown, which reads well in a terminal, too. */
export const tableOf = (lines: readonly Row[]): string => {
  const all = [[...COLUMNS.map((column) => HEADS[column]), ''], ...lines.map(cells)];
  const widths = all[0]?.map((_, column) =>
    Math.max(3, ...all.map((line) => line[column]?.length ?? 0)),
  );
  const drawn = all.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${(widths ?? []).map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
};

const listOf = (title: string, lines: readonly Row[]): string[] => {
  if (lines.length === 0) return [];
  const items = lines.map(({ metric, ours, target }) => `- ${metric}: ${ours}, target ${target}`);
  return ['', title, '', ...items];
};

/** How many targets were met, and which were not. */
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

/** Puts a text between the markers of docs/performance.md. */
export const writeReport = async (text: string): Promise<void> => {
  const page = await readFile(PAGE, 'utf8');
  const [before = ''] = page.split(BEGIN);
  const after = page.split(END)[1] ?? '';
  await writeFile(PAGE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
};
