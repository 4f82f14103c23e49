import { configurePaymentHistory, paymentHistory } from '../../../miniprogram/configure';
import { createHistoryController } from '../../../miniprogram/features/payment-history/controller';
import {
  createRenderer,
  type HistoryElement,
} from '../../../miniprogram/features/payment-history/renderer';
import {
  INITIAL_VIEW,
  type HistoryView,
} from '../../../miniprogram/features/payment-history/view/history-view';
import {
  pageScroller,
  type MeasuredElement,
} from '../../../miniprogram/features/payment-history/viewport';
import type { WireRequest } from '../../../miniprogram/services/http/transport';
import { NO_SNAPSHOT, NOON, SESSION } from './controller';
import { METRICS } from './history-state';
import { wireBody, wireOrder } from './manual-requests';
import { assign, settle, texts } from './renderer';

export const SCREEN_PX = 844;
const ORDERS = 700;
/** Px from the top of the history to its rows. */
const ABOVE_ROWS = 50;
/** More messages than a schedule needs to come to rest. */
const MOST_MESSAGES = 3000;

interface Rect {
  readonly top: number;
  readonly bottom: number;
}

interface Watched {
  readonly selector: string;
  readonly near: number;
  readonly tell: (report: object) => void;
  isNear: boolean;
}

/**
 * The list with its real controller and renderer, between a server and the view of WeChat. What the list asks
 * of the view happens there in the order of the calls, and is reported in that order, both only when the test
 * lets it.
 *
 * @param origin - Px of the host's content above the history.
 */
