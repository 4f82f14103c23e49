import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../../elements/base';
import { tap } from './touches';

type ElementFunction = (node: glassEasel.Element, ...args: unknown[]) => unknown;

const fieldOf = (node: glassEasel.Element, selector: string): HTMLInputElement => {
  const field = domElement(node).querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error('the element contains no input field');
  return field;
};

/** Enters a value by the browser's own events, as a person does. */
const enter = (field: HTMLInputElement, value: unknown, ...events: string[]): void => {
  field.value = String(value);
  for (const event of events) field.dispatchEvent(new Event(event, { bubbles: true }));
};

const input: ElementFunction = (node, value) =>
  enter(fieldOf(node, 'input, textarea'), value, 'input');

const slide: ElementFunction = (node, value) => {
  const range = fieldOf(node, 'input');
  if (!range.disabled) enter(range, value, 'input', 'change');
};

/** Functions that the client's element classes call by name. */
const FUNCTIONS: Record<string, ElementFunction> = {
  'input.input': input,
  'textarea.input': input,
  'scroll-view.scrollTo': (node, left, top) =>
    domElement(node).scrollTo({ left: Number(left), top: Number(top) }),
  'scroll-view.scrollTop': (node) => domElement(node).scrollTop,
  'scroll-view.scrollLeft': (node) => domElement(node).scrollLeft,
  'scroll-view.scrollWidth': (node) => domElement(node).scrollWidth,
  'scroll-view.scrollHeight': (node) => domElement(node).scrollHeight,
  'switch.tap': (node) => tap(domElement(node)),
  'slider.slideTo': slide,
  'swiper.swipeTo': (node, current) =>
    (node as glassEasel.GeneralComponent).setData({ current: Number(current) }),
};

/**
 * Calls a function of one of the client's element classes.
 *
 * @param name - tag and function, like `slider.slideTo`
 * @throws Error naming a function that the preview does not support
 */
export const callElementFunction = (
  node: glassEasel.Element,
  name: string,
  args: unknown[],
): unknown => {
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!call) throw new Error(`${name} is not supported in the preview`);
  return call(node, ...args);
};
