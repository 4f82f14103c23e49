import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { runSteps } from './animation';

/** The node's DOM element. */
export const domElement = (node: glassEasel.Element): HTMLElement =>
  node.getBackendElement() as unknown as HTMLElement;

type ElementNode = glassEasel.GeneralComponent;

/** Parts of an element that not every element has. */
export interface Special {
  properties?: object;
  /** By properties, with a comma between them. Each runs once after `attached`, and then with each change. */
  observers?: object;
  /** Runs when the element is attached to the page. Makes the parts that the observers draw. */
  attached?(node: ElementNode): void;
}

/** Accessibility attributes: name in WXML, name in the DOM. */
const ARIA: Record<string, string> = {
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaHidden: 'aria-hidden',
  ariaLive: 'aria-live',
  ariaAtomic: 'aria-atomic',
  ariaBusy: 'aria-busy',
  ariaChecked: 'aria-checked',
  ariaSelected: 'aria-selected',
  ariaDisabled: 'aria-disabled',
  ariaExpanded: 'aria-expanded',
  ariaModal: 'aria-modal',
  ariaLevel: 'aria-level',
};

/** The layer of glass-easel's class list that hover classes are set in. */
const HOVER_CLASS_LAYER = 3;

/** Writes a value to an attribute of the DOM; an empty one removes it. */
export const reflect = (node: ElementNode, attribute: string, value: unknown): void => {
  const element = domElement(node);
  if (value === '' || value === null || value === undefined) element.removeAttribute(attribute);
  else element.setAttribute(attribute, typeof value === 'string' ? value : JSON.stringify(value));
};

const hover = (node: ElementNode, on: boolean): void => {
  const { hoverClass } = node.data as { hoverClass: string };
  if (!hoverClass || hoverClass === 'none') return;
  for (const name of hoverClass.split(/\s+/)) {
    if (name) node.classList?.toggle(name, on, HOVER_CLASS_LAYER);
  }
};

type Observer = (this: ElementNode, ...values: unknown[]) => void;

/** A removed element has no DOM element any more, and its owner may still change its properties. */
const whileDrawn = (observers: object): object =>
  Object.fromEntries(
    Object.entries(observers as Record<string, Observer>).map(([properties, observer]) => [
      properties,
      function (this: ElementNode, ...values: unknown[]) {
        if (this.getBackendElement()) observer.apply(this, values);
      },
    ]),
  );

const attachedNodes = new WeakSet<ElementNode>();

/** A template sets properties before an element is attached, and none that has its default. */
const whileAttached = (observers: object): object =>
  Object.fromEntries(
    Object.entries(observers as Record<string, Observer>).map(([properties, observer]) => [
      properties,
      function (this: ElementNode, ...values: unknown[]) {
        if (attachedNodes.has(this)) observer.apply(this, values);
      },
    ]),
  );

const drawFirst = (node: ElementNode, observers: object): void => {
  attachedNodes.add(node);
  for (const [properties, observer] of Object.entries(observers as Record<string, Observer>)) {
    const names = properties.split(',').map((name) => name.trim());
    observer.apply(
      node,
      names.map((name) => (node.data as Record<string, unknown>)[name]),
    );
  }
};

/**
 * Common to all of WeChat's elements: `hidden`, `hover-class` and accessibility attributes.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/view.html
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html
 */
export const base = (special: Special = {}): object => ({
  properties: {
    hidden: Boolean,
    hoverClass: { type: String, value: 'none' },
    hoverStartTime: { type: Number, value: 50 },
    hoverStayTime: { type: Number, value: 400 },
    hoverStopPropagation: Boolean,
    userSelect: Boolean,
    animation: { type: null, value: null },
    ...Object.fromEntries(Object.keys(ARIA).map((name) => [name, { type: null, value: '' }])),
    ...special.properties,
  },
  observers: whileDrawn({
    hidden(this: ElementNode, hidden: boolean) {
      domElement(this).toggleAttribute('hidden', hidden);
    },
    animation(this: ElementNode, animation: Parameters<typeof runSteps>[1]) {
      runSteps(this, animation);
    },
    ...Object.fromEntries(
      Object.entries(ARIA).map(([name, attribute]) => [
        name,
        function (this: ElementNode, value: unknown) {
          reflect(this, attribute, value);
        },
      ]),
    ),
    ...whileAttached(special.observers ?? {}),
  }),
  lifetimes: {
    attached(this: ElementNode) {
      special.attached?.(this);
      drawFirst(this, special.observers ?? {});
      if (['', 'none'].includes((this.data as { hoverClass: string }).hoverClass)) return;
      this.addListener('touchstart', () => hover(this, true));
      for (const end of ['touchend', 'touchcancel', 'touchmove']) {
        this.addListener(end, () => hover(this, false));
      }
    },
  },
});
