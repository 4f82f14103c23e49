import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
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
function run(projects: readonly string[]): Outcome {
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', ...projects];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const [, counted = ''] = /^Tests: +(.*)$/m.exec(stderr) ?? [];
  const failed = [...stderr.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name);
  if (status !== 0 && failed.length === 0) failed.push('the run itself');
  return { failed: status === 0 ? [] : [...new Set(failed)], counted };
}

/** Runs one kind of test several times, beside the load. @returns A row of the table. */
function repeat(kind: string, projects: readonly string[], runs: number): string {
  const failures = new Map<string, number>();
  let total = '';
  for (let nth = 1; nth <= runs; nth++) {
    const { failed, counted } = run(projects);
    console.log(`${kind}, run ${nth} of ${runs}: ${failed.length} failed; ${counted}`);
    failed.forEach((name) => failures.set(name, (failures.get(name) ?? 0) + 1));
    total = /(\d+) total/.exec(counted)?.[1] ?? total;
  }
  failures.forEach((times, name) => console.log(`failed in ${times} of ${runs} runs: ${name}`));
  if (failures.size > 0) process.exitCode = 1;
  return `| ${[kind, runs, total, [...failures.keys()].join('; ').replaceAll('|', '\\|') || 'none'].join(' | ')} |`;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    'browser-runs': { type: 'string', default: '3' },
  },
});
const kinds: readonly (readonly [kind: string, projects: readonly string[], runs: number])[] = [
  ['unit and simulate', ['unit', 'simulate'], Number(values.runs)],
  ['browser', ['browser'], Number(values['browser-runs'])],
];
const before = readFileSync(path.join(ROOT, PAGE), 'utf8').split('\n');
const stop = load();
const rows = kinds.map(([kind, projects, runs]) =>
  // A kind that does not run now keeps its row.
  runs > 0
    ? repeat(kind, projects, runs)
    : (before.find((line) => new RegExp(`^\\| ${kind} +\\|`).test(line)) ?? ''),
);
stop();
const head = [
  '| tests | runs | tests in a run | failed in some runs |',
  '| --- | --- | --- | --- |',
];
writeFigures('flakes', [...head, ...rows.filter(Boolean)].join('\n'), PAGE);
