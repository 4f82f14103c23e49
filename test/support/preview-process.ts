import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../preview/paths';
import type { Addresses, OpenPreview } from './open-preview';

/** A headless preview in a child process, which ends together with this process. */
export interface PreviewProcess extends OpenPreview {
  process: ChildProcess;
  /** What it has written to its error output. */
  printed(): string;
}

/** The options with which `npm start` starts Node. */
export const optionsOfNpmStart = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [, options = ''] = /node (.*) preview\/cli\.ts/.exec(scripts.start) ?? [];
  return options.split(' ');
};

/**
 * Starts sandbox, preview and headless browser in a child process.
 *
 * @param options - command-line options of preview/cli.ts
 * @param env - variables added to the environment of this process
 */
export const startPreview = async (
  options: string[] = [],
  env: Record<string, string> = {},
): Promise<PreviewProcess> => {
  const child = fork(path.join(ROOT, 'preview/cli.ts'), ['--headless', '--port', '0', ...options], {
    execArgv: optionsOfNpmStart(),
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    process.stderr.write(chunk);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const addresses = await new Promise<Addresses>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Addresses));
    child.once('close', (code) =>
      reject(new Error(`the preview ended with ${code} before it was ready: ${printed}`)),
    );
  });
  return {
    ...addresses,
    process: child,
    printed: () => printed,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
