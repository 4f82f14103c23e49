import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../preview/paths';
import { startPreview } from '../support/preview-process';
import { miniProgram, ONE_PAGE } from './support/mini-program';
import { processesBelow } from './support/processes';
import { runScript } from './support/run-script';

const START_MS = 120_000;
const TOKEN = 'token-of-a-person';
const HAS_BUNDLED_BROWSER = process.platform === 'linux' && process.arch === 'x64';

const environmentOf = (pid: number): string =>
  existsSync('/proc')
    ? readFileSync(`/proc/${pid}/environ`, 'utf8')
    : execFileSync('ps', ['-E', '-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });

const commandOf = (pid: number): string =>
  existsSync('/proc')
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });

test(
  'no child process of the preview has the token in its environment, and the browser no other secret',
  async () => {
    const app = ['--host', 'http://127.0.0.1:1', '--client-id', 'abc'];
    const options = [...app, '--dist', miniProgram(ONE_PAGE)];
    // Without its cache tsx starts a compiler.
    const env = { HYDROGEN_TOKEN: TOKEN, OTHER_SECRET: 'password', TSX_DISABLE_CACHE: '1' };
    const preview = await startPreview(options, env);
    const children = processesBelow(preview.process.pid ?? 0);
    const commands = children.map(commandOf);
    const environments = children.map(environmentOf);
    await preview.stop();
    expect(commands.some((command) => command.includes('esbuild'))).toBe(true);
    expect(environments.filter((one) => one.includes(TOKEN))).toEqual([]);
    // The bundled browser, by the variable that has its folder.
    const browsers = environments.filter((one) => one.includes('/payment-history-chromium-'));
    expect(browsers.filter((one) => one.includes('OTHER_SECRET'))).toEqual([]);
    if (HAS_BUNDLED_BROWSER) expect(browsers.length).toBeGreaterThan(0);
  },
  START_MS,
);

const unpackedName = (): string => {
  const { version } = JSON.parse(
    readFileSync(path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  return `payment-history-chromium-${version}-${os.userInfo().uid}`;
};

const temporaryFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'shared-'));

(HAS_BUNDLED_BROWSER ? test : test.skip)(
  'a browser that dies while it starts is started again',
  async () => {
    const dist = miniProgram(ONE_PAGE);
    await (await startPreview(['--dist', dist])).stop();
    const temporary = temporaryFolder();
    const unpacked = path.join(os.tmpdir(), unpackedName());
    const folder = path.join(temporary, unpackedName());
    await mkdir(folder, { mode: 0o700 });
    for (const name of ['al2023', 'fonts', 'fonts.conf'])
      await symlink(path.join(unpacked, name), path.join(folder, name));
    const [died, started] = ['died', 'started'].map((name) => path.join(temporary, name));
    const program = `#!/bin/sh
      [ -e ${died} ] && touch ${started} && exec ${unpacked}/chromium "$@"
      touch ${died}
      kill -SEGV $$\n`;
    await writeFile(path.join(folder, 'chromium'), program, { mode: 0o700 });

    try {
      const preview = await startPreview(['--dist', dist], { TMPDIR: temporary });
      await preview.stop();
      expect(existsSync(started ?? '')).toBe(true);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  },
  2 * START_MS,
);

describe('a browser that another user put into the temporary folder', () => {
  const shared = temporaryFolder();
  afterAll(() => rmSync(shared, { recursive: true, force: true }));

  test.each([
    ['a folder that others can write', false],
    ['a symbolic link', true],
  ])(
    'is not executed in %s',
    async (_what, isLink) => {
      const temporary = mkdtempSync(path.join(shared, 'tmp-'));
      const folder = path.join(temporary, unpackedName());
      const target = isLink ? path.join(temporary, 'target') : folder;
      await mkdir(target);
      execFileSync('chmod', [isLink ? '700' : '777', target]);
      const marker = path.join(temporary, 'executed');
      const program = `#!/bin/sh\ntouch ${marker}\n`;
      await writeFile(path.join(target, 'chromium'), program, { mode: 0o755 });
      if (isLink) await symlink(target, folder);

      const cli = ['--import', 'tsx', path.join(ROOT, 'preview/cli.ts'), '--headless'];
      const dist = miniProgram(ONE_PAGE);
      const child = spawn(process.execPath, [...cli, '--port', '0', '--dist', dist], {
        env: { ...process.env, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      // The preview exits where no browser is installed, and prints its first line where one is.
      await Promise.race([once(child, 'exit'), once(child.stdout, 'data')]);
      child.kill();
      expect(existsSync(marker)).toBe(false);
    },
    START_MS,
  );
});

test(
  'two apps at one address do not share their storage',
  async () => {
    const values = await runScript<unknown[]>('share-storage.ts', miniProgram(ONE_PAGE));
    expect(values).toEqual(['of one', '']);
  },
  START_MS,
);
