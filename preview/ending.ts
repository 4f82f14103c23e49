import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How often it is looked whether npm is still there. */
const LOOK_MS = 500;

/** The process that started another; null where that cannot be told. A slim machine has no ps, a Mac no /proc. */
const parentOf = (pid: number): number | null => {
  const status = `/proc/${pid}/status`;
  try {
    const parent = existsSync(status)
      ? /^PPid:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'ppid=', '-p', `${pid}`], { encoding: 'utf8' });
    return Number(parent) || null;
  } catch {
    return null;
  }
};

/** Whether npm and the shell between are as they were: what ends them reaches nobody below them. */
const watchNpm = (): (() => boolean) => {
  const shell = process.ppid;
  const npm = parentOf(shell);
  return () => process.ppid === shell && [npm, null].includes(parentOf(shell));
};

/** Calls once, when this process is told to end: by a signal, or because whoever started it is gone. */
export const onEnd = (end: () => void): void => {
  let isEnding = false;
  const once = () => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  for (const signal of SIGNALS) process.on(signal, once);
  // A parent that forked us, such as a test run, is gone: so is the reason to go on.
  process.on('disconnect', once);
  if (process.env['npm_lifecycle_event'] === undefined || process.send) return;
  if (process.platform === 'win32') return;
  const isNpmThere = watchNpm();
  setInterval(() => isNpmThere() || once(), LOOK_MS).unref();
};
