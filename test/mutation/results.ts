import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutant';

/** The project's folder. */
export const ROOT = path.join(__dirname, '../..');
const RESULTS = path.join(__dirname, 'results.json');
const PAGE = path.join(ROOT, 'docs/mutation.md');

/** What became of a mutant. */
export interface Result {
  readonly outcome: 'killed' | 'timeout' | 'survived';
  /** The test file that noticed it; empty for a survivor. */
  readonly by: string;
  /** Hash of the mutant, of its file and of the test file that noticed it. */
  readonly key: string;
}

/** Results by fault. */
export type Results = Record<string, Result>;

/** The share of mutants that must be noticed. */
export const REQUIRED = 0.95;

const contentOf = (file: string): string => {
  const whole = path.join(ROOT, file);
  return file !== '' && existsSync(whole) ? readFileSync(whole, 'utf8') : '';
};

/** Changes when the mutant, its file or the test that noticed it changes. */
export function keyOf({ find, replace, file }: Mutant, by: string): string {
  const parts = [find, replace, contentOf(file), contentOf(by)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The results of earlier runs. */
export const readResults = (): Results =>
  JSON.parse(contentOf('test/mutation/results.json') || '{}') as Results;

/** Whether a mutant counts: no test can notice an equivalent one. */
export const counts = ({ equivalent }: Mutant): boolean => equivalent === undefined;

/** Whether a mutant need not run again. A survivor that counts runs again each time. */
export const isUpToDate = (mutant: Mutant, result: Result | undefined): boolean =>
  result?.key === keyOf(mutant, result?.by ?? '') &&
  (result.outcome !== 'survived' || !counts(mutant));

/** How many mutants have run, and how many of them a test noticed; equivalent ones do not count. */
export function scoreOf(mutants: readonly Mutant[], results: Results) {
  const counted = mutants.filter(counts);
  const run = counted.filter(({ fault }) => results[fault]);
  const noticed = run.filter(({ fault }) => results[fault]?.outcome !== 'survived').length;
  const score = run.length === 0 ? 0 : noticed / run.length;
  return { noticed, run: run.length, left: counted.length - run.length, score };
}

const HEAD = `# Mutation testing

Each line is one deliberate fault. \`npm run mutation\` puts one fault at a time into a copy of the project and runs the tests that should notice it, then, where they pass, all node tests that import the file. The faults are data in \`test/mutation/mutants\`. A fault whose file and test are unchanged since the last run is not run again; \`-- --minutes 3\` ends the run after three minutes, and the next run continues. This page is generated.

`;

const cell = (text: string) => text.replace(/\|/g, '\\|');

/** Writes the results, and docs/mutation.md. */
export function writeResults(mutants: readonly Mutant[], results: Results): void {
  const known = mutants.filter(({ fault }) => results[fault]);
  const sorted = Object.fromEntries(known.map(({ fault }) => [fault, results[fault]]));
  writeFileSync(RESULTS, `${JSON.stringify(sorted, null, 2)}\n`);
  const { noticed, run, left, score } = scoreOf(mutants, results);
  const lines = known.map((mutant) => {
    const { outcome, by } = results[mutant.fault] as Result;
    const test = by.replace(/^test\//, '').replace(/\.test\.ts$/, '');
    const seen = mutant.equivalent
      ? `none can: ${mutant.equivalent}`
      : outcome === 'survived'
        ? '**none**'
        : test;
    return `| ${cell(mutant.fault)} | ${mutant.file} | ${cell(seen)} |`;
  });
  const equivalent = mutants.filter((mutant) => !counts(mutant)).length;
  const summary = [
    `**${noticed} of ${run} faults are noticed: ${(score * 100).toFixed(1)} %.**`,
    `At least ${REQUIRED * 100} % are required.`,
    ...(left > 0 ? [`${left} have not been run yet.`] : []),
    ...(equivalent > 0 ? [`${equivalent} others change nothing that a test could notice.`] : []),
  ].join(' ');
  const table = ['| fault | file | noticed by |', '| --- | --- | --- |', ...lines];
  writeFileSync(PAGE, `${HEAD}${summary}\n\n${table.join('\n')}\n`);
}
