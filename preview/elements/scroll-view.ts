import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';
import { watchPull } from './pull';

type ElementNode = glassEasel.GeneralComponent;

interface ScrollData {
  scrollX: boolean;
  scrollY: boolean;
  scrollTop: number;
  scrollLeft: number;
  upperThreshold: number;
  lowerThreshold: number;
  scrollWithAnimation: boolean;
  refresherEnabled: boolean;
  refresherThreshold: number;
  refresherTriggered: boolean;
}

/** Default distance from an end at which scrolltoupper and scrolltolower fire, in px. */
const THRESHOLD = 50;
/** Default distance of the pull that refreshes, in px. */
const REFRESHER_THRESHOLD = 45;

/** Scrolls when the content is drawn that the same change brings. */
const scrollBox = (node: ElementNode, to: () => ScrollToOptions | null): void =>
  queueMicrotask(() => {
    const place = node.getBackendElement() ? to() : null;
    if (!place) return;
    const behavior = dataOf(node).scrollWithAnimation ? 'smooth' : 'instant';
    domElement(node).scrollTo({ ...place, behavior });
  });

/** The place at which an element inside of the box is at its start. */
const placeOf = (node: ElementNode, id: string): ScrollToOptions | null => {
  const target = id && node.ownerShadowRoot?.querySelector(`#${id}`);
  if (!target) return null;
  const element = domElement(node);
  const [from, to] = [element, domElement(target)].map((one) => one.getBoundingClientRect());
  if (!from || !to) return null;
  return {
    top: element.scrollTop + to.top - from.top,
    left: element.scrollLeft + to.left - from.left,
  };
};

const dataOf = (node: ElementNode) => node.data as unknown as ScrollData;

const forwardScrolling = (node: ElementNode, element: HTMLElement): void => {
  let [lastTop, lastLeft] = [0, 0];
  let near: Record<string, boolean> = { top: true, left: true, bottom: false, right: false };
  element.addEventListener('scroll', () => {
    const { upperThreshold, lowerThreshold, scrollX, scrollY } = dataOf(node);
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
    const [deltaX, deltaY] = [lastLeft - scrollLeft, lastTop - scrollTop];
    [lastTop, lastLeft] = [scrollTop, scrollLeft];
    const detail = { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY };
    node.triggerEvent('scroll', detail);
    const now = {
      top: scrollY && scrollTop <= upperThreshold,
      left: scrollX && scrollLeft <= upperThreshold,
      bottom: scrollY && scrollTop + clientHeight >= scrollHeight - lowerThreshold,
      right: scrollX && scrollLeft + clientWidth >= scrollWidth - lowerThreshold,
    };
    for (const [direction, isNear] of Object.entries(now)) {
      const isUpper = direction === 'top' || direction === 'left';
      if (isNear && !near[direction])
        node.triggerEvent(isUpper ? 'scrolltoupper' : 'scrolltolower', { direction });
    }
    near = now;
  });
};

/** The indicator above the content while it is pulled or refreshed. */
const showRefresher = (node: ElementNode, height: number): void => {
  const element = domElement(node);
  const shown = element.querySelector<HTMLElement>(':scope > .device-pull-down');
  const made = shown ?? document.createElement('div');
  made.className = 'device-pull-down device-pull-down--active';
  made.style.height = `${height}px`;
  if (shown) return;
  made.innerHTML = '<i></i><i></i><i></i>';
  element.prepend(made);
};

/** Swipes that refresh, and `refresher-triggered`. */
const refreshing = new WeakSet<ElementNode>();

const refresh = (node: ElementNode): void => {
  if (refreshing.has(node)) return;
  refreshing.add(node);
  showRefresher(node, dataOf(node).refresherThreshold);
  node.triggerEvent('refresherrefresh', {});
};

const endRefresh = (node: ElementNode): void => {
  if (!refreshing.delete(node)) return;
  showRefresher(node, 0);
  node.triggerEvent('refresherrestore', {});
};

const watchRefresher = (node: ElementNode, element: HTMLElement): void =>
  watchPull(element, {
    mayStart: () =>
      dataOf(node).refresherEnabled && element.scrollTop <= 0 && !refreshing.has(node),
    move: (distance) => {
      if (distance <= 0) return;
      showRefresher(node, distance / 2);
      node.triggerEvent('refresherpulling', { dy: distance / 2 });
    },
    release: (distance) => {
      if (distance <= 0) return;
      if (distance / 2 >= dataOf(node).refresherThreshold) return refresh(node);
      showRefresher(node, 0);
      node.triggerEvent('refresherabort', {});
    },
  });

/**
 * WeChat's <scroll-view>.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html
 */
export const scrollView: Special = {
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: Number,
    scrollLeft: Number,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    scrollAnchoring: Boolean,
    enableBackToTop: Boolean,
    enablePassive: Boolean,
    upperThreshold: { type: Number, value: THRESHOLD },
    lowerThreshold: { type: Number, value: THRESHOLD },
    enhanced: Boolean,
    showScrollbar: { type: Boolean, value: true },
    bounces: { type: Boolean, value: true },
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    enableFlex: Boolean,
    refresherEnabled: Boolean,
    refresherThreshold: { type: Number, value: REFRESHER_THRESHOLD },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: { type: String, value: '#FFF' },
    refresherTriggered: Boolean,
  },
  observers: {
    'scrollX, scrollY'(this: ElementNode, scrollX: boolean, scrollY: boolean) {
      const { style } = domElement(this);
      style.overflowX = scrollX ? 'auto' : 'hidden';
      style.overflowY = scrollY ? 'auto' : 'hidden';
    },
    scrollTop(this: ElementNode, top: number) {
      scrollBox(this, () => ({ top }));
    },
    scrollLeft(this: ElementNode, left: number) {
      scrollBox(this, () => ({ left }));
    },
    scrollIntoView(this: ElementNode, id: string) {
      scrollBox(this, () => placeOf(this, id));
    },
    refresherTriggered(this: ElementNode, isTriggered: boolean) {
      if (isTriggered) refresh(this);
      else endRefresh(this);
    },
  },
  attached(node) {
    forwardScrolling(node, domElement(node));
    watchRefresher(node, domElement(node));
  },
};
