const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Interval of the check of the parent process, in milliseconds. */
const PARENT_CHECK_MS = 500;

/**
 * Calls `end` once, on a signal or when the process that started this one has ended.
 *
 * npm sends SIGTERM to its shell only, and the shell ends without passing it on. The operating system then gives
 * this process another parent without an event, so the id of the parent is compared.
 */
export const onEnd = (end: () => void): void => {
  let isEnding = false;
  const once = () => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  for (const signal of SIGNALS) process.on(signal, once);
  // The IPC channel of a forked process closes when its parent ends.
  process.on('disconnect', once);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && once(), PARENT_CHECK_MS).unref();
};
