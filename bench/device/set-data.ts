import type { Caller } from '../../preview/host/types';
import type { Cost } from '../measures';

interface Sent {
  readonly bytes: number;
  readonly ms: number;
}

/** Methods by name. */
export type Methods = Record<string, (...values: unknown[]) => unknown>;

let sent: Sent[] = [];
let callers = new Map<string, Caller>();
/** When the logic layer called setData, in ms; null while the view layer applies it. */
let entered: number | null = null;
/** Time of the preview's own checks and copies before it applies the data, in ms. */
let overhead = 0;

let afterSetData: () => void = () => undefined;

/** Sets the function that runs after the view layer has applied a setData. */
export const onSetData = (look: () => void): void => {
  afterSetData = look;
};

/** Forces a layout of the document. */
export const layOut = (): number => document.body.offsetHeight;

const timed = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

const noteEntry = (caller: Caller): void => {
  const counted = caller.setData.bind(caller);
  caller.setData = (data, callback) => {
    entered = performance.now();
    counted(data, callback);
  };
};

/** Records every setData of the device. */
export const listen = (): void => {
  window.aroundSetData = ({ caller, bytes }, apply) => {
    if (entered !== null) overhead += performance.now() - entered;
    entered = null;
    if (callers.get(caller.is) !== caller) {
      callers.set(caller.is, caller);
      noteEntry(caller);
    }
    const ms = timed(() => {
      apply();
      layOut();
    });
    sent.push({ bytes, ms });
    afterSetData();
  };
};

/**
 * The newest page or component of a path that has called setData.
 *
 * @throws Error when there is none.
 */
export const callerOf = (path: string): Caller & Methods => {
  const found = callers.get(path);
  if (!found) throw new Error(`${path} has not called setData`);
  return found as Caller & Methods;
};

/** Forgets all callers except those of a path, and all recorded calls. */
export const forgetAllBut = (path: string): void => {
  sent = [];
  callers = new Map([...callers].filter(([known]) => known === path));
};

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const noted = (ms: number): Cost => ({
  ms: ms - overhead,
  setDataMs: sum(sent.map((one) => one.ms)),
  longestMs: sent.length > 0 ? Math.max(...sent.map((one) => one.ms)) : ms,
  calls: sent.length,
  moves: 1,
  bytes: sum(sent.map(({ bytes }) => bytes)),
  rowBytes: 0,
});

const startNoting = (): void => {
  sent = [];
  overhead = 0;
};

/** The cost of work that draws before it returns. */
export const costOf = (work: () => unknown): Cost => {
  startNoting();
  const ms = timed(() => {
    work();
    layOut();
  });
  return noted(ms);
};

/** The cost of several moves as one step. */
export const costOfAll = (costs: readonly Cost[]): Cost => {
  const total = (name: keyof Cost) => sum(costs.map((cost) => cost[name]));
  return {
    ms: total('ms'),
    setDataMs: total('setDataMs'),
    longestMs: Math.max(...costs.map((cost) => cost.longestMs)),
    calls: total('calls'),
    moves: costs.length,
    bytes: total('bytes'),
    rowBytes: total('rowBytes'),
  };
};

/** The cost of asynchronous work until it is drawn; `ms` includes waiting, `setDataMs` does not. */
export const sentDuring = async (work: () => unknown): Promise<Cost> => {
  startNoting();
  const begun = performance.now();
  await work();
  await nextFrame();
  await nextFrame();
  return noted(performance.now() - begun);
};

/** Resolves in the next frame, before it is painted. */
export const nextFrame = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(resolve));
