import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = path.join(__dirname, '../..');
const BUSY = 'for (;;) Math.sqrt(Math.random());';

/** Keeps every processor busy. @returns Ends the load. */
function load(): () => void {
  const busy: ChildProcess[] = os.cpus().map(() => spawn(process.execPath, ['-e', BUSY]));
  return () => busy.forEach((child) => child.kill());
}

/** Runs one kind of test. @returns The tests that failed. */
function run(projects: readonly string[]): string[] {
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', ...projects];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const failed = [...stderr.matchAll(/^ {2}● (.+)$/gm)].map(([, name = '']) => name);
  return status === 0 ? [] : [...new Set(failed.length > 0 ? failed : ['the run itself'])];
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    'browser-runs': { type: 'string', default: '3' },
  },
});
const kinds: readonly (readonly [runs: number, projects: readonly string[]])[] = [
  [Number(values.runs), ['unit', 'simulate']],
  [Number(values['browser-runs']), ['browser']],
];
const stop = load();
for (const [runs, projects] of kinds) {
  const failures = new Map<string, number>();
  for (let nth = 1; nth <= runs; nth++) {
    const failed = run(projects);
    console.log(`${projects.join(' and ')}, run ${nth} of ${runs}: ${failed.length} failed`);
    failed.forEach((name) => failures.set(name, (failures.get(name) ?? 0) + 1));
  }
  failures.forEach((times, name) => console.log(`failed in ${times} of ${runs} runs: ${name}`));
  if (failures.size > 0) process.exitCode = 1;
}
stop();
