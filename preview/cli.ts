import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { readCliOptions, UsageError } from './cli-options';
import { onEnd } from './ending';
import { galleryArtefact } from './gallery/artefact';
import { DIST, ROOT } from './paths';
import { ANY_PORTS, startStage } from './stage';

/** A build touches many files: reload once, when they have settled. */
const SETTLE_MS = 300;

/** Opens the address in the person's browser; where there is none, the printed address has to do. */
const openBrowser = async (url: string): Promise<void> => {
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    child.on('error', () => undefined);
  } catch {
    // The address was printed.
  }
};

const rebuildOnChange = (reload: () => Promise<void>): (() => void) => {
  const gulp = path.join(ROOT, 'node_modules/gulp/bin/gulp.js');
  const builder = spawn(process.execPath, ['--import', 'tsx', gulp, 'watch'], {
    cwd: ROOT,
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

/** Whoever wants any port for the preview looks for nothing at its usual one. */
const portsFor = (port: number | undefined) => {
  if (port === undefined) return {};
  return port === 0 ? ANY_PORTS : { preview: port };
};

const main = async (): Promise<void> => {
  const options = readCliOptions(process.argv.slice(2), process.env);
  let isToEnd = false;
  let end = () => void (isToEnd = true);
  onEnd(() => end());
  const gallery = options.gallery ? await galleryArtefact(options.dist) : null;
  const stage = await startStage({
    dist: gallery?.folder ?? options.dist,
    ...(options.realApp && { realApp: options.realApp }),
    sandbox: { count: options.orders, dialect: options.dialect },
    ports: portsFor(options.port),
    ...(options.now !== undefined && { now: options.now }),
    headless: options.headless,
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
  end = () => {
    stopWatching();
    void stage
      .close()
      .then(() => gallery?.remove())
      .then(() => process.exit(0));
  };
  // Told so while it was starting.
  if (isToEnd) return end();
  process.send?.({
    previewUrl: stage.previewUrl,
    automatorUrl: stage.automatorUrl,
    sandboxUrl: stage.sandbox?.url,
  });

  const source = options.realApp?.host ?? stage.sandbox?.url ?? '';
  console.log(`Preview    ${stage.previewUrl}`);
  console.log(
    `Order API  ${source}${options.realApp ? '' : `  (sandbox, ${options.orders} payments)`}`,
  );
  console.log(`Automator  ${stage.automatorUrl}`);
  console.log('Ready. Ctrl-C ends it.');
  if (options.open) await openBrowser(stage.previewUrl);
};

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
});
