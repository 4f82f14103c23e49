import { domElement } from '../../elements/dom';
import type { glassEasel } from 'glass-easel-miniprogram-adapter';

type ElementFunction = (node: glassEasel.Element, ...args: unknown[]) => unknown;

/** Types into a field as a person does: the browser tells the element, the element the mini program. */
const input: ElementFunction = (node, value) => {
  const field = domElement(node).querySelector<HTMLInputElement>('input, textarea');
  if (!field) throw new Error('the element holds no field');
  field.value = String(value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** What the client's element classes call by name. */
const FUNCTIONS: Record<string, ElementFunction> = {
  'input.input': input,
  'textarea.input': input,
  'scroll-view.scrollTo': (node, left, top) =>
    domElement(node).scrollTo({ left: Number(left), top: Number(top) }),
  'scroll-view.scrollTop': (node) => domElement(node).scrollTop,
  'scroll-view.scrollLeft': (node) => domElement(node).scrollLeft,
  'scroll-view.scrollWidth': (node) => domElement(node).scrollWidth,
  'scroll-view.scrollHeight': (node) => domElement(node).scrollHeight,
};

/** @throws Error naming a function whose element the preview does not have */
export const callElementFunction = (
  node: glassEasel.Element,
  name: string,
  args: unknown[],
): unknown => {
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const [tag] = name.split('.');
  if (!call) throw new Error(`${name} is left out: the preview has no <${tag}>`);
  return call(node, ...args);
};
