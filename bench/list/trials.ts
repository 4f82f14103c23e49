import { AHEAD, type SubjectName } from '../measures';
import type { Lab } from './lab';
import type { Phone } from './phone';
import { startTrial, THROTTLES, type RunningTrial, type Throttle, type Trial } from './trial';

const SUBJECTS: readonly SubjectName[] = ['ours', 'hand', 'recycle', 'naive', 'peer'];
const LENGTHS = [20, 200, 1000, 10_000] as const;
const LONGEST = 10_000;

/** Without a window a list of ten thousand takes a minute to come up, and seconds for each step. */
const GROWING: readonly SubjectName[] = ['peer', 'naive'];

interface Plan {
  readonly lengths: (subject: SubjectName) => readonly number[];
  readonly rounds: number;
  readonly steps: Readonly<Record<Throttle, number>>;
}

const FULL: Plan = { lengths: () => LENGTHS, rounds: 2, steps: { 1: 12, 4: 8 } };
const QUICK: Plan = {
  lengths: (subject) => (GROWING.includes(subject) ? [200, 1000] : [200, 1000, LONGEST]),
  rounds: 1,
  steps: { 1: 8, 4: 4 },
};

/** A subject that could not be measured, and why. */
export interface Refusal {
  readonly subject: SubjectName;
  readonly rows: number;
  readonly reason: string;
}

/** Which of the steps a subject takes part in. */
const takesPart = ({ subject, rows }: RunningTrial, step: number): boolean =>
  rows < LONGEST || !GROWING.includes(subject) || step % 4 === 0;

const takeTurns = async (running: RunningTrial[], steps: Plan['steps']): Promise<void> => {
  for (const throttle of THROTTLES) {
    for (let step = 0; step < steps[throttle]; step += 1) {
      const turn = step % 2 === 0 ? running : [...running].reverse();
      for (const trial of turn) {
        if (takesPart(trial, step)) await trial.append(throttle, step);
      }
    }
  }
};

/**
 * Brings every subject to every length, each on a phone of its own, all of them open at once, and has
 * them draw in turns, so that whatever else the machine does meets all of them.
 */
export const runTrials = async (lab: Lab): Promise<{ trials: Trial[]; refusals: Refusal[] }> => {
  const { lengths, rounds, steps } = lab.isQuick ? QUICK : FULL;
  const trials: Trial[] = [];
  const refusals: Refusal[] = [];
  await lab.world.reset(LONGEST + AHEAD);
  for (let round = 1; round <= rounds; round += 1) {
    const phones: Phone[] = [];
    const running: RunningTrial[] = [];
    try {
      for (const subject of SUBJECTS) {
        for (const rows of lengths(subject)) {
          lab.say(`round ${round}: ${subject} with ${rows} rows`);
          const phone = await lab.newPhone();
          phones.push(phone);
          try {
            running.push(await startTrial(phone, lab.world, subject, rows));
          } catch (error) {
            if (subject !== 'recycle') throw error;
            refusals.push({ subject, rows, reason: (error as Error).message });
          }
        }
      }
      lab.say(`round ${round}: drawing in turns`);
      await takeTurns(running, steps);
      for (const trial of running) trials.push(await trial.finish());
    } finally {
      for (const phone of phones) await phone.close();
    }
  }
  return { trials, refusals };
};
