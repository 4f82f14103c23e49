import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { startPreview } from '../support/preview-process';
import { filesBelow, pack, packNpm, run } from './host';

const ROOT = path.join(__dirname, '../..');
const NAME = 'hydrogen-payment-history';
/** The first run installs the packages. */
const INSTALL_MS = 600_000;

const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** The example of docs/testing.md, and what it prints. */
const [, EXAMPLE = '', OUTPUT = ''] =
  /^`payments-test\.ts`\n\n```ts\n([\s\S]*?)```[\s\S]*?^```text\n([\s\S]*?)```$/m.exec(
    textOf('docs/testing.md'),
  ) ?? [];

describe('the testing kit and the sandbox, packed and installed into an empty folder', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kit-'));

  beforeAll(() => {
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const options = ['pack', '--json', '--pack-destination', folder];
    const printed = run('npm', options, path.join(ROOT, 'sandbox'));
    const [packed] = JSON.parse(printed.slice(printed.indexOf('['))) as { filename: string }[];
    const install = ['install', '--prefer-offline', '--no-audit', '--no-fund'];
    run('npm', [...install, pack(folder)], folder);
    const sandbox = path.join(folder, packed?.filename ?? '');
    const { version } = JSON.parse(textOf('node_modules/miniprogram-automator/package.json')) as {
      version: string;
    };
    run('npm', [...install, '--save-dev', `miniprogram-automator@${version}`, sandbox], folder);
  }, INSTALL_MS);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('the command starts the sandbox, which answers and stops on a signal', async () => {
    const command = path.join(folder, 'node_modules/.bin', `${NAME}-sandbox`);
    const child = spawn(command, ['--port', '0', '--count', '3', '--control'], { cwd: folder });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!printed.includes('Control API')) await once(child.stdout, 'data');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    const orders = (await (await fetch(`${url}/sandbox/orders`)).json()) as unknown[];
    expect(orders.length).toBe(3);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  test('the example of docs/testing.md drives a mini program and prints the documented text', async () => {
    const preview = await startPreview();
    try {
      const code = EXAMPLE.replace('http://127.0.0.1:5180', preview.sandboxUrl).replace(
        'ws://127.0.0.1:9420',
        preview.automatorUrl,
      );
      const { outputText } = ts.transpileModule(code, {
        compilerOptions: { module: ts.ModuleKind.CommonJS, esModuleInterop: true },
      });
      writeFileSync(path.join(folder, 'payments-test.js'), outputText);
      const node = promisify(execFile)(process.execPath, ['payments-test.js'], { cwd: folder });
      expect((await node).stdout).toBe(OUTPUT);
    } finally {
      await preview.stop();
    }
  });

  test('the example of docs/testing.md compiles with the types of the packages', () => {
    writeFileSync(path.join(folder, 'payments-test.ts'), EXAMPLE);
    const options = ['--strict', '--noEmit', '--esModuleInterop', '--skipLibCheck'];
    const target = ['--target', 'es2022', '--module', 'node16', '--types', 'node'];
    const types = ['--typeRoots', path.join(ROOT, 'node_modules/@types')];
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    run('node', [tsc, ...options, ...target, ...types, 'payments-test.ts'], folder);
  });

  test('构建 npm takes neither of them', () => {
    expect(packNpm(path.join(folder, 'package.json'), folder)).toEqual([]);
    const files = filesBelow(path.join(folder, 'miniprogram_npm'));
    expect(files).toContain(`${NAME}/index.js`);
    expect(files.filter((file) => !file.startsWith(`${NAME}/`))).toEqual([]);
    expect(files.filter((file) => /testing|sandbox|automator/.test(file))).toEqual([]);
  });
});

test('the sandbox has the version of the module and the versions of its tools', () => {
  const manifest = (file: string) =>
    JSON.parse(textOf(file)) as Record<'version', string> &
      Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const [own, sandbox] = [manifest('package.json'), manifest('sandbox/package.json')];
  expect(sandbox.version).toBe(own.version);
  expect(own.devDependencies).toMatchObject(sandbox.dependencies);
});
