import os from 'node:os';
import { DIST } from '../../preview/paths';
import { runTrials, type Refusal } from './drawing';
import { drawingRows } from './drawing-rows';
import { withLab, type Lab } from './lab';
import { arrivalRows, readingRows, runArrivals, runReading } from './loading';
import { rideRows, runRides, runWaits, waitRows } from './scrolling';
import { summaryOf, tableOf, writeReport } from './table';

/** Options of a run. */
export interface ListOptions {
  readonly isQuick: boolean;
  /**
   * Folder of the built mini program that is measured as ours.
   *
   * @default dist/
   */
  readonly dist?: string;
}

const measure = async (lab: Lab) => {
  const { trials, refusals } = await runTrials(lab);
  const lines = [
    ...drawingRows(trials),
    ...readingRows(await runReading(lab)),
    ...rideRows(await runRides(lab)),
    ...arrivalRows(await runArrivals(lab)),
    ...waitRows(await runWaits(lab)),
  ];
  return { lines, refusals };
};

const refused = (refusals: readonly Refusal[]): string =>
  refusals.map(({ subject, rows, reason }) => `${subject}, ${rows} rows: ${reason}`).join('\n');

/** Measures the list beside other lists and prints the results; a full run also writes docs/performance.md. */
export const benchList = ({ isQuick, dist = DIST }: ListOptions): Promise<void> =>
  withLab(dist, isQuick, async (lab) => {
    const begun = Date.now();
    const { lines, refusals } = await measure(lab);
    const seconds = Math.round((Date.now() - begun) / 1000);
    const where = `Chromium ${lab.browserVersion}, ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${seconds} s.`;
    const text = [where, tableOf(lines), summaryOf(lines), refused(refusals)];
    const report = text.filter(Boolean).join('\n\n');
    process.stdout.write(`${report}\n`);
    if (!isQuick) await writeReport(report);
  });
