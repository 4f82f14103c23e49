import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from './base';
import { tagOf } from './tree';

type ElementNode = glassEasel.GeneralComponent;

/** The browser's field inside of WeChat's. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The browser's field of an <input> or a <textarea>; null when the element is removed. */
export const fieldOf = (node: ElementNode): Field | null =>
  (domElement(node) as HTMLElement | null)?.querySelector<Field>('input, textarea') ?? null;

/** By field: the value that a template gave it last. */
const givenValues = new WeakMap<Field, string>();

/** By field: how many calls of the observer are due to `setOwnValue`. Within an observer they come later. */
const ownChanges = new WeakMap<Field, number>();

/** Writes what is typed into the property, from which forms and automator clients read it. */
export const setOwnValue = (node: ElementNode, value: string): void => {
  const field = fieldOf(node);
  if (!field || (node.data as { value: string }).value === value) return;
  ownChanges.set(field, (ownChanges.get(field) ?? 0) + 1);
  node.setData({ value });
};

/**
 * Shows the value of a template. WeChat ignores one that equals the one before, whatever was typed since.
 *
 * @returns whether it was not ignored
 */
export const showValue = (node: ElementNode, value: string): boolean => {
  const field = fieldOf(node);
  if (!field) return false;
  const own = ownChanges.get(field) ?? 0;
  if (own > 0) {
    ownChanges.set(field, own - 1);
    return false;
  }
  if (givenValues.get(field) === value) {
    setOwnValue(node, field.value);
    return false;
  }
  givenValues.set(field, value);
  if (field.value !== value) field.value = value;
  return true;
};

/** Empties a field, as the reset of a form does. */
export const emptyField = (node: ElementNode): void => {
  const field = fieldOf(node);
  if (field) field.value = '';
  setOwnValue(node, '');
};

/**
 * Puts what the handler of `bindinput` returns in the place of what was typed: a text, or `value` and `cursor`.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/input.html
 */
export const replaceTyped = (node: glassEasel.Element, answer: unknown): void => {
  if (!['input', 'textarea'].includes(tagOf(node) ?? '')) return;
  const { value, cursor } = (typeof answer === 'string' ? { value: answer } : (answer ?? {})) as {
    value?: unknown;
    cursor?: unknown;
  };
  const field = fieldOf(node as ElementNode);
  if (!field || typeof value !== 'string') return;
  if (field.value !== value) field.value = value;
  if (typeof cursor === 'number') field.setSelectionRange(cursor, cursor);
  setOwnValue(node as ElementNode, value);
};
