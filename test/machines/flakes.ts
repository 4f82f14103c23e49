import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeFigures } from '../support/figures';

const ROOT = path.join(__dirname, '../..');
const PAGE = 'docs/testing.md';
const BUSY = 'for (;;) Math.sqrt(Math.random());';

/** Keeps every processor busy. @returns Ends the load. */
function load(): () => void {
  const busy: ChildProcess[] = os.cpus().map(() => spawn(process.execPath, ['-e', BUSY]));
  return () => busy.forEach((child) => child.kill());
}

interface Outcome {
  /** The names of the tests that failed. */
  readonly failed: readonly string[];
  /** What jest counted. */
  readonly counted: string;
}

/** Runs one kind of test. */
async function run(projects: readonly string[]): Promise<Outcome> {
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', ...projects];
  const [error, stderr] = await new Promise<[Error | null, string]>((resolve) =>
    execFile(process.execPath, args, { cwd: ROOT, maxBuffer: 2 ** 28 }, (cause, _stdout, text) =>
      resolve([cause, text]),
    ),
  );
  const [, counted = ''] = /^Tests: +(.*)$/m.exec(stderr) ?? [];
  if (!error) return { failed: [], counted };
  console.error(stderr);
  const failed = new Set(
    [...stderr.matchAll(/^ {2}● (?!Console$)(.+)$/gm)].map(([, name = '']) => name),
  );
  return { failed: failed.size > 0 ? [...failed] : ['the run itself'], counted };
}

/**
 * Runs one kind of test several times.
 *
 * @param onRow - Takes the row of the table after each run.
 */
async function repeat(
  kind: string,
  projects: readonly string[],
  runs: number,
  onRow: (row: string) => void,
): Promise<void> {
  const failures = new Map<string, number>();
  let total = '';
  for (let nth = 1; nth <= runs; nth++) {
    const { failed, counted } = await run(projects);
    console.log(`${kind}, run ${nth} of ${runs}: ${failed.length} failed; ${counted}`);
    failed.forEach((name) => failures.set(name, (failures.get(name) ?? 0) + 1));
    total = /(\d+) total/.exec(counted)?.[1] ?? total;
    const names = [...failures.keys()].join('; ').replaceAll('|', '\\|') || 'none';
    onRow(`| ${[kind, nth, total, names].join(' | ')} |`);
  }
  failures.forEach((times, name) => console.log(`failed in ${times} of ${runs} runs: ${name}`));
  if (failures.size > 0) process.exitCode = 1;
}

/** A number of runs from the command line. @throws Names the option that is no such number. */
function runsOf(option: string, value: string): number {
  if (/^\d{1,3}$/.test(value)) return Number(value);
  throw new Error(`--${option} is a number of runs, 0 to 999, and not ${JSON.stringify(value)}.`);
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    'browser-runs': { type: 'string', default: '3' },
  },
});
const kinds: readonly (readonly [kind: string, projects: readonly string[], runs: number])[] = [
  ['unit and simulate', ['unit', 'simulate'], runsOf('runs', values.runs)],
  ['browser', ['browser'], runsOf('browser-runs', values['browser-runs'])],
];

const HEAD = [
  '| tests | runs | tests in a run | failed in some runs |',
  '| --- | --- | --- | --- |',
];

async function main(): Promise<void> {
  const before = readFileSync(path.join(ROOT, PAGE), 'utf8').split('\n');
  // A kind keeps its row until it has run.
  const rows = kinds.map(
    ([kind]) => before.find((line) => new RegExp(`^\\| ${kind} +\\|`).test(line)) ?? '',
  );
  let left = kinds.filter(([, , runs]) => runs > 0).length;
  let stop = (): void => {};
  // Two kinds load the machine for each other. One that is alone gets busy loops beside it.
  const alone = () => left === 1 && (stop = load());
  alone();
  await Promise.all(
    kinds.map(async ([kind, projects, runs], nth) => {
      if (runs === 0) return;
      await repeat(kind, projects, runs, (row) => {
        rows[nth] = row;
        writeFigures('flakes', [...HEAD, ...rows.filter(Boolean)].join('\n'), PAGE);
      });
      left -= 1;
      alone();
    }),
  ).finally(() => stop());
}

void main();
