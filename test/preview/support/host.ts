import path from 'node:path';
import automator from 'miniprogram-automator';
import type { Conditions } from '../../../preview/conditions';
import { until } from '../../../testing/until';
import { openPreview, type OpenPreview } from '../../support/open-preview';

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;

const START_MS = 120_000;
const FOLDER = path.join(__dirname, '../host/mini-program');

/** A small mini program on the preview, driven by the real automator client. */
export class Host {
  miniProgram!: MiniProgram;
  preview!: OpenPreview;

  /** Sends a method that the client has no function for. */
  send<Result>(method: string, params: object = {}): Promise<Result> {
    const client = this.miniProgram as unknown as {
      send(method: string, params: object): Promise<Result>;
    };
    return client.send(method, params);
  }

  /** Calls a method of wx. */
  wx<Result>(method: string, ...args: unknown[]): Promise<Result> {
    return this.miniProgram.callWxMethod(method, ...args) as Promise<Result>;
  }

  set(conditions: Partial<Conditions>): Promise<unknown> {
    return this.send('Preview.setConditions', conditions);
  }

  /** Runs a function in the mini program. */
  evaluate<Result>(
    run: (...args: never[]) => Result,
    ...args: unknown[]
  ): Promise<Awaited<Result>> {
    return this.miniProgram.evaluate(run, ...args) as Promise<Awaited<Result>>;
  }

  /** Returns the mini program's log and empties it. */
  takeLog(): Promise<string[]> {
    return this.evaluate(() => (getApp() as unknown as { log: string[] }).log.splice(0));
  }

  /** Reads the log until it contains the entry, and returns all entries up to then. */
  async logUntil(entry: string): Promise<string[]> {
    const seen: string[] = [];
    await until(`"${entry}" in the log`, async () => {
      seen.push(...(await this.takeLog()));
      return seen.includes(entry);
    });
    return seen;
  }

  /** Relaunches the mini program with this page. */
  async open(page: string): Promise<void> {
    await this.wx('reLaunch', { url: `/pages/${page}` });
  }
}

/**
 * Starts a mini program for the tests of one file.
 *
 * @param folder - a built mini program; by default the small one of test/preview/host
 */
export const useHost = (folder = FOLDER): Host => {
  const host = new Host();
  beforeAll(async () => {
    host.preview = await openPreview(['--dist', folder, '--strict']);
    host.miniProgram = await automator.connect({ wsEndpoint: host.preview.automatorUrl });
  }, START_MS);
  afterAll(async () => {
    host.miniProgram?.disconnect();
    await host.preview?.stop();
  });
  return host;
};
