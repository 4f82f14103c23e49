import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readOptions, UsageError } from '../../sandbox/cli-options';
import { startSandbox } from '../../sandbox/server';

const root = path.resolve(__dirname, '../..');

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/cli.ts', ...args], {
    cwd: root,
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return { child, output };
}

test('uses the port that the mini program expects by default', () => {
  expect(readOptions([])).toEqual({ port: 5180 });
});

test('passes every option to the sandbox', () => {
  const line =
    '--port 0 --client-id c --seed 3 --count 7 --dialect captured --max-limit 30 ' +
    '--now 2024-05-01T12:00:00+08:00 --ignore-order-by --control';
  expect(readOptions(line.split(' '))).toEqual({
    port: 0,
    clientId: 'c',
    seed: 3,
    count: 7,
    dialect: 'captured',
    maxLimit: 30,
    now: '2024-05-01T12:00:00+08:00',
    honourOrderBy: false,
    control: true,
  });
});

test('returns null for --help', () => {
  expect(readOptions(['--help'])).toBeNull();
});

test.each([
  ['--port 70000', '--port must be an integer from 0 to 65535, got "70000"'],
  ['--port abc', '--port must be an integer from 0 to 65535, got "abc"'],
  ['--count -5', /--count/],
  ['--count 200001', '--count must be an integer from 0 to 200000, got "200001"'],
  ['--dialect klingon', '--dialect must be documented or captured, got "klingon"'],
  ['--now yesterday', /^--now must be "real", epoch seconds, or ISO 8601/],
  ['--now 2026-02-30T00:00:00Z', /^--now must be .* got "2026-02-30T00:00:00Z"/],
  ['--now 9999-12-31T23:59:59Z', /^--now must be .* from 1970 to 9999/],
  ['--client-id=', '--client-id must not be empty'],
  ['--prot 1', /--prot/],
  ['extra', /extra/],
])('refuses %s', (line, message) => {
  const reading = () => readOptions(line.split(' '));
  expect(reading).toThrow(UsageError);
  expect(reading).toThrow(message);
});

test('starts, prints its URL, answers, and stops on a signal', async () => {
  const { child, output } = start('--port', '0', '--count', '3', '--control');
  while (!output.stdout.includes('Control API')) await once(child.stdout, 'data');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.stdout)?.[0];
  expect(output.stdout).toContain('user 1 has 3 orders');
  expect((await fetch(`${url}/sandbox/settings`)).status).toBe(200);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

test('reports a port that is in use', async () => {
  const sandbox = await startSandbox({ count: 0 });
  const port = new URL(sandbox.url).port;
  const { child, output } = start('--port', port);
  const [code] = (await once(child, 'close')) as [number];
  await sandbox.close();
  expect(code).toBe(1);
  expect(output.stderr).toBe(
    `Port ${port} is taken by another program; choose another with --port.\n`,
  );
});

test('prints the invalid argument and the usage', async () => {
  const { child, output } = start('--port', 'abc');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(2);
  expect(output.stderr).toMatch(
    /^--port must be an integer .*\n\nUsage: hydrogen-payment-history-sandbox /,
  );
});
