import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const MODULE = 'hydrogen-payment-history/';
/** The part of a path before the file of the module; Taro keeps the package's `dist`. */
const IN_MODULE = /^.*hydrogen-payment-history\/(dist\/)?/;
/** Installs without network. */
export const INSTALL = ['install', '--offline', '--no-package-lock', '--no-audit', '--no-fund'];

/**
 * Runs a command without the NODE_ENV of jest, in which Taro leaves out the attributes of native tags.
 *
 * @returns What it prints.
 */
export const run = (command: string, options: string[], cwd: string) =>
  execFileSync(command, options, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Installs WeChat's own tools beside wechat.mjs. When two test files install at the same time, the first rename decides. */
const installTools = () => {
  const installed = path.join(__dirname, 'node_modules');
  if (existsSync(installed)) return;
  const folder = mkdtempSync(path.join(__dirname, 'installing-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      cpSync(path.join(__dirname, file), path.join(folder, file));
    }
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    renameSync(path.join(folder, 'node_modules'), installed);
  } catch (error) {
    if (!existsSync(installed)) throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Runs WeChat's own tools. @returns What wechat.mjs prints at its end. */
const wechat = (...options: string[]): unknown => {
  installTools();
  // They leave folders where they run.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wechat-'));
  try {
    const printed = run('node', [path.join(__dirname, 'wechat.mjs'), ...options], folder);
    return JSON.parse(printed.slice(printed.lastIndexOf('\n')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** The files below a folder, as paths in it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** A mini program that embeds the module, built. */
export interface Host {
  /** The built mini program. */
  readonly dist: string;
  /** The files of it, as paths in `dist`. */
  readonly files: readonly string[];
  /** What 构建 npm warned of. */
  readonly warnings: unknown;
  /** The packages in its node_modules. */
  readonly packages: readonly string[];
}

/** Packs the module into a folder. @returns The path of the file. */
export const pack = (folder: string): string => {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT),
  ) as { filename: string }[];
  const file = path.join(folder, 'hydrogen-payment-history.tgz');
  renameSync(path.join(folder, packed?.filename ?? ''), file);
  return file;
};

/** Runs 构建 npm. @returns Its warnings. */
export const packNpm = (packageJson: string, miniProgram: string): unknown =>
  wechat('pack', packageJson, miniProgram);

/**
 * Builds a native host of this folder as its developer does: installs the packed module without network,
 * compiles the TypeScript, runs 构建 npm.
 *
 * @param name - Its folder beside this file.
 * @param folder - An empty folder outside of this project.
 * @param npmParent - The folder in the mini program that gets `miniprogram_npm`.
 */
export function buildHost(name: string, folder: string, npmParent = ''): Host {
  cpSync(path.join(__dirname, name), folder, { recursive: true });
  pack(folder);
  run('npm', INSTALL, folder);
  const modules = path.join(ROOT, 'node_modules');
  const tsc = path.join(modules, 'typescript/bin/tsc');
  run('node', [tsc, '-p', folder, '--typeRoots', modules], folder);
  const dist = path.join(folder, 'dist');
  cpSync(path.join(folder, 'miniprogram'), dist, {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
  const warnings = packNpm(path.join(folder, 'package.json'), path.join(dist, npmParent));
  const packages = readdirSync(path.join(folder, 'node_modules')).filter(
    (entry) => !entry.startsWith('.'),
  );
  return { dist, files: filesBelow(dist), warnings, packages };
}

/**
 * Builds a Taro or uni-app host in its own folder by its own CLI. The first run installs the framework.
 *
 * @param name - Its folder beside this file.
 * @param folder - A folder for the packed module.
 * @param output - Where the CLI writes the mini program, in the folder of the host.
 * @returns The folder of the built mini program.
 */
export function buildFrameworkHost(name: string, folder: string, output: string): string {
  const host = path.join(__dirname, name);
  if (!existsSync(path.join(host, 'node_modules'))) {
    // Not `npm ci`: it refuses a lockfile without the binaries of other systems.
    run('npm', ['install', '--no-audit', '--no-fund'], host);
  }
  // With the lockfile: without it npm looks for versions that its cache may not have.
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--no-save', pack(folder)], host);
  run('npm', ['run', 'build'], host);
  return path.join(host, output);
}

/**
 * Compiles the project of a host as for an upload, which leaves out the files that nothing refers to.
 *
 * @returns The bytes of each file of the result.
 */
export const compileForUpload = (project: string): Readonly<Record<string, number>> =>
  wechat('compile', project) as Record<string, number>;

/** The bytes of each file of a built mini program. */
export const rawSizes = (dist: string): Readonly<Record<string, number>> =>
  Object.fromEntries(filesBelow(dist).map((file) => [file, statSync(path.join(dist, file)).size]));

/** The module's part of a mini program: its bytes and its biggest files. Declarations are never uploaded. */
export const sizesOfModule = (sizes: Readonly<Record<string, number>>) => {
  const own = Object.entries(sizes)
    .filter(([file]) => file.includes(MODULE) && !file.endsWith('.d.ts'))
    .map(([file, bytes]) => ({ file: file.replace(IN_MODULE, ''), bytes }))
    .sort((one, other) => other.bytes - one.bytes);
  const sum = (files: typeof own) => files.reduce((total, { bytes }) => total + bytes, 0);
  return {
    total: sum(own),
    /** What WeChat's compiler adds for syntax that older phones lack; shared with the host's own code. */
    helpers: Object.entries(sizes)
      .filter(([file]) => file.startsWith('@babel/'))
      .reduce((total, [, bytes]) => total + bytes, 0),
    vant: sum(own.filter(({ file }) => file.startsWith('vant/'))),
    biggest: own.slice(0, 5),
  };
};
