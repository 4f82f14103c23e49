import type { Cost, Shape, SubjectName } from '../measures';
import type { Phone } from './phone';
import type { World } from './world';

/** Slow-downs of the processor that are measured: this machine, and something like a cheap phone. */
export const THROTTLES = [1, 4] as const;
/** One of {@link THROTTLES}. */
export type Throttle = (typeof THROTTLES)[number];

/** What was seen of one subject with so many rows. */
export interface Trial {
  readonly subject: SubjectName;
  readonly rows: number;
  /** By step: what is measured in the same step of two trials is measured at nearly the same time. */
  readonly appends: Readonly<Record<Throttle, ReadonlyMap<number, Cost>>>;
  readonly refresh: Cost;
  readonly update: Cost;
  readonly shape: Shape;
  /** Of scripts, more than on the empty page, in MB: with the list, and after leaving it. */
  readonly heap: number;
  readonly heapAfter: number;
}

/** A subject on a phone of its own, being measured. */
export interface RunningTrial {
  readonly subject: SubjectName;
  readonly rows: number;
  append(throttle: Throttle, step: number): Promise<void>;
  finish(): Promise<Trial>;
}

const ROW_HEIGHT = 76;
const WARM_UP = 2;
const NOTHING: Cost = {
  ms: 0,
  setDataMs: 0,
  layoutMs: 0,
  calls: 0,
  paths: [],
  bytes: 0,
  rowBytes: 0,
};

/** A list that lost its styles would be drawn faster. */
const assertRows = (subject: string, { rows, rowHeights }: Shape): void => {
  if (rows === 0 || rowHeights.length !== 1 || rowHeights[0] !== ROW_HEIGHT) {
    throw new Error(`${subject}: ${rows} rows of ${rowHeights.join(', ')} px, not ${ROW_HEIGHT}`);
  }
};

/** Brings a subject to a length, and looks at what that made of the page. */
export const startTrial = async (
  phone: Phone,
  world: World,
  subject: SubjectName,
  rows: number,
): Promise<RunningTrial> => {
  const { probe } = phone;
  const warmUp = async (warmed: SubjectName) => {
    for (let chunk = 0; chunk < WARM_UP; chunk += 1) await probe.append(warmed);
  };
  // What a first visit leaves for good, such as styles and compiled code, is no cost of the list.
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
    async append(throttle, step) {
      await phone.throttle(throttle);
      appends[throttle].set(step, await probe.append(subject));
      await phone.throttle(1);
    },
    async finish() {
      await probe.toTop(subject);
      // Twice: the first one sees what another trial changed meanwhile.
      if (subject !== 'hand') await probe.refresh(subject);
      const refresh = subject === 'hand' ? NOTHING : await probe.refresh(subject);
      if (subject === 'ours') await world.changeThird();
      const update = await probe.update(subject);
      await probe.leave();
      const heapAfter = (await phone.heap()) - empty;
      return { subject, rows, appends, refresh, update, shape, heap, heapAfter };
    },
  };
};
