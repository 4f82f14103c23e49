import { AHEAD, type Cost, type Probe, type SubjectName } from '../measures';
import { createPlainList } from './plain-list';
import { arrive, pageRoot, recordRequests, rideThrough, shapeOf, type ListParts } from './screen';
import { callerOf, costOf, forgetAllBut, layOut, listen, nextFrame, sentDuring } from './set-data';

declare global {
  interface Window {
    probe: Probe;
  }
}

const EMPTY = 'bench/empty/empty';
const ROW = 76;
const CHUNK = 20 * ROW;

const PATHS: Readonly<Record<SubjectName, string>> = {
  ours: 'pages/payments/payments',
  peer: 'bench/peer/peer',
  naive: 'bench/naive/naive',
  recycle: 'bench/recycle/recycle',
  plain: EMPTY,
};

const ROWS: Readonly<Record<SubjectName, string>> = {
  ours: '[class*="--payment--"]',
  peer: 'order-card',
  naive: 'payment-row',
  recycle: 'payment-row',
  plain: '[data-plain]',
};

const PARTS: Readonly<Record<SubjectName, ListParts>> = {
  ours: { list: '[class*="history__list"]', drawn: 'payment-chunk' },
  peer: { list: 'page > wx-view', drawn: 'page > wx-view' },
  naive: { list: 'page > wx-view', drawn: 'page > wx-view' },
  recycle: { list: 'recycle-view', drawn: 'recycle-item', scroller: 'wx-scroll-view' },
  plain: { list: '.plain-list', drawn: '.plain-slot' },
};

let plain: ReturnType<typeof createPlainList> | null = null;

/** The private member of the history that its observers call; the probe makes the same calls. */
interface OurView {
  move(viewport: { top: number; height: number }): void;
}

const history = () => callerOf('features/payment-history/payment-history');
const ourView = () => history()['view'] as unknown as OurView;
let ourTop = 0;

const scrollTo = (top: number): void => {
  ourTop = top;
  document.documentElement.scrollTop = top;
  layOut();
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

interface Slot {
  readonly top: number;
  readonly rows: readonly unknown[];
}

/** Size of the rows of the lowest chunk as JSON, in UTF-8 bytes. */
const lowestRowsBytes = (): number => {
  const slots = history().data['slots'] as readonly Slot[];
  const lowest = slots.reduce((a, b) => (b.top > a.top ? b : a));
  return new TextEncoder().encode(JSON.stringify(lowest.rows)).length;
};

/** Month headers add height, so a step of twenty row heights may draw nothing. */
const drawOurNext = (): Cost => {
  for (;;) {
    scrollTo(ourTop + CHUNK);
    const cost = costOf(moveHere);
    if (cost.calls > 0) return { ...cost, rowBytes: lowestRowsBytes() };
  }
};

const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await nextFrame();
};

window.probe = {
  async open(subject) {
    if (subject === 'plain') return { framesBefore: 0, ms: 0, requestsBefore: 0, orderRequests: 0 };
    const open = () => void callerOf(EMPTY)['open']?.(`/${PATHS[subject]}`);
    if (subject === 'ours') return arrive(open, ROWS.ours);
    open();
    await frames(6);
    return { framesBefore: 0, ms: 0, requestsBefore: 0, orderRequests: 0 };
  },
  async leave() {
    if (plain) plain.remove();
    else callerOf(EMPTY)['back']?.();
    plain = null;
    await frames(3);
    forgetAllBut(EMPTY);
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
      plain = createPlainList(pageRoot(), rows + AHEAD);
      plain.jumpTo(rows);
    } else callerOf(PATHS[subject])['fill']?.(rows);
    await frames(4);
  },
  async append(subject) {
    const draw = () =>
      subject === 'plain' ? plain?.drawNext() : callerOf(PATHS[subject])['append']?.();
    const cost = subject === 'ours' ? drawOurNext() : costOf(draw);
    await frames(2);
    return cost;
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
  shape: (subject) => Promise.resolve(shapeOf(ROWS[subject])),
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
  ride: (subject, plan) => rideThrough(PARTS[subject], plan),
};

listen();
recordRequests();
