/** Ends the processes of previews.setup.ts. */
export default async (): Promise<void> => {
  await Promise.all(
    globalThis.previewProcesses.map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill();
        }),
    ),
  );
};
