/** After this many milliseconds a process that does not end is killed. */
const END_MS = 10_000;

/** Ends the processes of previews.setup.ts. */
export default async (): Promise<void> => {
  await Promise.all(
    globalThis.previewProcesses.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await ended;
      clearTimeout(timer);
    }),
  );
};
