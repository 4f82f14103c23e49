import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

type ElementNode = glassEasel.GeneralComponent;

interface ScrollData {
  scrollX: boolean;
  scrollY: boolean;
  scrollTop: number;
  scrollLeft: number;
  upperThreshold: number;
  lowerThreshold: number;
}

/** Default distance from an end at which scrolltoupper and scrolltolower fire, in px. */
const THRESHOLD = 50;

const forwardScrolling = (node: ElementNode, element: HTMLElement): void => {
  let [wasAtTop, wasAtEnd] = [true, false];
  element.addEventListener('scroll', () => {
    const { upperThreshold, lowerThreshold } = node.data as unknown as ScrollData;
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
    node.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
    const isAtTop = scrollTop <= upperThreshold;
    const isAtEnd = scrollTop + clientHeight >= scrollHeight - lowerThreshold;
    if (isAtTop && !wasAtTop) node.triggerEvent('scrolltoupper', { direction: 'top' });
    if (isAtEnd && !wasAtEnd) node.triggerEvent('scrolltolower', { direction: 'bottom' });
    [wasAtTop, wasAtEnd] = [isAtTop, isAtEnd];
  });
};

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
    upperThreshold: { type: Number, value: THRESHOLD },
    lowerThreshold: { type: Number, value: THRESHOLD },
    enhanced: Boolean,
    showScrollbar: Boolean,
    bounces: Boolean,
    enableFlex: Boolean,
  },
  observers: {
    'scrollX, scrollY'(this: ElementNode, scrollX: boolean, scrollY: boolean) {
      const { style } = domElement(this);
      style.overflowX = scrollX ? 'auto' : 'hidden';
      style.overflowY = scrollY ? 'auto' : 'hidden';
    },
    scrollTop(this: ElementNode, top: number) {
      domElement(this).scrollTo({ top });
    },
    scrollLeft(this: ElementNode, left: number) {
      domElement(this).scrollTo({ left });
    },
    scrollIntoView(this: ElementNode, id: string) {
      const target = id && this.ownerShadowRoot?.querySelector(`#${id}`);
      if (!target) return;
      const element = domElement(this);
      const [from, to] = [element, domElement(target)].map((one) => one.getBoundingClientRect());
      if (from && to) element.scrollBy({ top: to.top - from.top, left: to.left - from.left });
    },
  },
  attached: (node) => forwardScrolling(node, domElement(node)),
};
