import { execFileSync, fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import WebSocket from 'ws';
import { until } from '../../../testing/until';
import { miniProgram, ONE_PAGE } from '../support/mini-program';
import { isRunning, processesBelow } from '../support/processes';

interface Addresses {
  previewUrl: string;
  automatorUrl: string;
}

const children: ChildProcess[] = [];

/** Starts preview/cli.ts without a browser. */
const start = async (options: string[], env: Record<string, string> = {}) => {
  const cli = path.join(__dirname, '../../../preview/cli.ts');
  const dist = miniProgram(ONE_PAGE);
  const args = ['--no-open', '--port', '0', '--dist', dist, ...options];
  const child = fork(cli, args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  const addresses = await new Promise<Addresses>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Addresses));
    child.once('exit', (code) => reject(new Error(`the preview ended with ${code}`)));
  });
  return { child, ...addresses };
};

afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

const opened = async (url: string, origin?: string): Promise<WebSocket> => {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  await once(socket, 'open');
  return socket;
};

describe('a malformed message', () => {
  let preview: Addresses & { child: ChildProcess };
  beforeAll(async () => {
    preview = await start([]);
  });

  const MESSAGES = ['{"id":', 'null', '5', '"text"', '[]', '{"id":"1","error":null}', Buffer.of(0)];

  /** What each socket reads as text. */
  const WELL_FORMED = { relay: '{"id":1,"abort":true}', 'device-link': '{"id":"1"}' };

  test.each(
    Object.entries(WELL_FORMED).flatMap(([socket, text]) =>
      [...MESSAGES, Buffer.from(text)].map((message): [string, string | Buffer] => [
        socket,
        message,
      ]),
    ),
  )('closes the %s and not the process: %j', async (name, message) => {
    const { origin } = new URL(preview.previewUrl);
    const socket = await opened(`${preview.previewUrl.replace('http', 'ws')}/${name}`, origin);
    socket.send(message);
    await once(socket, 'close');
    expect(preview.child.exitCode).toBeNull();
    expect((await fetch(`${preview.previewUrl}/settings.json`)).status).toBe(200);
  });
});

describe('the token of a real app', () => {
  const TOKEN = 'token-of-a-person';
  let preview: Addresses;
  beforeAll(async () => {
    const options = ['--host', 'http://127.0.0.1:1', '--client-id', 'abc'];
    preview = await start(options, { HYDROGEN_TOKEN: TOKEN });
  });

  test('is served at the address of this run only', async () => {
    expect(await (await fetch(`${preview.previewUrl}/settings.json`)).text()).toContain(TOKEN);
    const { origin } = new URL(preview.previewUrl);
    for (const path of ['/settings.json', '/other/settings.json']) {
      const response = await fetch(origin + path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain(TOKEN);
    }
  });

  test('is not readable over WebSockets outside the address of this run', async () => {
    const { origin, port } = new URL(preview.previewUrl);
    const device = new WebSocket(`ws://127.0.0.1:${port}/device-link`, { origin });
    expect(((await once(device, 'error')) as [Error])[0].message).toBe('socket hang up');
    const automator = new WebSocket(new URL('/', preview.automatorUrl));
    expect(((await once(automator, 'error')) as [Error])[0].message).toContain('401');
    (await opened(preview.automatorUrl)).terminate();
  });
});

test('--help prints the options and succeeds', () => {
  const cli = path.join(__dirname, '../../../preview/cli.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', cli, '--help'],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('npm start -- [options]');
});

describe('the builder of --watch', () => {
  const watching = async () => {
    const cli = path.join(__dirname, '../../../preview/cli.ts');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', cli, '--no-open', '--port', '0', '--watch'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    children.push(child);
    let printed = '';
    for (const output of [child.stdout, child.stderr])
      output.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await until('the builder', () => Promise.resolve(printed.includes("Starting 'watch'")));
    const [builder = 0] = processesBelow(child.pid ?? 0).filter(isBuilder);
    return { child, builder, printed: () => printed };
  };
  const isBuilder = (pid: number) =>
    execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes('gulp');

  test('ends with a preview that is killed', async () => {
    const { child, builder } = await watching();
    expect(builder).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await until('the end of the builder', () => Promise.resolve(!isRunning(builder)));
  }, 60_000);

  test('is missed when it ends', async () => {
    const { child, builder, printed } = await watching();
    process.kill(builder, 'SIGKILL');
    await until('the message', () =>
      Promise.resolve(printed().includes('The builder ended: changes are not built any more.')),
    );
    child.kill('SIGTERM');
    await once(child, 'exit');
  }, 60_000);
});
