import { AHEAD, type Cost, type FrameworkWork, type Shape, type SubjectName } from '../measures';
import type { Lab } from './lab';

/** CPU slow-down factors: none, and roughly a cheap phone. */
export const THROTTLES = [1, 4] as const;
/** One of {@link THROTTLES}. */
export type Throttle = (typeof THROTTLES)[number];

/** Measurements of one subject with a list of `rows` rows. */
export interface Trial {
  readonly subject: SubjectName;
  readonly rows: number;
  /** By step: equal steps of two trials are measured at nearly the same time. */
  readonly appends: Readonly<Record<Throttle, ReadonlyMap<number, Cost>>>;
  /** Of glass-easel; null where it is not counted. */
  readonly work: FrameworkWork | null;
  /** Null for lists that cannot do it by setData. */
  readonly refresh: Cost | null;
  readonly update: Cost | null;
  readonly shape: Shape;
  /** Script memory above that of the empty page, in MB: with the list, and after leaving it. */
  readonly heap: number;
  readonly heapAfter: number;
}

const ROW_HEIGHT = 76;
const WARM_UP = 2;
/** Fails for a list without its styles, which would draw faster. */
const assertRows = (subject: string, { rows, rowHeights }: Shape): void => {
  if (rows === 0 || rowHeights.length !== 1 || rowHeights[0] !== ROW_HEIGHT) {
    throw new Error(`${subject}: ${rows} rows of ${rowHeights.join(', ')} px, not ${ROW_HEIGHT}`);
  }
};

/** Fills a subject with rows on a new phone and measures the page. */
const startTrial = async (lab: Lab, subject: SubjectName, rows: number) => {
  const phone = await lab.newPhone(subject);
  const { probe } = phone;
  const warmUp = async (warmed: SubjectName) => {
    for (let chunk = 0; chunk < WARM_UP; chunk += 1) await probe.append(warmed);
  };
  // Styles and compiled code of a first visit stay in memory and are not a cost of the list.
  await probe.open('ours');
  await probe.fill('ours', 20);
  await warmUp('ours');
  await probe.leave();
  const empty = await phone.heap();

  await probe.open(subject);
  await probe.fill(subject, rows);
  const shape = await probe.shape(subject);
  assertRows(subject, shape);
  const heap = (await phone.heap()) - empty;
  await warmUp(subject);

  const appends = { 1: new Map<number, Cost>(), 4: new Map<number, Cost>() };
  return {
    subject,
    rows,
    async append(throttle: Throttle, step: number) {
      await phone.throttle(throttle);
      appends[throttle].set(step, await probe.append(subject));
      await phone.throttle(1);
    },
    async finish(): Promise<Trial> {
      const isHistory = subject === 'ours' || subject === 'former';
      const work = isHistory ? await probe.countWork() : null;
      await probe.toTop(subject);
      const canRefresh = subject !== 'plain' && subject !== 'recycle';
      // The first refresh also receives the change that another trial made.
      if (canRefresh) await probe.refresh(subject);
      const refresh = canRefresh ? await probe.refresh(subject) : null;
      if (isHistory) await lab.control(subject).changeThird();
      const update = subject === 'plain' ? null : await probe.update(subject);
      await probe.leave();
      const heapAfter = (await phone.heap()) - empty;
      await phone.close();
      return { subject, rows, appends, work, refresh, update, shape, heap, heapAfter };
    },
  };
};

type RunningTrial = Awaited<ReturnType<typeof startTrial>>;

/**
 * The lists that draw in turns, one group after the other. A group is small, so that equal steps are close in time
 * and other load on the machine affects both sides of a ratio.
 */
const GROUPS: readonly (readonly SubjectName[])[] = [
  ['ours', 'former', 'plain'],
  ['recycle', 'naive', 'peer'],
];
const LONGEST = 10_000;

/** Without a window, ten thousand rows take a minute to fill and seconds per step: one round is enough. */
const GROWING: readonly SubjectName[] = ['peer', 'naive'];

interface Plan {
  readonly lengths: (subject: SubjectName, round: number) => readonly number[];
  readonly rounds: number;
  readonly steps: Readonly<Record<Throttle, number>>;
}

const FULL: Plan = {
  lengths: (subject, round) => {
    if (subject === 'ours') return [20, 200, 1000, LONGEST];
    return GROWING.includes(subject) && round > 1 ? [200] : [200, LONGEST];
  },
  rounds: 3,
  steps: { 1: 16, 4: 12 },
};
const QUICK: Plan = {
  lengths: (subject) => (GROWING.includes(subject) ? [200] : [200, LONGEST]),
  rounds: 1,
  steps: { 1: 8, 4: 4 },
};

/** Slow trials take part in every fourth step only. */
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

/** Measures every subject at every length, each on its own phone. */
export const runTrials = async (lab: Lab): Promise<Trial[]> => {
  const { lengths, rounds, steps } = lab.isQuick ? QUICK : FULL;
  const trials: Trial[] = [];
  await lab.reset(LONGEST + AHEAD);
  for (let round = 1; round <= rounds; round += 1) {
    for (const group of GROUPS) {
      lab.say(`round ${round}: ${group.join(', ')}`);
      const running: RunningTrial[] = [];
      for (const subject of lab.measured(group)) {
        for (const rows of lengths(subject, round)) {
          running.push(await startTrial(lab, subject, rows));
        }
      }
      // Lists of one length are neighbours in each turn.
      running.sort((a, b) => a.rows - b.rows);
      await takeTurns(running, steps);
      for (const trial of running) trials.push(await trial.finish());
    }
  }
  return trials;
};
