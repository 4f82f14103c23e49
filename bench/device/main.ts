import { AHEAD, type Cost, type Probe, type PageSubject } from '../measures';
import { createPlainList } from './plain-list';
import * as screen from './screen';
import * as sending from './set-data';
import { callerOf, costOf, nextFrame, sentDuring } from './set-data';

declare global {
  interface Window {
    probe: Probe;
    recordScript(file: string): void;
  }
}

const EMPTY = 'bench/empty/empty';
const ROW = 76;
/** Rows of one step, and rows that a person scrolls before the window moves. */
const [STEP_ROWS, MOVE_ROWS] = [20, 10];

const PATHS: Readonly<Record<PageSubject, string>> = {
  ours: 'pages/payments/payments',
  peer: 'bench/peer/peer',
  naive: 'bench/naive/naive',
  recycle: 'bench/recycle/recycle',
  plain: EMPTY,
};

/** In a former build a row may be a component. */
const ROWS: Readonly<Record<PageSubject, string>> = {
  ours: '[class*="--payment--"], payment-row',
  peer: 'order-card',
  naive: 'payment-row',
  recycle: 'payment-row',
  plain: '[data-plain]',
};

const PARTS: Readonly<Record<PageSubject, screen.ListParts>> = {
  ours: { list: '[class*="history__list"]', drawn: 'payment-chunk' },
  peer: { list: 'page > wx-view', drawn: 'page > wx-view' },
  naive: { list: 'page > wx-view', drawn: 'page > wx-view' },
  recycle: { list: 'recycle-view', drawn: 'recycle-item', scroller: 'wx-scroll-view' },
  plain: { list: '.plain-list', drawn: '.plain-slot' },
};

let plain: ReturnType<typeof createPlainList> | null = null;

const history = () => callerOf('features/payment-history/payment-history');
/** The private member of the history that takes what observers report; the probe reports the same. */
const ourView = () =>
  history()['view'] as unknown as { move(viewport: { top: number; height: number }): void };
let ourTop = 0;

const scrollTo = (top: number): void => {
  ourTop = top;
  document.documentElement.scrollTop = top;
  sending.layOut();
};

/** Reports the viewport at once; observers report it later. */
const moveHere = () => ourView().move({ top: ourTop, height: innerHeight });

const settled = async (): Promise<void> => {
  while (history().data['phase'] !== 'ready') await nextFrame();
};

const isAtEnd = () => history().data['footer'] === 'end';

/** Loaded rows; slightly too many, because month headers count as rows. */
const ourRows = () => Math.floor((history().data['height'] as number) / ROW);

const load = async (rows: number): Promise<void> => {
  await settled();
  while (!isAtEnd() && ourRows() < rows) await history()['loadMore']?.();
};

/** The rows of the lowest chunk. */
const lowestRows = (): readonly unknown[] => {
  const slots = history().data['slots'] as readonly { top: number; rows: readonly unknown[] }[];
  return slots.reduce((a, b) => (b.top > a.top ? b : a)).rows;
};

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** Draws at least twenty rows. Observers do not report a move that draws nothing, so it does not count. */
const drawOurNext = async (): Promise<Cost> => {
  const costs: Cost[] = [];
  for (let drawn = 0; drawn < STEP_ROWS;) {
    scrollTo(ourTop + MOVE_ROWS * ROW);
    const cost = costOf(moveHere);
    await frames(1);
    if (cost.calls === 0) continue;
    costs.push({ ...cost, rowBytes: bytesOf(lowestRows()) });
    drawn += lowestRows().length;
  }
  return sending.costOfAll(costs);
};

/** Calls of a method of a prototype while work runs. */
const callsDuring = async (owner: object, name: string, work: () => Promise<unknown>) => {
  const methods = Object.getPrototypeOf(owner) as sending.Methods;
  const plain = methods[name];
  if (!plain) throw new Error(`the framework has no ${name}`);
  let calls = 0;
  methods[name] = function (...values) {
    calls += 1;
    return plain.apply(this, values);
  };
  await work();
  methods[name] = plain;
  return calls;
};

/** Members of glass-easel's components that its types leave out. */
interface FrameworkNode {
  readonly _$dataGroup: object;
  readonly _$tmplInst: object;
}

const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await nextFrame();
};

/** Only openings of the history are measured. */
const NO_ARRIVAL = { framesBefore: 0, ms: 0, requestsBefore: 0, orderRequests: 0 };

const start = screen.recordStart(ROWS.ours);

window.probe = {
  start,
  async open(subject) {
    if (subject === 'plain') return NO_ARRIVAL;
    const open = () => void callerOf(EMPTY)['open']?.(`/${PATHS[subject]}`);
    if (subject === 'ours') return screen.arrive(open, ROWS.ours);
    open();
    await frames(6);
    return NO_ARRIVAL;
  },
  async leave() {
    if (plain) plain.remove();
    else callerOf(EMPTY)['back']?.();
    plain = null;
    await frames(3);
    sending.forgetAllBut(EMPTY);
  },
  async forgetStored() {
    callerOf(EMPTY)['forgetStored']?.();
    await nextFrame();
  },
  async fill(subject, rows) {
    if (subject === 'ours') {
      await load(rows + AHEAD);
      scrollTo(rows * ROW);
      moveHere();
    } else if (subject === 'plain') {
      plain = createPlainList(screen.pageRoot(), rows + AHEAD);
      plain.jumpTo(rows);
    } else callerOf(PATHS[subject])['fill']?.(rows);
    await frames(4);
  },
  async append(subject) {
    const draw = () =>
      subject === 'plain' ? plain?.drawNext() : callerOf(PATHS[subject])['append']?.();
    const cost = subject === 'ours' ? await drawOurNext() : costOf(draw);
    await frames(2);
    return cost;
  },
  async countWork() {
    const node = history()._$ as unknown as FrameworkNode;
    let sets = 0;
    const updates = await callsDuring(node._$tmplInst, 'updateValues', async () => {
      sets = await callsDuring(node._$dataGroup, 'replaceProperty', drawOurNext);
    });
    return { updates, sets };
  },
  async update(subject) {
    if (subject === 'ours') return sentDuring(() => history()['refresh']?.());
    const cost = costOf(() => {
      if (subject === 'plain') plain?.update();
      else callerOf(PATHS[subject])['update']?.(0);
    });
    await frames(1);
    return cost;
  },
  refresh(subject) {
    const page = subject === 'ours' ? history() : callerOf(PATHS[subject]);
    return sentDuring(() => page['refresh']?.());
  },
  async toTop(subject) {
    scrollTo(0);
    if (subject === 'ours') moveHere();
    await frames(3);
  },
  shape: (subject) => Promise.resolve(screen.shapeOf(ROWS[subject])),
  async loadPage() {
    await settled();
    if (isAtEnd()) return null;
    const rows = ourRows();
    return { rows, cost: await sentDuring(() => history()['loadMore']?.()) };
  },
  async setLatency(subject, ms) {
    callerOf(PATHS[subject])['setLatency']?.(ms);
    await nextFrame();
  },
  ride: (subject, plan) => screen.rideThrough(PARTS[subject], plan),
};

sending.listen();
screen.recordRequests();
