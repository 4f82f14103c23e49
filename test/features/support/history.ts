import type { PaymentHistorySettings } from '../../../miniprogram/configure';
import type { PaymentHistoryElement } from '../../../miniprogram/elements';
import {
  documentElement,
  layOutBy,
  scrolled,
  settle,
  type ShownElement,
} from '../../components/support/dom';
import { loadFromDist, show, type Simulated } from '../../components/support/mount';
import { configure } from './configure';
import { manualRequests } from './manual-requests';

const SCREEN = { width: 390, height: 844 };

type Patch = Record<string, unknown>;

/** The history on a phone whose requests the test answers. */
export interface ShownHistory extends ReturnType<typeof manualRequests> {
  readonly dom: ShownElement;
  readonly element: PaymentHistoryElement & Simulated['instance'];
  /** The arguments of setData, in order. */
  readonly patches: Patch[];
  events(name: string): unknown[];
  scrollTo(top: number): Promise<void>;
  scrollTop(): number;
  /** Covers it with another page, or uncovers it. */
  setHidden(hidden: boolean): void;
  /** Leaves the page. */
  leave(): void;
}

/**
 * Opens the history of dist/, configured as an app would do it, on 23 November 2026.
 *
 * @param properties - Those that its page sets.
 * @default properties The page handles both events.
 */
export function openHistory(
  settings: Partial<PaymentHistorySettings> = {},
  properties: Record<string, unknown> = { canOpen: true, canContinue: true },
): ShownHistory {
  const wire = manualRequests(settle);
  const id = loadFromDist('features/payment-history/payment-history', () => {
    configure(wire.send, settings);
  });
  const history = show(id);
  const element = history.instance as ShownHistory['element'];
  element.setData(properties);
  const scroll = layOut(history);
  return {
    ...wire,
    dom: history.dom,
    element,
    patches: recordPatches(element),
    events(name) {
      const details: unknown[] = [];
      history.addEventListener(name, (event) => details.push(event.detail));
      return details;
    },
    scrollTo(top) {
      scroll.top = top;
      return scrolled(history.dom);
    },
    scrollTop: () => scroll.top,
    setHidden: (hidden) => history.triggerPageLifeTime(hidden ? 'hide' : 'show'),
    leave: () => history.detach(),
  };
}

function recordPatches(instance: Simulated['instance']): Patch[] {
  const patches: Patch[] = [];
  const setData = instance.setData.bind(instance);
  instance.setData = (patch, done) => {
    patches.push(patch);
    setData(patch, done);
  };
  return patches;
}

/** jsdom has no layout: gives the watched elements the places of the view data, for a screen at `top` of the list. */
function layOut(history: Simulated): { top: number } {
  const scroll = { top: 0 };
  Object.assign(wx, {
    pageScrollTo: ({ scrollTop = 0 }) => {
      scroll.top = scrollTop;
    },
  });
  const { width, height } = SCREEN;
  Object.defineProperties(documentElement, {
    clientWidth: { value: width, configurable: true },
    clientHeight: { value: height, configurable: true },
  });
  const px = (name: string) => Number(history.instance.data[name]);
  const edges: Record<string, () => readonly [from: number, to: number]> = {
    'history__gap--below': () => [px('to'), px('height')],
    'history__gap--unread': () => [px('height'), px('height') + 1],
    history__gap: () => [0, px('from')],
    history__list: () => [0, px('height')],
  };
  layOutBy((className) => {
    const name = Object.keys(edges).find((edge) => className.endsWith(edge));
    const [from, to] = edges[name ?? '']?.() ?? [0, 0];
    const top = from - scroll.top;
    return { left: 0, right: width, width, top, bottom: top + to - from, height: to - from };
  });
  return scroll;
}
