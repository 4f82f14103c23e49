import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestRequest } from './jest-process';
import type { Mutant } from './mutant';
import { ROOT, type Result } from './results';

/** A test run that takes longer is a noticed fault: most mutants that hang loop without an end. */
const LIMIT_MS = 120_000;
/** The same for a file of node tests. */
const NODE_LIMIT_MS = 40_000;
/** All node tests that import a file end in this time, also with a fault: only one of them may hang. */
const RELATED_LIMIT_MS = 600_000;

const BUILT = ['dist', 'dist-maps'];
const READS_BUILD = /\.(simulate|browser)\.test\.ts$|^test\/gates\//;
const ASSET = /\.(wxml|wxss|json)$/;

/** What a command printed, and how it ended. */
interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly isLate: boolean;
}

/** How the tests of a file end. */
type Verdict = 'passes' | 'fails' | 'hangs' | 'crashes';

/** A copy of the project in a temporary folder, in which one mutant at a time is tested. */
export interface Copy {
  /** @param isThorough - Runs all node tests that import the file too, after the tests of the mutant. */
  test(mutant: Mutant, isThorough: boolean): Promise<Omit<Result, 'key'>>;
  remove(): void;
}

/** A copy is at the same place in each run, so that jest's cache of compiled files is of use. */
const PLACE = path.join(os.tmpdir(), `payment-history-mutation-${os.userInfo().uid}`);

/**
 * Copies the sources and the build; packages are linked.
 *
 * @param name - Two copies of one name must not exist at the same time.
 * @param passing - Test files that are known to pass without a mutant; more are added.
 */
export function createCopy(name: string, passing: Set<string>): Copy {
  const folder = path.join(PLACE, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', listed, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  for (const file of [...files.filter(Boolean), ...BUILT]) {
    const source = path.join(ROOT, file);
    if (existsSync(source)) cpSync(source, path.join(folder, file), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));

  function run(args: readonly string[], limit = LIMIT_MS): Promise<Run> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, args, { cwd: folder, detached: true });
      let output = '';
      let isLate = false;
      const note = (data: Buffer) => (output += data.toString('utf8'));
      child.stdout.on('data', note);
      child.stderr.on('data', note);
      const timer = setTimeout(() => {
        isLate = true;
        kill(child);
      }, limit);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve({ code, output, isLate });
      });
    });
  }

  const jest = (args: readonly string[], limit?: number) =>
    run(
      [
        'node_modules/jest/bin/jest.js',
        '--runInBand',
        // A test that fails may leave a server open.
        '--forceExit',
        ...args,
      ],
      limit,
    );

  const build = () => run(['--import', 'tsx', 'node_modules/gulp/bin/gulp.js', 'build']);

  function restoreBuild(): void {
    for (const part of BUILT) {
      rmSync(path.join(folder, part), { recursive: true, force: true });
      cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
    }
  }

  let tester: ChildProcess | null = null;

  function kill(child: ChildProcess): void {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    // The whole group: a test may have started a preview and a browser.
    if (child.pid && !hasEnded) process.kill(-child.pid, 'SIGKILL');
  }

  /** Runs a test file in the process that has loaded jest. */
  function ask(request: TestRequest): Promise<Verdict> {
    if (!tester?.connected) tester = null;
    const child = (tester ??= fork(path.join(__dirname, 'jest-process.ts'), {
      ...{ cwd: folder, detached: true, execArgv: ['--import', 'tsx'] },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }));
    return new Promise((resolve) => {
      const end = (verdict: Verdict): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (verdict === 'passes' || verdict === 'fails') return resolve(verdict);
        tester = null;
        if (child.exitCode === null) kill(child);
        resolve(verdict);
      };
      const timer = setTimeout(() => end('hangs'), NODE_LIMIT_MS);
      child.once('message', (answer: { passes: boolean }) =>
        end(answer.passes ? 'passes' : 'fails'),
      );
      child.once('exit', () => end('crashes'));
      child.once('error', () => end('crashes'));
      child.send(request);
    });
  }

  /** Runs one test file, in its own project only: each project that jest loads takes time. */
  async function runTest(test: string): Promise<Verdict> {
    const [, project = 'unit'] = /\.(simulate|browser)\.test\.ts$/.exec(test) ?? [];
    if (project !== 'browser') {
      const verdict = await ask({ test, project });
      // A mutant before this one may have ended the process late.
      return verdict === 'crashes' ? ask({ test, project }) : verdict;
    }
    const { code, isLate } = await jest(['--selectProjects', project, '--runTestsByPath', test]);
    return isLate ? 'hangs' : code === 0 ? 'passes' : 'fails';
  }

  /** Runs the node tests that import a file. @returns The test file that fails; null for none. */
  async function failingRelated(file: string): Promise<string | null> {
    const options = ['--selectProjects', 'unit', '--bail=1', '--passWithNoTests'];
    const { code, output, isLate } = await jest(
      [...options, '--findRelatedTests', file],
      RELATED_LIMIT_MS,
    );
    if (code === 0) return null;
    const [, failing] = /^FAIL (?:\w+ )?(test\/\S+)/m.exec(output) ?? [];
    if (isLate) throw new Error(`the tests that import ${file} do not end`);
    if (!failing)
      throw new Error(`the tests that import ${file} do not run\n${output.slice(-2000)}`);
    return failing;
  }

  async function noticedBy(tests: readonly string[], related: string | null) {
    for (const by of tests) {
      const verdict = await runTest(by);
      if (verdict !== 'passes') {
        return { outcome: verdict === 'hangs' ? 'timeout' : 'killed', by } as const;
      }
    }
    const by = related && (await failingRelated(related));
    return by === null ? null : ({ outcome: 'killed', by } as const);
  }

  return {
    async test({ file, find, replace, tests, fault }, isThorough) {
      const source = path.join(folder, file);
      const whole = readFileSync(source, 'utf8');
      if (whole.split(find).length !== 2)
        throw new Error(`${fault}: the text is not exactly once in ${file}`);
      const isBuilt =
        file.startsWith('miniprogram/') && tests.some((test) => READS_BUILD.test(test));
      writeFileSync(
        source,
        whole.replace(find, () => replace),
      );
      try {
        if (isBuilt && ASSET.test(file)) {
          cpSync(source, path.join(folder, file.replace(/^miniprogram/, 'dist')));
        } else if (isBuilt) {
          const { code, output } = await build();
          if (code !== 0) throw new Error(`${fault}: the build fails\n${output.slice(-2000)}`);
        }
        const isImported = file.endsWith('.ts') && !file.startsWith('preview/host/');
        const related = isThorough && isImported ? file : null;
        const noticed = await noticedBy(tests, related);
        if (!noticed) return { outcome: 'survived', by: '' };
        const { outcome, by } = noticed;
        writeFileSync(source, whole);
        if (isBuilt) restoreBuild();
        if (!passing.has(by) && (await runTest(by)) !== 'passes')
          throw new Error(`${by} fails without a mutant`);
        passing.add(by);
        return { outcome, by };
      } finally {
        writeFileSync(source, whole);
        if (isBuilt) restoreBuild();
      }
    },
    remove() {
      if (tester) kill(tester);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
