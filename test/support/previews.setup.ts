import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Config } from 'jest';
import { ROOT } from '../../preview/paths';
import { optionsOfNpmStart } from './preview-process';

declare global {
  var previewProcesses: ChildProcess[];
}

const start = (): Promise<[ChildProcess, url: string]> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'previews-process.ts'), {
      execArgv: optionsOfNpmStart(),
      cwd: ROOT,
    });
    child.once('message', (url: string) => resolve([child, url]));
    child.once('exit', (code) => reject(new Error(`the process of the previews ended: ${code}`)));
  });

/** Starts a process for the previews of each worker. Their addresses are in the variable PREVIEWS. */
export default async ({ maxWorkers }: Config): Promise<void> => {
  const started = await Promise.all(Array.from({ length: Number(maxWorkers) }, start));
  globalThis.previewProcesses = started.map(([child]) => child);
  process.env['PREVIEWS'] = started.map(([, url]) => url).join(' ');
};
