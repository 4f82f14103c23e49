import type { Caller } from '../../preview/host/types';
import type { Cost } from '../measures';

interface Sent {
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly ms: number;
  readonly layout: number;
}

type Methods = Record<string, (...values: unknown[]) => unknown>;

let sent: Sent[] = [];
let callers = new Map<string, Caller>();
/** When the logic layer called setData; null while the view layer is at work. */
let entered: number | null = null;
let paths: readonly string[] = [];
/** Spent in the preview's checks and copies before it applies what was sent, in ms. */
let overhead = 0;

let afterSetData: () => void = () => undefined;

/** Has something looked at whenever the view layer has applied a setData. */
export const onSetData = (look: () => void): void => {
  afterSetData = look;
};

/** Makes the browser lay out what is there. */
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
    paths = Object.keys(data);
    counted(data, callback);
  };
};

/** Starts to listen to every setData of the device. */
export const listen = (): void => {
  window.aroundSetData = ({ caller, bytes }, apply) => {
    if (entered !== null) overhead += performance.now() - entered;
    entered = null;
    const sentPaths = paths;
    if (callers.get(caller.is) !== caller) {
      callers.set(caller.is, caller);
      noteEntry(caller);
    }
    const applied = timed(apply);
    const laidOut = timed(layOut);
    sent.push({ bytes, ms: applied + laidOut, layout: laidOut, paths: sentPaths });
    afterSetData();
  };
};

/** The newest page or component of a path that has called setData. */
export const callerOf = (path: string): Caller & Methods => {
  const found = callers.get(path);
  if (!found) throw new Error(`${path} has not called setData`);
  return found as Caller & Methods;
};

/** Lets go of what has left the screen. */
export const forgetAllBut = (path: string): void => {
  sent = [];
  callers = new Map([...callers].filter(([known]) => known === path));
};

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const noted = (ms: number): Cost => ({
  ms: ms - overhead,
  setDataMs: sum(sent.map((one) => one.ms)),
  layoutMs: sum(sent.map((one) => one.layout)),
  calls: sent.length,
  paths: sent.flatMap((one) => one.paths),
  bytes: sum(sent.map(({ bytes }) => bytes)),
  rowBytes: 0,
});

const startNoting = (): void => {
  sent = [];
  overhead = 0;
};

/** What a piece of work costs that has drawn when it returns. */
export const costOf = (work: () => unknown): Cost => {
  startNoting();
  const ms = timed(() => {
    work();
    layOut();
  });
  return noted(ms);
};

/** What was sent until a piece of work had drawn; its time has waiting in it, that of setData has not. */
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
