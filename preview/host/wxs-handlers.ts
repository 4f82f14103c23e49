import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../elements/base';
import { replaceTyped } from '../elements/field-value';
import { tagOf } from '../elements/tree';
import { nodeOf } from './events';
import type { Caller } from './types';

type Element = glassEasel.Element;
type WxsFunction = (...values: unknown[]) => unknown;

declare global {
  interface Window {
    /** Runs the handlers of templates; the templates call it (preview/compile/wxs.ts). */
    wxsHandlers: typeof wxsHandlers;
    /** Errors of WXS modules that threw when they were loaded. */
    wxsFailures: Error[];
  }
}

/** The segments of styles and classes that WXS sets; they win over those of the template. */
const WXS_STYLE = 3;
const WXS_CLASS = 2;
const CLASS_SEGMENTS = [0, 1, WXS_CLASS, WXS_STYLE];

const styleText = (style: string | Record<string, string>): string =>
  typeof style === 'string'
    ? style
    : Object.entries(style)
        .map(([name, value]) => `${name}:${value}`)
        .join(';');

/** The page or component whose methods a descriptor calls: the node itself, or the owner of an element. */
const callerOf = (node: Element): Caller => {
  const owner = tagOf(node) === null ? node : node.ownerShadowRoot?.getHostNode();
  return (owner as glassEasel.GeneralComponent).getMethodCaller() as unknown as Caller;
};

const described = (node: Element) => {
  const state = {};
  const component = node as glassEasel.GeneralComponent;
  const inside = () => (tagOf(node) === null && component.getShadowRoot()) || node;
  const setClass = (names: string, on: boolean) => {
    for (const name of names.split(/\s+/).filter(Boolean))
      node.classList?.toggle(name, on, WXS_CLASS);
    return descriptor;
  };
  const descriptor = {
    selectComponent: (selector: string): unknown => {
      const found = inside().querySelector(selector);
      return found && descriptorOf(found);
    },
    selectAllComponents: (selector: string): unknown[] =>
      inside().querySelectorAll(selector).map(descriptorOf),
    setStyle(style: string | Record<string, string>) {
      node.setNodeStyle(styleText(style), WXS_STYLE);
      return descriptor;
    },
    addClass: (names: string) => setClass(names, true),
    removeClass: (names: string) => setClass(names, false),
    hasClass: (name: string) =>
      CLASS_SEGMENTS.some((segment) => node.classList?.contains(name, segment)),
    setClass: (names: string) => {
      node.classList?.setClassNames(names, WXS_CLASS);
      return descriptor;
    },
    getDataset: () => node.dataset,
    getState: () => state,
    getComputedStyle: (names: string[]) => {
      const style = getComputedStyle(domElement(node)) as unknown as Record<string, string>;
      return Object.fromEntries(names.map((name) => [name, style[name]]));
    },
    getBoundingClientRect: () => {
      const { left, top, right, bottom, width, height } = domElement(node).getBoundingClientRect();
      return { left, top, right, bottom, width, height };
    },
    /** The logic layer runs the method later, with a copy of the argument. */
    callMethod(name: string, argument: unknown) {
      const text = JSON.stringify(argument) as string | undefined;
      queueMicrotask(() => {
        const caller = callerOf(node);
        const method = caller[name] as WxsFunction | undefined;
        method?.call(caller, text === undefined ? undefined : JSON.parse(text));
      });
    },
    triggerEvent: (name: string, detail?: unknown, options?: object) =>
      component.triggerEvent(name, detail, options),
    requestAnimationFrame: (run: () => void) => void requestAnimationFrame(() => run()),
    setTimeout: (run: () => void, delay?: number) => window.setTimeout(() => run(), delay),
    clearTimeout: (timer: number) => window.clearTimeout(timer),
  };
  return descriptor;
};

const descriptors = new WeakMap<Element, ReturnType<typeof described>>();

const descriptorOf = (node: Element): ReturnType<typeof described> => {
  const known = descriptors.get(node) ?? described(node);
  descriptors.set(node, known);
  return known;
};

/**
 * Event handlers and `change:` handlers of templates. A WXS function gets the descriptors of its owner and of its
 * node; its `false` stops the event. What a method of the logic layer returns reaches the view only from `bindinput`.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html
 */
export const wxsHandlers = {
  event(caller: Caller, event: object, handler: WxsFunction, isWxs: boolean): unknown {
    const node = nodeOf(event);
    if (!isWxs || !node) {
      const answer: unknown = handler.call(caller, event);
      if (node && (event as { type?: string }).type === 'input') replaceTyped(node, answer);
      return undefined;
    }
    const instance = descriptorOf(node);
    return handler(Object.assign(event, { instance }), descriptorOf(caller._$));
  },
  /** A property changes while the elements beside it are still made; the handler runs after that. */
  change: (handler: WxsFunction, now: unknown, before: unknown, owner: Element, node: Element) =>
    queueMicrotask(() => void handler(now, before, descriptorOf(owner), descriptorOf(node))),
};
