import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';

const PLATFORM = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform as string];
const BIN = path.join(
  __dirname,
  '../../node_modules/miniprogram-compiler/bin',
  PLATFORM ?? 'linux',
);

/** Runs one of WeChat's compilers; the package ships them without execute permission. */
const compile = (compiler: 'wcc' | 'wcsc', args: string[], cwd: string) => {
  const binary = path.join(BIN, compiler);
  if (process.platform !== 'win32') chmodSync(binary, 0o755);
  const { status, stderr } = spawnSync(binary, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { status, stderr };
};

/** Compiles WXML and WXS files of a folder. */
export const wcc = (files: string[], cwd: string) =>
  compile('wcc', ['-d', '-cc', '0', ...files, '-gn', '$gwx'], cwd);
/** Compiles WXSS files of a folder. */
export const wcsc = (files: string[], cwd: string) => compile('wcsc', ['-pc', '0', ...files], cwd);
