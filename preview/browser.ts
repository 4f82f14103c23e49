import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, errors, type Browser, type LaunchOptions } from 'playwright-core';
import { childEnvironment } from './child-environment';
import { ROOT } from './paths';
import { assertPrivate } from './private-folder';

const PACKAGES = path.join(ROOT, 'node_modules');

/** Installed browsers, tried in this order where the bundled one cannot run. */
const INSTALLED: LaunchOptions[] = [
  { channel: 'chrome' },
  { executablePath: '/usr/bin/chromium' },
  { channel: 'msedge' },
];

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

interface Bundled {
  executablePath: string;
  env: Record<string, string>;
}

/** In glibc, Chromium's threads race for its environment while it starts: now and then a start dies in `getenv`. */
const STARTS = 3;

const canRunBundled = () => process.platform === 'linux' && process.arch === 'x64';

/** Without a system font Chromium draws no text, not even in web fonts. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;

/** Unpacks into `folder`. @sparticuz/chromium unpacks into the temporary folder of the environment. */
const unpackInto = async (folder: string): Promise<void> => {
  const before = { TMPDIR: process.env['TMPDIR'], LD: process.env['LD_LIBRARY_PATH'] };
  process.env['TMPDIR'] = folder;
  // Makes it unpack its NSS libraries, which a slim machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    await sparticuz.executablePath();
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
    restore('TMPDIR', before.TMPDIR);
    restore('LD_LIBRARY_PATH', before.LD);
  }
};

const restore = (name: string, value: string | undefined): void => {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
};

/** The browser of the npm package, unpacked once for each version. If processes unpack at the same time, the rename decides which copy is used. */
const bundledBrowser = async (): Promise<Bundled> => {
  const { version } = JSON.parse(
    await readFile(path.join(PACKAGES, '@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const folder = path.join(os.tmpdir(), `payment-history-chromium-${version}-${os.userInfo().uid}`);
  if (!existsSync(folder)) {
    const unpacking = await mkdtemp(`${folder}-`);
    await unpackInto(unpacking);
    await mkdir(path.join(unpacking, 'font-cache'));
    await writeFile(path.join(unpacking, 'fonts.conf'), fontsConf(folder));
    await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true }));
  }
  // The temporary folder is shared: another user may have put a program there under this name.
  await assertPrivate(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
};

const startBundled = async (options: LaunchOptions): Promise<Browser> => {
  const { executablePath, env } = await bundledBrowser();
  const start = () =>
    chromium.launch({
      ...options,
      executablePath,
      env: { ...childEnvironment(), ...env },
      args: ['--headless', '--no-sandbox', ...ARGUMENTS],
    });
  for (let left = STARTS - 1; left > 0; left -= 1) {
    try {
      return await start();
    } catch (error) {
      if (error instanceof errors.TimeoutError) throw error;
    }
  }
  return start();
};

/**
 * Starts a headless browser: the one of the npm package, or an installed one where that cannot run.
 *
 * @param options - Playwright's options except the executable and its arguments
 * @throws AggregateError that names what to install when no browser starts
 */
export const launchBrowser = async (options: LaunchOptions = {}): Promise<Browser> => {
  const reasons: unknown[] = [];
  if (canRunBundled()) {
    try {
      return await startBundled(options);
    } catch (error) {
      reasons.push(error);
    }
  }
  for (const browser of INSTALLED) {
    try {
      return await chromium.launch({
        ...options,
        ...browser,
        env: childEnvironment(),
        args: ARGUMENTS,
      });
    } catch (error) {
      reasons.push(error);
    }
  }
  throw new AggregateError(reasons, 'No browser can be started here: install Chrome or Chromium');
};
