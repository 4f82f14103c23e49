import os from 'node:os';
import { launchBrowser } from '../../preview/browser';
import { DIST } from '../../preview/paths';
import { startStage } from '../../preview/stage';
import { runArrivals } from './arrivals';
import { artefactWith } from './artefact';
import type { Lab } from './lab';
import { runLoading } from './loading';
import { phoneMaker } from './phone';
import { summaryOf, tableOf, writeReport } from './report';
import { arrivalRows, readingRows, rideRows, waitRows } from './ride-rows';
import { runRides } from './rides';
import { createSamples } from './samples';
import { speedRows } from './speed-rows';
import { trialRows } from './trial-rows';
import { runTrials, type Refusal } from './trials';
import { runWaits } from './waits';
import { createWorld } from './world';

const PAGES = ['empty', 'peer', 'naive', 'recycle'];
const ANY_PORT = { preview: 0, sandbox: 0, automator: 0 };

/** How to run it. */
export interface ListOptions {
  readonly isQuick: boolean;
  /** Folder of the built mini program that is measured as ours. */
  readonly dist?: string;
}

const measure = async (lab: Lab) => {
  const { trials, refusals } = await runTrials(lab);
  const samples = createSamples(trials);
  const lines = [
    ...trialRows(samples),
    ...speedRows(samples),
    ...readingRows(await runLoading(lab)),
    ...rideRows(await runRides(lab)),
    ...arrivalRows(await runArrivals(lab)),
    ...waitRows(await runWaits(lab)),
  ];
  return { lines, refusals };
};

const refused = (refusals: readonly Refusal[]): string =>
  refusals.map(({ subject, rows, reason }) => `${subject}, ${rows} rows: ${reason}`).join('\n');

/** Measures the list beside others and prints what came out; a full run also writes docs/performance.md. */
export const benchList = async ({ isQuick, dist = DIST }: ListOptions): Promise<void> => {
  const begun = Date.now();
  const artefact = await artefactWith(dist, PAGES);
  const stage = await startStage({
    dist: artefact.folder,
    ports: ANY_PORT,
    sandbox: { count: 0 },
  });
  const browser = await launchBrowser();
  try {
    if (!stage.sandbox) throw new Error('the benchmark needs the sandbox');
    const newPhone = await phoneMaker(browser, stage.previewUrl);
    const lab: Lab = {
      world: createWorld(stage.sandbox),
      isQuick,
      say: (line) => void process.stderr.write(`${line}\n`),
      newPhone,
      withPhone: async (work) => {
        const phone = await newPhone();
        try {
          return await work(phone);
        } finally {
          await phone.close();
        }
      },
    };
    const { lines, refusals } = await measure(lab);
    const seconds = Math.round((Date.now() - begun) / 1000);
    const where = `Chromium ${browser.version()}, ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${seconds} s.`;
    const text = [where, tableOf(lines), summaryOf(lines), refused(refusals)];
    const report = text.filter(Boolean).join('\n\n');
    process.stdout.write(`${report}\n`);
    if (!isQuick) await writeReport(report);
  } finally {
    await browser.close();
    await stage.close();
    await artefact.remove();
  }
};
