import { fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import automator from 'miniprogram-automator';
import WebSocket from 'ws';
import type { ResponseFrame } from '../../../preview/automator/protocol';
import { until } from '../../../testing/until';
import { useHost } from '../support/host';
import { isListening } from '../support/ports';
import { isRunning, processesBelow } from '../support/processes';
import { startPreview } from '../../support/preview-process';

const host = useHost();

/** A WebSocket to the endpoint, for messages that the client never sends. */
const open = async (): Promise<WebSocket> => {
  const line = new WebSocket(host.preview.automatorUrl, { maxPayload: 2 ** 27 });
  await new Promise((resolve, reject) => line.once('open', resolve).once('error', reject));
  return line;
};

const answer = (line: WebSocket, message: string | Buffer): Promise<ResponseFrame> =>
  new Promise((resolve) => {
    line.once('message', (data: Buffer) =>
      resolve(JSON.parse(data.toString('utf8')) as ResponseFrame),
    );
    line.send(message);
  });

const isAlive = async (): Promise<boolean> =>
  (await host.miniProgram.currentPage())?.path === 'pages/first/first';

describe('the endpoint keeps running', () => {
  test('with two clients at once, each getting its own answers', async () => {
    const other = await automator.connect({ wsEndpoint: host.preview.automatorUrl });
    const ask = (client: typeof other, from: number) =>
      Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          client.evaluate((value: number) => value, from + index),
        ),
      );
    const [mine, theirs] = await Promise.all([ask(host.miniProgram, 0), ask(other, 1000)]);
    expect(mine).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(theirs).toEqual(Array.from({ length: 50 }, (_, index) => 1000 + index));
    other.disconnect();
    expect(await isAlive()).toBe(true);
  });

  test('through a thousand concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        host.miniProgram.evaluate((value: number) => value, index),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 1000 }, (_, index) => index));
  });

  test('through a message and an answer of 20 MB', async () => {
    const text = 'x'.repeat(20 * 1024 * 1024);
    const back = (await host.miniProgram.evaluate((value: string) => value, text)) as string;
    expect(back.length).toBe(text.length);
    expect(await isAlive()).toBe(true);
  }, 30_000);

  test.each([
    ['broken JSON', '{"id":', 'the message is not JSON'],
    ['a message that is not a request', '[]', 'the message is not a request'],
    ['null', 'null', 'the message is not a request'],
    ['an unknown method', '{"id":"1","method":"App.fly","params":{}}', 'App.fly'],
    [
      'the name of an inherited property',
      '{"id":"1","method":"constructor","params":{}}',
      'constructor',
    ],
    ['missing parameters', '{"id":"1","method":"Page.getData"}', 'page undefined is closed'],
    [
      'an unknown element',
      '{"id":"1","method":"Element.tap","params":{"elementId":"e"}}',
      'there is no element e',
    ],
  ])('after %s', async (_what, message, words) => {
    const line = await open();
    expect(await answer(line, message)).toMatchObject({
      error: { message: expect.stringContaining(words) as string },
    });
    expect(await answer(line, '{"id":"2","method":"Tool.getInfo","params":{}}')).toMatchObject({
      id: '2',
    });
    line.terminate();
    expect(await isAlive()).toBe(true);
  });

  test('after a result that JSON cannot hold', async () => {
    const circle = () => {
      const value: { self?: unknown } = {};
      value.self = value;
      return value;
    };
    await expect(host.miniProgram.evaluate(circle)).rejects.toThrow('cannot be sent as JSON');
    expect(await isAlive()).toBe(true);
  });

  test('after a client that disconnects during a request', async () => {
    const line = await open();
    line.send('{"id":"1","method":"App.getCurrentPage","params":{}}');
    line.terminate();
    expect(await isAlive()).toBe(true);
  });

  test('and refuses web pages', async () => {
    const line = new WebSocket(host.preview.automatorUrl, { origin: 'http://127.0.0.1:5170' });
    const error = await new Promise<Error>((resolve) => line.once('error', resolve));
    expect(error.message).toContain('401');
  });
});

