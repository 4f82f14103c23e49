import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../preview/browser';
import { ANY_PORTS, startStage } from '../../preview/stage';
import type { LoggedRequest } from '../../sandbox/request-log';
import type { Sandbox } from '../../sandbox/server';
import type { SubjectName } from '../measures';
import { artefactWith, pageOf } from './artefact';
import { phoneMaker, type Phone } from './phone';

const PAGES = ['empty', 'peer', 'naive', 'recycle'];

/** Controls a sandbox. */
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

/** The preview and the sandbox of one built mini program. */
const openStage = async (browser: Browser, dist: string, pages: readonly string[]) => {
  const artefact = await artefactWith(dist, pages);
  const stage = await startStage({
    dist: artefact.folder,
    ports: ANY_PORTS,
    sandbox: { count: 0 },
  });
  if (!stage.sandbox) throw new Error('the benchmark needs the sandbox');
  return {
    control: controlOf(stage.sandbox),
    newPhone: await phoneMaker(browser, stage.previewUrl),
    close: async () => {
      await stage.close();
      await artefact.remove();
    },
  };
};

type Stage = Awaited<ReturnType<typeof openStage>>;

/** Everything an experiment works with. */
export interface Lab {
  /** Of the sandbox of a subject. */
  readonly control: (subject?: SubjectName) => Stage['control'];
  /** Seeds this many orders in every sandbox, without latency. */
  readonly reset: (orders: number) => Promise<void>;
  /** True for fewer repetitions and shorter lists. */
  readonly isQuick: boolean;
  /** Chromium's version. */
  readonly browserVersion: string;
  /** Leaves out the former build when there is none. */
  readonly measured: (subjects: readonly SubjectName[]) => SubjectName[];
  /** Opens a phone of a subject's build, at the empty page by default. */
  readonly newPhone: (subject?: SubjectName, entry?: string) => Promise<Phone>;
  /** Runs work on a new phone and closes the phone. */
  withPhone<Result>(
    work: (phone: Phone) => Promise<Result>,
    subject?: SubjectName,
    entry?: string,
  ): Promise<Result>;
  /** Prints progress to standard error. */
  say(line: string): void;
}

/** Waits. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** The builds that are measured, and how. */
export interface LabOptions {
  /** Folder of the built mini program that is measured as ours. */
  readonly dist: string;
  /** Folder of another build, measured as the former build. */
  readonly former?: string;
  readonly isQuick: boolean;
}

/** Starts previews, sandboxes and a browser, runs work with them, and stops them. */
export const withLab = async (
  { dist, former, isQuick }: LabOptions,
  work: (lab: Lab) => Promise<void>,
): Promise<void> => {
  const browser = await launchBrowser();
  const stages: Stage[] = [];
  try {
    const own = await openStage(browser, dist, PAGES);
    stages.push(own);
    const other = former === undefined ? null : await openStage(browser, former, ['empty']);
    if (other) stages.push(other);
    const stageOf = (subject?: SubjectName) => (subject === 'former' && other) || own;
    const newPhone: Lab['newPhone'] = (subject, entry = pageOf('empty')) =>
      stageOf(subject).newPhone(entry);
    await work({
      control: (subject) => stageOf(subject).control,
      reset: async (orders) => {
        for (const { control } of stages) await control.reset(orders);
      },
      isQuick,
      browserVersion: browser.version(),
      measured: (subjects) => subjects.filter((subject) => subject !== 'former' || other),
      say: (line) => void process.stderr.write(`${line}\n`),
      newPhone,
      withPhone: async (run, subject, entry) => {
        const phone = await newPhone(subject, entry);
        try {
          return await run(phone);
        } finally {
          await phone.close();
        }
      },
    });
  } finally {
    await browser.close();
    for (const stage of stages) await stage.close();
  }
};