export function startWorld(origin: number) {
  let time = NOON;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  const after = (milliseconds: number, call: () => void) => {
    const timer = { at: time + milliseconds, call };
    timers.push(timer);
    return () => void (timers = timers.filter((one) => one !== timer));
  };

  let numbers = Array.from({ length: ORDERS }, (_, number) => number);
  const answers: (() => void)[] = [];
  const transport = ({ url, success }: WireRequest) => {
    const param = (name: string) => Number(new RegExp(`[?&]${name}=(\\d+)`).exec(url)?.[1] ?? 0);
    const [offset, limit] = [param('offset'), param('limit')];
    answers.push(() => {
      const objects = numbers.slice(offset, offset + limit).map((number) => wireOrder(number));
      const meta = { limit, offset, total_count: numbers.length, next: null, previous: null };
      const body = { ...wireBody(objects, offset, numbers.length), meta };
      success({ statusCode: 200, header: {}, data: JSON.stringify(body) });
    });
    return { abort: () => undefined };
  };

  const seen: HistoryView = structuredClone(INITIAL_VIEW);
  let scrollTop = 0;
  let isHidden = false;
  let strayScrolls = 0;
  const toView: (() => void)[] = [];
  const toLogic: (() => void)[] = [];
  const watched = new Set<Watched>();
  const listTop = () => origin + ABOVE_ROWS - scrollTop;

  function rectOf(selector: string): Rect | null {
    if (seen.body !== 'list') return null;
    const [from, to] =
      selector === '.history__gap'
        ? [0, seen.from]
        : selector === '.history__gap--below'
          ? [seen.to, seen.height]
          : [seen.height, seen.height + 1];
    return { top: listTop() + from, bottom: listTop() + to };
  }

  /** The page is as high as its content, and observers report what has come near or gone. */
  function layOut(): void {
    const height = origin + ABOVE_ROWS + (seen.body === 'list' ? seen.height + 100 : 500);
    scrollTop = Math.max(0, Math.min(scrollTop, height - SCREEN_PX));
    for (const one of watched) {
      const rect = rectOf(one.selector);
      if (!rect) continue;
      const line = { top: -one.near, bottom: SCREEN_PX + one.near };
      const isNear = rect.bottom >= line.top && rect.top <= line.bottom && rect.bottom > rect.top;
      if (isNear === one.isNear) continue;
      one.isNear = isNear;
      const report = { boundingClientRect: rect, relativeRect: line };
      toLogic.push(() => one.tell({ ...report, intersectionRatio: isNear ? 0.5 : 0 }));
    }
  }

  const element = {
    data: { ...structuredClone(INITIAL_VIEW), phase: 'idle', coveredTop: 0 },
    setData(diff: object, done: () => void = () => undefined) {
      const sent = structuredClone(diff);
      toView.push(() => {
        Object.entries(sent).forEach(([path, value]) => assign(seen, path, value));
        layOut();
        toLogic.push(done);
      });
    },
    createIntersectionObserver() {
      let near = 0;
      let one: Watched | null = null;
      const observer = {
        relativeToViewport(margins: { readonly top: number }) {
          near = margins.top;
          return observer;
        },
        observe(selector: string, tell: Watched['tell']) {
          const added = (one = { selector, near, tell, isNear: false });
          toView.push(() => {
            watched.add(added);
            layOut();
          });
        },
        disconnect: () => void toView.push(() => one && watched.delete(one)),
      };
      return observer;
    },
    createSelectorQuery() {
      const reads: (() => unknown)[] = [];
      const rects: Readonly<Record<string, () => object | null>> = {
        '.history': () => ({ top: origin - scrollTop }),
        '.history__list': () => (seen.body === 'list' ? { top: listTop() } : null),
      };
      return {
        select: (selector: string) => ({
          boundingClientRect: () => void reads.push(rects[selector] ?? (() => null)),
        }),
        selectViewport: () => ({ scrollOffset: () => void reads.push(() => ({ scrollTop })) }),
        exec: (done: (results: unknown[]) => void) =>
          void toView.push(() => {
            const results = reads.map((read) => read());
            toLogic.push(() => done(results));
          }),
      };
    },
  } as unknown as HistoryElement & MeasuredElement;

  Object.assign(globalThis, {
    wx: {
      getWindowInfo: () => ({ windowHeight: SCREEN_PX, windowWidth: 375 }),
      getStorageSync: () => '',
      pageScrollTo({ scrollTop: to = 0 }) {
        if (isHidden) strayScrolls += 1;
        toView.push(() => {
          scrollTop = to;
          layOut();
        });
      },
    },
  });
  const platform = { now: () => time, elapsed: () => time, after };
  const nothing = () => undefined;
  configurePaymentHistory({
    ...{ host: 'https://history.example', clientId: 'client', session: SESSION, transport },
    ...{ retries: 0, language: 'zh-CN', perMinute: Infinity },
    platform: { ...platform, onHide: nothing, onShow: nothing, onNetwork: nothing },
  });
  const renderer = createRenderer(element, {
    ...{ texts, metrics: METRICS, isAhead: true, clock: { after } },
    scroller: pageScroller(element),
  });
  const controller = createHistoryController(
    {
      ...{ module: paymentHistory(), snapshot: NO_SNAPSHOT, preset: null, metrics: METRICS },
      hidesExpired: false,
      abilities: { canContinue: true, canOpen: true, actions: null },
    },
    renderer,
  );
  controller.start();
  controller.locate();

  async function run(queue: (() => void)[]): Promise<void> {
    queue.shift()?.();
    await settle();
  }

  let isSearched = false;

  return {
    controller,
    /** The person searches for what all payments have, or ends the search: the list is another one. */
    search() {
      isSearched = !isSearched;
      void controller.find({ what: 'search', text: isSearched ? 'order' : '' });
    },
    scrollTop: () => scrollTop,
    /** How often a page above the hidden one was scrolled. */
    strayScrolls: () => strayScrolls,
    /** The person scrolls. */
    scroll(to: number) {
      scrollTop = to;
      layOut();
    },
    setHidden(hidden: boolean) {
      isHidden = hidden;
      controller.setHidden(hidden);
    },
    isHidden: () => isHidden,
    /** The server has new payments above the others. */
    add(count: number) {
      const first = numbers[0] ?? 0;
      numbers = [...Array.from({ length: count }, (_, nth) => first - count + nth), ...numbers];
    },
    /** One thing happens that is due in the view, in the logic, or at the server. */
    view: () => run(toView),
    logic: () => run(toLogic),
    answer: () => run(answers),
    /** Everything that is due happens. @throws Error when it does not end. */
    async rest() {
      for (let messages = 0; ; messages += 1) {
        if (messages > MOST_MESSAGES) throw new Error('the list never comes to rest');
        await settle();
        const due = [toView, toLogic, answers].find((queue) => queue.length > 0);
        if (due) await run(due);
        else if (timers.some(({ at }) => at <= time + 400)) {
          time += 400;
          const ringing = timers.filter(({ at }) => at <= time);
          timers = timers.filter(({ at }) => at > time);
          ringing.forEach(({ call }) => call());
        } else return;
      }
    },
    /** Px of the screen that are a part of the list without rows. */
    blank(): number {
      if (seen.body !== 'list') return 0;
      const top = Math.max(0, -listTop());
      const bottom = Math.min(seen.height, SCREEN_PX - listTop());
      if (bottom <= top) return 0;
      return Math.max(0, seen.from - top) + Math.max(0, bottom - seen.to);
    },
  };
}
