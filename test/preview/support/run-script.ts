import { fork } from 'node:child_process';
import path from 'node:path';

/**
 * Runs a script of this folder in a child process, because jest cannot load Playwright.
 *
 * @returns the message that the script sends
 * @throws Error when the script ends without a message
 */
export const runScript = <Result>(script: string, ...args: string[]): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, script), args, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (message) => resolve(message as Result));
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