const noneRuns = (pids: number[]) => () => Promise.resolve(!pids.some(isRunning));

/** Runs the `npm start` script without the build and without a browser; resolves when it is ready. */
const startAsNpm = async () => {
  const { scripts } = JSON.parse(
    readFileSync(path.join(__dirname, '../../../package.json'), 'utf8'),
  ) as { scripts: { start: string } };
  const built = scripts.start.replace('npm run build --silent', 'true');
  const shell = spawn('sh', ['-c', `${built} --no-open --port 0`], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output: string[] = [];
  for await (const line of createInterface(shell.stdout)) {
    output.push(line);
    if (line.startsWith('Ready')) break;
  }
  return { shell, urls: output.flatMap((line) => /\b(?:http|ws):\S+/.exec(line) ?? []) };
};

describe('starting and stopping', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'leaves no process and no port behind after %s',
    async (signal) => {
      const preview = await startPreview();
      const started = processesBelow(preview.process.pid ?? 0);
      expect(started.length).toBeGreaterThan(0);
      const ended = new Promise((resolve) => preview.process.once('exit', resolve));
      preview.process.kill(signal);
      expect(await ended).toBe(0);
      await until('every process ended', noneRuns(started));
      for (const url of [preview.previewUrl, preview.automatorUrl, preview.sandboxUrl]) {
        expect(await isListening(url)).toBe(false);
      }
    },
    60_000,
  );

  test('leaves no process behind after npm stops its shell', async () => {
    const { shell, urls } = await startAsNpm();
    const started = processesBelow(shell.pid ?? 0);
    expect(urls).toHaveLength(3);
    expect(await Promise.all(urls.map(isListening))).toEqual([true, true, true]);
    shell.kill('SIGTERM');
    await until('every process ended', noneRuns(started)).finally(() =>
      started.filter(isRunning).forEach((pid) => process.kill(pid, 'SIGKILL')),
    );
    expect(await Promise.all(urls.map(isListening))).toEqual([false, false, false]);
  }, 60_000);

  test('ends when a client closes it', async () => {
    const preview = await startPreview();
    const client = await automator.connect({ wsEndpoint: preview.automatorUrl });
    const ended = new Promise((resolve) => preview.process.once('exit', resolve));
    await client.close();
    expect(await ended).toBe(0);
    expect(await isListening(preview.automatorUrl)).toBe(false);
  }, 60_000);

  test('leaves no process behind after the browser crashes during a call', async () => {
    const preview = await startPreview();
    const client = await automator.connect({ wsEndpoint: preview.automatorUrl });
    const started = processesBelow(preview.process.pid ?? 0);
    const never = client.evaluate(() => new Promise(() => undefined));
    for (const pid of started) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
    await expect(never).rejects.toThrow('the device was closed');
    await expect(client.currentPage()).rejects.toThrow('no browser shows the preview');
    await until('the reason', () =>
      client.currentPage().then(
        () => false,
        ({ message }: Error) =>
          message.endsWith(': the headless browser ended: start the preview again'),
      ),
    );
    expect(preview.printed()).toContain('the headless browser ended: start the preview again');
    client.disconnect();
    await preview.stop();
    await until('every process ended', noneRuns(started));
    expect(await isListening(preview.automatorUrl)).toBe(false);
  }, 60_000);

  test('leaves no process behind after a test run is killed', async () => {
    const script = path.join(__dirname, 'support/start-and-wait.ts');
    const run = fork(script, [], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const automatorUrl = await new Promise<string>((resolve) =>
      run.once('message', (message) => resolve(message as string)),
    );
    const started = processesBelow(run.pid ?? 0);
    expect(await isListening(automatorUrl)).toBe(true);
    run.kill('SIGKILL');
    await until('every process ended', noneRuns(started));
    expect(await isListening(automatorUrl)).toBe(false);
  }, 60_000);
});
