import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { withoutRpx } from '../rpx';
import { domElement, type Special } from './base';
import { ancestor } from './tree';

type ElementNode = glassEasel.GeneralComponent;

interface SwiperData {
  current: number;
  currentItemId: string;
  autoplay: boolean;
  interval: number;
  duration: number;
  circular: boolean;
  vertical: boolean;
  indicatorDots: boolean;
  indicatorColor: string;
  indicatorActiveColor: string;
  previousMargin: string;
  nextMargin: string;
  displayMultipleItems: number;
}

/** A touch that moves further turns to the next item, in px. */
const MIN_SWIPE = 40;

/** By swiper: the item that is shown. A change by a touch does not change the property. */
const shown = new WeakMap<ElementNode, number>();

const itemsOf = (node: ElementNode) =>
  [...domElement(node).querySelectorAll<HTMLElement>('wx-swiper-item')].filter(
    (item) => item.parentElement?.closest('wx-swiper') === domElement(node),
  );

/** The place of the item with an id; -1 if there is none. */
const indexOf = (node: ElementNode, id: string): number =>
  id && node.getBackendElement()
    ? itemsOf(node).findIndex((item) => item.dataset['itemId'] === id)
    : -1;

const draw = (node: ElementNode): void => {
  const data = node.data as unknown as SwiperData;
  const element = domElement(node);
  const items = itemsOf(node);
  const at = shown.get(node) ?? 0;
  const size = 100 / (data.displayMultipleItems || 1);
  element.style.setProperty('--device-from', withoutRpx(data.previousMargin));
  element.style.setProperty('--device-to', withoutRpx(data.nextMargin));
  items.forEach((item, index) => {
    const place = `${(index - at) * 100}%`;
    item.style.transform = data.vertical ? `translateY(${place})` : `translateX(${place})`;
    item.style.transitionDuration = `${data.duration}ms`;
    item.style[data.vertical ? 'height' : 'width'] =
      `calc((100% - var(--device-from) - var(--device-to)) * ${size / 100})`;
  });
  element.querySelector(':scope > .device-dots')?.remove();
  if (!data.indicatorDots) return;
  const dots = Object.assign(document.createElement('div'), { className: 'device-dots' });
  dots.append(
    ...items.map((_item, index) => {
      const dot = document.createElement('i');
      dot.style.background = index === at ? data.indicatorActiveColor : data.indicatorColor;
      return dot;
    }),
  );
  element.append(dots);
};

const show = (node: ElementNode, index: number, source: 'autoplay' | 'touch' | ''): void => {
  const items = itemsOf(node);
  const last = items.length - ((node.data as unknown as SwiperData).displayMultipleItems || 1);
  const { circular } = node.data as unknown as SwiperData;
  const wrapped = index > last ? (circular ? 0 : last) : index < 0 ? (circular ? last : 0) : index;
  if (items.length === 0 || wrapped === (shown.get(node) ?? 0)) return;
  shown.set(node, wrapped);
  draw(node);
  const detail = {
    current: wrapped,
    currentItemId: items[wrapped]?.dataset['itemId'] ?? '',
    source,
  };
  node.triggerEvent('change', detail);
  const { duration } = node.data as unknown as SwiperData;
  setTimeout(() => node.triggerEvent('animationfinish', detail), duration);
};

const followTouches = (node: ElementNode, element: HTMLElement): void => {
  let from: { x: number; y: number } | null = null;
  element.addEventListener('touchstart', ({ touches: [touch] }) => {
    from = touch ? { x: touch.clientX, y: touch.clientY } : null;
  });
  element.addEventListener('touchend', ({ changedTouches: [touch] }) => {
    if (!touch || !from) return;
    const { vertical } = node.data as unknown as SwiperData;
    const moved = vertical ? touch.clientY - from.y : touch.clientX - from.x;
    if (Math.abs(moved) < MIN_SWIPE) return;
    show(node, (shown.get(node) ?? 0) + (moved < 0 ? 1 : -1), 'touch');
  });
};

/**
 * WeChat's <swiper>.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/swiper.html
 */
export const swiper: Special = {
  properties: {
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    autoplay: Boolean,
    current: Number,
    currentItemId: String,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    previousMargin: { type: String, value: '0px' },
    nextMargin: { type: String, value: '0px' },
    snapToEdge: Boolean,
    displayMultipleItems: { type: Number, value: 1 },
    easingFunction: { type: String, value: 'default' },
  },
  observers: {
    current(this: ElementNode, current: number) {
      if (shown.has(this)) show(this, current, '');
    },
    currentItemId(this: ElementNode, id: string) {
      const index = shown.has(this) ? indexOf(this, id) : -1;
      if (index >= 0) show(this, index, '');
    },
    'indicatorDots, vertical, displayMultipleItems'(this: ElementNode) {
      draw(this);
    },
  },
  attached(node) {
    followTouches(node, domElement(node));
    // The items are attached after the swiper. The first one that is shown is no change.
    queueMicrotask(() => {
      const { current, currentItemId } = node.data as unknown as SwiperData;
      const index = indexOf(node, currentItemId);
      shown.set(node, index < 0 ? current : index);
      if (node.getBackendElement()) draw(node);
    });
    // Items come and go with the page's data.
    const items = new MutationObserver((changes) => {
      const nodes = changes.flatMap(({ addedNodes, removedNodes }) => [
        ...addedNodes,
        ...removedNodes,
      ]);
      // The dots change with every drawing.
      if (nodes.some(({ nodeName }) => nodeName === 'WX-SWIPER-ITEM')) draw(node);
    });
    items.observe(domElement(node), { childList: true });
    let turn: ReturnType<typeof setTimeout>;
    const autoplay = () => {
      const { autoplay: isOn, interval } = node.data as unknown as SwiperData;
      turn = setTimeout(() => {
        if (isOn && node.getBackendElement()) show(node, (shown.get(node) ?? 0) + 1, 'autoplay');
        autoplay();
      }, interval);
    };
    autoplay();
    node.addLifetimeListener('detached', () => {
      clearTimeout(turn);
      items.disconnect();
    });
  },
};

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/swiper-item.html */
export const swiperItem: Special = {
  properties: { itemId: String, skipHiddenItemLayout: Boolean },
  observers: {
    itemId(this: ElementNode, id: string) {
      domElement(this).dataset['itemId'] = id;
    },
  },
  attached(node) {
    const owner = ancestor(node, 'swiper');
    if (owner) draw(owner);
  },
};
