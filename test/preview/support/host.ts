import path from 'node:path';
import automator from 'miniprogram-automator';
import type { Conditions } from '../../../preview/conditions';
import { startPreview, type PreviewProcess } from '../../support/preview-process';

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;

const START_MS = 120_000;
const FOLDER = path.join(__dirname, '../host/mini-program');

/** A tiny mini program on the preview, driven by the real client. */
export class Host {
  miniProgram!: MiniProgram;
  preview!: PreviewProcess;

  /** Sends what the client has no function for. */
  send<Result>(method: string, params: object = {}): Promise<Result> {
    const client = this.miniProgram as unknown as {
      send(method: string, params: object): Promise<Result>;
    };
    return client.send(method, params);
  }

  /** Calls wx, as a test of the product would. */
  wx<Result>(method: string, ...args: unknown[]): Promise<Result> {
    return this.miniProgram.callWxMethod(method, ...args) as Promise<Result>;
  }

  set(conditions: Partial<Conditions>): Promise<unknown> {
    return this.send('Preview.setConditions', conditions);
  }

  /** Runs a function inside the mini program. */
  evaluate<Result>(
    run: (...args: never[]) => Result,
    ...args: unknown[]
  ): Promise<Awaited<Result>> {
    return this.miniProgram.evaluate(run, ...args) as Promise<Awaited<Result>>;
  }

  /** What the mini program noted since the last time. */
  takeLog(): Promise<string[]> {
    return this.evaluate(() => (getApp() as unknown as { log: string[] }).log.splice(0));
  }

  /** Opens a page as the only one. */
  async open(page: string): Promise<void> {
    await this.wx('reLaunch', { url: `/pages/${page}` });
  }
}

/** Starts the tiny mini program for the tests of one file. */
export const useHost = (): Host => {
  const host = new Host();
  beforeAll(async () => {
    host.preview = await startPreview(['--dist', FOLDER]);
    host.miniProgram = await automator.connect({ wsEndpoint: host.preview.automatorUrl });
  }, START_MS);
  afterAll(async () => {
    host.miniProgram?.disconnect();
    await host.preview?.stop();
  });
  return host;
};
