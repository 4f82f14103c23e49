import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readCliOptions, stageOptionsOf, USAGE, UsageError } from './cli-options';
import { onEnd } from './ending';
import { galleryArtefact } from './gallery/artefact';
import { StartError } from './headless-phone';
import { rebuildOnChange } from './rebuild';
import { startStage } from './stage';
import { token } from './token.cjs';

/** Opens an address or a file in the person's browser. Without a browser the printed address remains. */
const openBrowser = async (target: string): Promise<void> => {
  try {
    const { default: open } = await import('open');
    const child = await open(target);
    child.on('error', () => undefined);
  } catch {
    // The address was printed.
  }
};

/**
 * Writes a page that redirects to the address. Every user of the machine can read the command line of a browser,
 * only this user can read the page.
 */
const redirectPage = async (url: string) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'payment-history-'));
  const file = path.join(folder, 'preview.html');
  await writeFile(file, `<meta http-equiv="refresh" content="0; url=${url}" />`);
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Starts the preview; `ending` ends it, also during the start. */
const run = async (args: string[], ending: AbortController): Promise<void> => {
  const options = readCliOptions(args, token);
  const gallery = options.gallery ? await galleryArtefact(options.dist) : null;
  const stage = await startStage({
    ...stageOptionsOf(options),
    ...(gallery && { dist: gallery.folder }),
    signal: ending.signal,
    onBrowserEnd: (message) => console.error(message),
    onExit: () => ending.abort(),
  }).catch(async (error: unknown) => {
    await gallery?.remove();
    throw error;
  });
  const reload = async () => {
    await gallery?.refresh();
    await stage.reload();
  };
  const stopWatching = options.watch ? rebuildOnChange(reload) : () => undefined;
  const redirect =
    options.open && options.realApp ? await redirectPage(`${stage.previewUrl}/`) : null;
  const end = (): void => {
    stopWatching();
    void stage
      .close()
      .then(() => gallery?.remove())
      .then(() => redirect?.remove())
      .then(() => process.exit(0));
  };
  // The signal came during the start.
  if (ending.signal.aborted) return end();
  ending.signal.addEventListener('abort', end);
  process.send?.({
    previewUrl: stage.previewUrl,
    automatorUrl: stage.automatorUrl,
    sandboxUrl: stage.sandbox?.url,
  });

  const source = options.realApp?.host ?? stage.sandbox?.url ?? '';
  console.log(`Preview    ${stage.previewUrl}/`);
  console.log(
    `Order API  ${source}${options.realApp ? '' : `  (sandbox, ${options.orders} payments)`}`,
  );
  console.log(`Automator  ${stage.automatorUrl}`);
  if (stage.taken.length > 0) {
    console.log(
      `Taken      ${stage.taken.join(', ')}: use the addresses above in your app and tests.`,
    );
  }
  console.log('Ready. Ctrl-C ends it.');
  if (options.open) await openBrowser(redirect?.file ?? `${stage.previewUrl}/`);
};

const main = async (args: string[]): Promise<void> => {
  if (args.includes('--help')) {
    console.log(USAGE);
    return;
  }
  const ending = new AbortController();
  onEnd(() => ending.abort());
  try {
    await run(args, ending);
  } catch (error) {
    if (ending.signal.aborted) process.exit(0);
    const isExpected = error instanceof UsageError || error instanceof StartError;
    console.error(isExpected ? error.message : error);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
};

void main(process.argv.slice(2));
