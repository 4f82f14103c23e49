import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ids of the direct children of a process; a slim Linux has no pgrep, and macOS has no /proc. */
const childrenOf = (pid: number): number[] => {
  const tasks = `/proc/${pid}/task`;
  try {
    const lists = existsSync('/proc')
      ? readdirSync(tasks).map((task) => readFileSync(`${tasks}/${task}/children`, 'utf8'))
      : [execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })];
    return lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
  } catch {
    // The process has ended, or it has no children.
    return [];
  }
};

/** Ids of all processes that a process started, directly or not. */
export const processesBelow = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...processesBelow(child)]);

/** Whether there is a process of this id. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
