import type { Ride, SubjectName } from '../measures';
import { pause, type Lab } from './lab';
import type { Throttle } from './trial';

/** Speeds of scrolling: a fast swipe, and the fastest fling that Android allows, in px/s. */
export const SPEEDS = [3000, 8000] as const;

/** One ride through a loaded list. */
export interface RideResult {
  readonly subject: SubjectName;
  readonly speed: number;
  readonly throttle: Throttle;
  readonly ride: Ride;
}

const ROWS = 2000;
const SUBJECTS: readonly SubjectName[] = ['ours', 'naive', 'recycle', 'hand'];

/** Scrolls through lists of two thousand loaded rows, on a fast and on a slow processor. */
export const runRides = async (lab: Lab): Promise<RideResult[]> => {
  const results: RideResult[] = [];
  await lab.world.reset(ROWS);
  const ms = lab.isQuick ? 1500 : 3000;
  for (let round = 0; round < (lab.isQuick ? 1 : 2); round += 1) {
    for (const subject of SUBJECTS) {
      lab.say(`scrolling, round ${round + 1}: ${subject}`);
      await lab.withPhone(async ({ probe, throttle }) => {
        // The styles of a component are there once one of it was drawn.
        await probe.open('ours');
        await probe.leave();
        await probe.open(subject);
        await probe.fill(subject, ROWS);
        for (const rate of [1, 4] as const) {
          for (const speed of SPEEDS) {
            await probe.toTop(subject);
            await pause(300);
            await throttle(rate);
            const ride = await probe.ride(subject, { speed, ms, rows: ROWS });
            await throttle(1);
            results.push({ subject, speed, throttle: rate, ride });
          }
        }
      });
    }
  }
  return results;
};
