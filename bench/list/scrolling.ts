import type { ScrollMeasurement, SubjectName } from '../measures';
import { THROTTLES, type Throttle } from './drawing';
import { pause, type Lab } from './lab';
import { median } from './stats';
import { countAtMost, exactly, figure, lineOf, row, type Row } from './table';

const FRAME_MS = 1000 / 60;
const ROWS = 2000;

/** Scroll speeds in px/s: a fast swipe, and the fastest fling that Android allows. */
const RIDE_SPEEDS = [3000, 8000] as const;
const RIDE_SUBJECTS: readonly SubjectName[] = ['ours', 'former', 'naive', 'recycle', 'plain'];

/** One ride through a loaded list. */
interface RideResult {
  readonly subject: SubjectName;
  readonly speed: number;
  readonly throttle: Throttle;
  readonly ride: ScrollMeasurement;
}

/** Scrolls through lists of two thousand loaded rows, with and without CPU throttling. */
export const runRides = async (lab: Lab): Promise<RideResult[]> => {
  const results: RideResult[] = [];
  await lab.reset(ROWS);
  const ms = lab.isQuick ? 1500 : 3000;
  for (let round = 0; round < (lab.isQuick ? 1 : 2); round += 1) {
    for (const subject of lab.measured(RIDE_SUBJECTS)) {
      lab.say(`scrolling, round ${round + 1}: ${subject}`);
      await lab.withPhone(async ({ probe, throttle }) => {
        // A component's styles are in the document only after one instance was drawn.
        await probe.open('ours');
        await probe.leave();
        await probe.open(subject);
        await probe.fill(subject, ROWS);
        for (const rate of THROTTLES) {
          for (const speed of RIDE_SPEEDS) {
            await probe.toTop(subject);
            await pause(300);
            await throttle(rate);
            const ride = await probe.ride(subject, { speed, ms, rows: ROWS });
            await throttle(1);
            results.push({ subject, speed, throttle: rate, ride });
          }
        }
      }, subject);
    }
  }
  return results;
};

const placeholders = (ride: ScrollMeasurement) => (100 * ride.placeholderFrames) / ride.frames;

/** Table rows of scrolling through loaded rows. */
export const rideRows = (results: readonly RideResult[]): Row[] =>
  RIDE_SPEEDS.flatMap((speed) =>
    THROTTLES.flatMap((throttle): Row[] => {
      const value = (subject: SubjectName, fact: (ride: ScrollMeasurement) => number) =>
        median(
          results
            .filter((one) => one.subject === subject && one.speed === speed)
            .filter((one) => one.throttle === throttle)
            .map(({ ride }) => fact(ride)),
        );
      const where = `${figure(speed)} px/s, ${throttle}×`;
      const line = (metric: string, fact: (ride: ScrollMeasurement) => number, limit?: number) =>
        lineOf(`${metric}, ${where}`, (subject) => value(subject, fact), limit);
      const dropped = (ride: ScrollMeasurement) => ride.dropped;
      const against = value('ours', dropped) / Math.max(1, value('naive', dropped));
      return [
        line('dropped frames', dropped),
        ...(throttle === 4
          ? [
              row(`against naive, ${where}`, figure(against), countAtMost(0.25, against)),
              line('frames over budget', (ride) => ride.overBudget),
              line('longest frame, ms', (ride) => ride.longestMs),
            ]
          : []),
        line('frames with nothing where a row belongs', (ride) => ride.whiteFrames, 0),
        speed === 3000
          ? line('max rows missing', (ride) => ride.missingRows, 0)
          : line('frames with placeholders, %', placeholders, 5),
      ];
    }),
  );

const WAIT_SPEEDS = [1500, 3000, 8000] as const;
const LATENCIES = [100, 300, 1000] as const;
/** Scrolling starts the latency plus this time after the first page is shown. */
const REST_MS = 100;

/** Measures how long the end of the loaded rows is visible at one speed (px/s) and latency (ms), in ms. */
const waitOnce = (lab: Lab, subject: SubjectName, speed: number, latency: number) =>
  lab.withPhone(async ({ probe }) => {
    const ms = lab.isQuick ? 2000 : 3000;
    await lab.control().setLatency(subject === 'ours' ? latency : 0);
    await lab.control().clearLog();
    await probe.open(subject);
    if (subject !== 'ours') {
      await probe.fill(subject, 20);
      await probe.setLatency(subject, latency);
    }
    await pause(latency + REST_MS);
    const { waited } = await probe.ride(subject, { speed, ms, rows: ROWS });
    const orderRequests = lab.control().orderRequests().length;
    await lab.control().setLatency(0);
    return { subject, speed, latency, waited, ms, orderRequests };
  });

type Wait = Awaited<ReturnType<typeof waitOnce>>;

/** Scrolls from the first page at every speed and latency; other subjects at one latency only. */
export const runWaits = async (lab: Lab): Promise<Wait[]> => {
  const waits: Wait[] = [];
  await lab.reset(ROWS);
  for (const latency of LATENCIES) {
    for (const speed of WAIT_SPEEDS) {
      if (lab.isQuick && speed !== 8000) continue;
      lab.say(`waiting at ${speed} px/s with ${latency} ms`);
      waits.push(await waitOnce(lab, 'ours', speed, latency));
      if (latency !== 300) continue;
      waits.push(await waitOnce(lab, 'peer', speed, latency));
      waits.push(await waitOnce(lab, 'naive', speed, latency));
    }
  }
  return waits;
};

/** Table rows of waiting at the end of the loaded rows. */
export const waitRows = (waits: readonly Wait[]): Row[] =>
  waits
    .filter(({ subject }) => subject === 'ours')
    .map(({ speed, latency, waited, ms, orderRequests }) => {
      const line = lineOf(
        `waited at ${figure(speed)} px/s, L = ${figure(latency)} ms, of ${figure(ms)} ms`,
        (subject) =>
          waits
            .filter((one) => one.speed === speed && one.latency === latency)
            .find((one) => one.subject === subject)?.waited ?? NaN,
      );
      const frames = Math.floor(waited / FRAME_MS);
      return {
        ...line,
        ours: `${figure(waited)} (${orderRequests} requests)`,
        ...exactly('≤ 17 ms', frames <= 1),
      };
    });
