import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { childEnvironment } from './child-environment';
import { readCliOptions, stageOptionsOf, UsageError } from './cli-options';
import { onEnd } from './ending';
import { galleryArtefact } from './gallery/artefact';
import { DIST, ROOT } from './paths';
import { startStage } from './stage';
import { token } from './token.cjs';

/** A build writes many files; the preview reloads once, this long after the last one, in milliseconds. */
const SETTLE_MS = 300;

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

const rebuildOnChange = (reload: () => Promise<void>): (() => void) => {
  const gulp = path.join(ROOT, 'node_modules/gulp/bin/gulp.js');
  const builder = spawn(process.execPath, ['--import', 'tsx', gulp, 'watch'], {
    cwd: ROOT,
    env: childEnvironment(),
    stdio: 'inherit',
  });
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(DIST, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reload().catch((error: Error) => console.error(error.message));
    }, SETTLE_MS);
  });
  return () => {
    watcher.close();
    builder.kill();
  };
};

const main = async (): Promise<void> => {
  const options = readCliOptions(process.argv.slice(2), token);
  let hasToEnd = false;
  let end = () => void (hasToEnd = true);
  onEnd(() => end());
  const gallery = options.gallery ? await galleryArtefact(options.dist) : null;
  const stage = await startStage({
    ...stageOptionsOf(options),
    ...(gallery && { dist: gallery.folder }),
    onExit: () => end(),
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
  end = () => {
    stopWatching();
    void stage
      .close()
      .then(() => gallery?.remove())
      .then(() => redirect?.remove())
      .then(() => process.exit(0));
  };
  // The signal came during the start.
  if (hasToEnd) return end();
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

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
});
