import type { Arrival, ScrollMeasurement, Shape, Start } from '../measures';
import { nextFrame, onSetData } from './set-data';

/** The page on top. */
const topPage = (): Element => {
  const page = [...document.querySelectorAll('.device-page')].at(-1);
  if (!page) throw new Error('no page is open');
  return page;
};

/** The root element of the page on top. */
export const pageRoot = (): Element => topPage().firstElementChild ?? topPage();

const depthOf = (element: Element): number =>
  1 + Math.max(0, ...[...element.children].map(depthOf));

/** Counts the elements of the page on top, root included, and measures its rows. */
export const shapeOf = (rowSelector: string): Shape => {
  const root = pageRoot();
  const all = [root, ...root.querySelectorAll('*')];
  const rows = [...root.querySelectorAll(rowSelector)];
  const heights = new Set(rows.map((row) => row.getBoundingClientRect().height));
  return {
    elements: all.length,
    mostChildren: all.reduce((most, { childElementCount: own }) => Math.max(most, own), 0),
    depth: depthOf(root),
    rows: rows.length,
    rowHeights: [...heights],
  };
};

const DEADLINE_MS = 20_000;
const requests: string[] = [];

/** Records every request that the preview relays through its WebSocket. */
export const recordRequests = (): void => {
  const plain = Reflect.get(WebSocket.prototype, 'send') as (data: unknown) => void;
  WebSocket.prototype.send = function (this: WebSocket, data) {
    if (this.url.endsWith('/relay') && typeof data === 'string') {
      const { request } = JSON.parse(data) as { request?: { url: string } };
      if (request) requests.push(request.url);
    }
    plain.call(this, data);
  };
};

const orderRequests = () => requests.filter((url) => url.includes('/pay/order/')).length;

/** True when a page above the first `pages` pages has rows with a layout. */
const hasRowsAbove = (pages: number, rowSelector: string): boolean =>
  document.querySelectorAll('.device-page').length > pages &&
  (topPage().querySelector(rowSelector)?.getBoundingClientRect().height ?? 0) > 0;

/** Records the scripts of the mini program, from the compilation of app.js to the first rows. */
export const recordStart = (rowSelector: string): (() => Promise<Start>) => {
  const files: string[] = [];
  const first = async (begun: number): Promise<Start> => {
    while (!hasRowsAbove(0, rowSelector)) await nextFrame();
    const ms = performance.now() - begun;
    const { scripts } = window.miniProgram.artefact;
    const bytesOf = (file: string) => new TextEncoder().encode(scripts[file]).length;
    const evaluated = files.map((file) => ({ file, bytes: bytesOf(file) }));
    return { ms, orderRequests: orderRequests(), scripts: evaluated };
  };
  let begin: (begun: number) => void = () => undefined;
  const started = new Promise<number>((resolve) => (begin = resolve)).then(first);
  window.recordScript = (file) => {
    files.push(file);
    if (file === 'app.js') begin(performance.now());
  };
  // The preview compiles each script, its name in the text, by the `Function` of a frame. The probe runs in it too.
  window.Function = new Proxy(Function, {
    apply(target, self, values: string[]) {
      const file = /sourceURL=dist\/(\S+)/.exec(values.at(-1) ?? '')?.[1];
      if (file) parent.recordScript(file);
      return Reflect.apply(target, self, values);
    },
  });
  return () => started;
};

/** Opens a page and waits for its rows. */
export const arrive = async (open: () => void, rowSelector: string): Promise<Arrival> => {
  requests.splice(0);
  const pages = document.querySelectorAll('.device-page').length;
  const hasRows = () => hasRowsAbove(pages, rowSelector);
  let requestsBefore: number | null = null;
  onSetData(() => {
    if (requestsBefore === null && hasRows()) requestsBefore = requests.length;
  });
  const begun = performance.now();
  open();
  let framesBefore = -1;
  do {
    framesBefore += 1;
    await nextFrame();
    if (performance.now() - begun > DEADLINE_MS) {
      throw new Error(`no ${rowSelector} after ${DEADLINE_MS} ms`);
    }
  } while (!hasRows());
  onSetData(() => undefined);
  return {
    framesBefore,
    ms: performance.now() - begun,
    requestsBefore: requestsBefore ?? requests.length,
    orderRequests: orderRequests(),
  };
};

/** Selectors of a list's parts. */
export interface ListParts {
  /** The element as high as all loaded rows. */
  readonly list: string;
  /** The elements that hold the drawn rows. */
  readonly drawn: string;
  /**
   * The element that scrolls.
   *
   * @default the page
   */
  readonly scroller?: string;
}

const ROW = 76;
const FRAME = 1000 / 60;

/** What one frame shows; `missing` are rows that belong on screen and are not drawn. */
const viewOf = (parts: ListParts) => {
  const list = topPage().querySelector(parts.list);
  if (!list) throw new Error(`no ${parts.list} on the page`);
  const { top, bottom, height } = list.getBoundingClientRect();
  const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  const drawn = [...topPage().querySelectorAll(parts.drawn)]
    .map((element) => element.getBoundingClientRect())
    .reduce((px, box) => px + Math.max(0, Math.min(to, box.bottom) - Math.max(from, box.top)), 0);
  return {
    missing: Math.max(0, to - from - drawn) / ROW,
    isPlaceholder: getComputedStyle(list).backgroundImage !== 'none',
    isEnd: bottom < innerHeight - 1,
    height,
  };
};

/** Scrolls at a steady speed and records what each frame shows. */
export const rideThrough = async (
  parts: ListParts,
  { speed, ms, rows }: { speed: number; ms: number; rows: number },
): Promise<ScrollMeasurement> => {
  const scroller = parts.scroller
    ? topPage().querySelector(parts.scroller)
    : document.scrollingElement;
  if (!scroller) throw new Error('the page has no scroller');
  const intervals: number[] = [];
  let [placeholderFrames, whiteFrames, missingRows, waited] = [0, 0, 0, 0];
  const begun = await nextFrame();
  let [before, place] = [begun, scroller.scrollTop];
  while (before - begun < ms) {
    const now = await nextFrame();
    const passed = now - before;
    before = now;
    intervals.push(passed);
    place += (speed * passed) / 1000;
    scroller.scrollTop = place;
    const seen = viewOf(parts);
    // Rows that are not loaded yet are not skipped: the scrolling continues from where it stopped.
    const isStopped = place > scroller.scrollTop + 1;
    place = Math.min(place, scroller.scrollTop + 1);
    if (seen.missing > 0.01) {
      if (seen.isPlaceholder) placeholderFrames += 1;
      else whiteFrames += 1;
    }
    missingRows = Math.max(missingRows, seen.missing);
    if ((seen.isEnd || isStopped) && seen.height < rows * ROW) waited += passed;
  }
  return {
    frames: intervals.length,
    dropped: intervals.reduce((sum, one) => sum + Math.max(0, Math.round(one / FRAME) - 1), 0),
    overBudget: intervals.filter((one) => one > 1.5 * FRAME).length,
    longestMs: Math.max(...intervals),
    ...{ placeholderFrames, whiteFrames, missingRows, waited },
  };
};
