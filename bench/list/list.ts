import os from 'node:os';
import { runTrials } from './drawing';
import { drawingRows } from './drawing-rows';
import { withLab, type Lab, type LabOptions } from './lab';
import { arrivalRows, readingRows, runArrivals, runReading } from './loading';
import { startRows, runStarts } from './starting';
import { olderRows } from './older-framework';
import { rideRows, runRides, runWaits, waitRows } from './scrolling';
import { summaryOf, tableOf, writeReport } from './table';

const measure = async (lab: Lab, { dist, former }: LabOptions) => {
  const starts = startRows(await runStarts(lab));
  const lines = [
    ...drawingRows(await runTrials(lab)),
    ...readingRows(await runReading(lab)),
    ...rideRows(await runRides(lab)),
    ...arrivalRows(await runArrivals(lab)),
    ...waitRows(await runWaits(lab)),
    ...olderRows(dist, former),
    ...starts,
  ];
  return former === undefined ? lines.filter(({ metric }) => !metric.includes('former')) : lines;
};

/** Measures the list beside other lists and prints the results; a full run also writes docs/performance.md. */
export const benchList = (options: LabOptions): Promise<void> =>
  withLab(options, async (lab) => {
    const begun = Date.now();
    const lines = await measure(lab, options);
    const seconds = Math.round((Date.now() - begun) / 1000);
    const where = `Chromium ${lab.browserVersion}, ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${seconds} s.`;
    const report = [where, tableOf(lines), summaryOf(lines)].join('\n\n');
    process.stdout.write(`${report}\n`);
    if (!lab.isQuick) await writeReport(report);
  });
