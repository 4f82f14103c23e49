import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment } from './child-environment';
import { DIST, PREVIEW, ROOT } from './paths';

/** A build writes many files; the preview reloads once, this long after the last one, in milliseconds. */
const SETTLE_MS = 300;

const GULP = path.join(ROOT, 'node_modules/gulp/bin/gulp.js');

/** Loaded into the builder, which then ends with this process, also when that is killed. */
const ENDING = pathToFileURL(path.join(PREVIEW, 'ends-with-parent.ts')).href;

/**
 * Builds this project after every change of a source, and reloads.
 *
 * @returns ends it
 */
export const rebuildOnChange = (reload: () => Promise<void>): (() => void) => {
  const builder = spawn(process.execPath, ['--import', 'tsx', '--import', ENDING, GULP, 'watch'], {
    cwd: ROOT,
    env: childEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let isEnding = false;
  builder.on('exit', () => {
    if (isEnding) return;
    console.error('The builder ended: changes are not built any more. Start the preview again.');
  });
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(DIST, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reload().catch((error: Error) => console.error(error.message));
    }, SETTLE_MS);
  });
  return () => {
    isEnding = true;
    watcher.close();
    builder.kill();
  };
};
