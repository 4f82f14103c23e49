import { launchBrowser } from '../../preview/browser';
import { startStage } from '../../preview/stage';
import type { LoggedRequest } from '../../sandbox/request-log';
import type { Sandbox } from '../../sandbox/server';
import { artefactWith } from './artefact';
import { phoneMaker, type Phone } from './phone';

const PAGES = ['empty', 'peer', 'naive', 'recycle'];
const ANY_PORT = { preview: 0, sandbox: 0, automator: 0 };

/** Controls the sandbox behind the subjects. */
const controlOf = (sandbox: Sandbox) => {
  const send = async (method: string, path: string, body?: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
      method,
      ...(body && { headers, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    /** Seeds this many orders, without latency. */
    reset: (count: number) => send('POST', 'reset', { count }),
    setLatency: (latencyMs: number) => send('PATCH', 'settings', { latencyMs }),
    clearLog: () => send('DELETE', 'requests'),
    /** Changes the refund status of the third newest order. */
    changeThird: async (): Promise<void> => {
      const { transaction_no: number, refund_status: before } = sandbox.orders().at(-3) ?? {};
      const refund_status = before === 'partial' ? 'failed' : 'partial';
      await send('PATCH', `orders/${number}`, { refund_status });
    },
    orderRequests: (): LoggedRequest[] =>
      sandbox.requests().filter(({ path }) => path.endsWith('/pay/order/')),
  };
};

/** Everything an experiment works with. */
export interface Lab {
  readonly control: ReturnType<typeof controlOf>;
  /** True for fewer repetitions and shorter lists. */
  readonly isQuick: boolean;
  /** Chromium's version. */
  readonly browserVersion: string;
  readonly newPhone: () => Promise<Phone>;
  /** Runs work on a new phone and closes the phone. */
  withPhone<Result>(work: (phone: Phone) => Promise<Result>): Promise<Result>;
  /** Prints progress to standard error. */
  say(line: string): void;
}

/** Waits. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts the preview, the sandbox and a browser, runs work with them, and stops them.
 *
 * @param dist - Folder of the built mini program that is measured as ours.
 */
export const withLab = async (
  dist: string,
  isQuick: boolean,
  work: (lab: Lab) => Promise<void>,
): Promise<void> => {
  const artefact = await artefactWith(dist, PAGES);
  const stage = await startStage({ dist: artefact.folder, ports: ANY_PORT, sandbox: { count: 0 } });
  const browser = await launchBrowser();
  try {
    if (!stage.sandbox) throw new Error('the benchmark needs the sandbox');
    const newPhone = await phoneMaker(browser, stage.previewUrl);
    await work({
      control: controlOf(stage.sandbox),
      isQuick,
      browserVersion: browser.version(),
      say: (line) => void process.stderr.write(`${line}\n`),
      newPhone,
      withPhone: async (run) => {
        const phone = await newPhone();
        try {
          return await run(phone);
        } finally {
          await phone.close();
        }
      },
    });
  } finally {
    await browser.close();
    await stage.close();
    await artefact.remove();
  }
};
