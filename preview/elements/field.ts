import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

type ElementNode = glassEasel.GeneralComponent;
type Field = HTMLInputElement | HTMLTextAreaElement;

const PROPERTIES = {
  name: String,
  value: String,
  placeholder: String,
  placeholderStyle: String,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  confirmHold: Boolean,
  cursor: { type: Number, value: -1 },
  cursorSpacing: Number,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: Boolean,
};

/** Input types of WeChat and of the browser. */
const TYPES: Record<string, string> = { number: 'tel', digit: 'tel', idcard: 'text' };

const fieldOf = (node: ElementNode): Field | null =>
  domElement(node).querySelector<Field>('input, textarea');

const RPX_PER_VIEWPORT = 750;

/** By textarea: the number of its lines. */
const lineCounts = new WeakMap<ElementNode, number>();

/** Triggers `linechange` when a text has another number of lines. */
const countLines = (node: ElementNode, field: HTMLTextAreaElement): void => {
  if (!field.isConnected) return;
  field.style.height = '0';
  const height = field.scrollHeight;
  field.style.height = '';
  const { lineHeight, fontSize } = getComputedStyle(field);
  const count = Math.round(height / (parseFloat(lineHeight) || parseFloat(fontSize) * 1.2));
  const before = lineCounts.get(node);
  lineCounts.set(node, count);
  if (before === undefined || before === count) return;
  const heightRpx = (height * RPX_PER_VIEWPORT) / innerWidth;
  node.triggerEvent('linechange', { height, heightRpx, lineCount: count });
};

/** By field: the value that a template gave it last. */
const givenValues = new WeakMap<Field, string>();

/** By field: how many calls of the observer are due to `setOwnValue`. Within an observer they come later. */
const ownChanges = new WeakMap<Field, number>();

/** Writes what is typed into the property, from which forms and automator clients read it. */
const setOwnValue = (node: ElementNode, value: string): void => {
  const field = fieldOf(node);
  if (!field || (node.data as { value: string }).value === value) return;
  ownChanges.set(field, (ownChanges.get(field) ?? 0) + 1);
  node.setData({ value });
};

/** Empties a field, as the reset of a form does. */
export const emptyField = (node: ElementNode): void => {
  const field = fieldOf(node);
  if (field) field.value = '';
  setOwnValue(node, '');
};

const forwardEvents = (node: ElementNode, field: Field): void => {
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
  field.addEventListener('input', () => {
    setOwnValue(node, field.value);
    node.triggerEvent('input', detail());
    if (field instanceof HTMLTextAreaElement) countLines(node, field);
  });
  field.addEventListener('focus', () => node.triggerEvent('focus', { ...detail(), height: 0 }));
  field.addEventListener('blur', () => node.triggerEvent('blur', detail()));
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter') return;
    // The key of a textarea breaks the line by default.
    const { confirmType } = node.data as { confirmType: string };
    if (confirmType !== 'return') node.triggerEvent('confirm', detail());
  });
};

const field = (tag: 'input' | 'textarea', more: object): Special => ({
  properties: { ...PROPERTIES, ...more },
  observers: {
    /** WeChat ignores a value that equals the one that a template gave last, whatever was typed since. */
    value(this: ElementNode, value: string) {
      const element = fieldOf(this);
      if (!element) return;
      const own = ownChanges.get(element) ?? 0;
      if (own > 0) return void ownChanges.set(element, own - 1);
      if (givenValues.get(element) === value) return setOwnValue(this, element.value);
      givenValues.set(element, value);
      if (element.value !== value) element.value = value;
      if (element instanceof HTMLTextAreaElement) countLines(this, element);
    },
    'placeholder, disabled, maxlength, type, password'(this: ElementNode) {
      const element = fieldOf(this);
      if (!element) return;
      const { placeholder, disabled, maxlength, type, password } = this.data as {
        placeholder: string;
        disabled: boolean;
        maxlength: number;
        type?: string;
        password?: boolean;
      };
      element.placeholder = placeholder;
      element.disabled = disabled;
      if (maxlength >= 0) element.maxLength = maxlength;
      else element.removeAttribute('maxlength');
      if (element instanceof HTMLInputElement) {
        element.type = password ? 'password' : (TYPES[type ?? ''] ?? 'text');
      }
    },
    ariaLabel(this: ElementNode, label: string) {
      const element = fieldOf(this);
      if (element) element.ariaLabel = label || null;
    },
    autoHeight(this: ElementNode, isOn: boolean) {
      domElement(this).classList.toggle('device-auto-height', isOn);
    },
    focus(this: ElementNode, focus: boolean) {
      if (focus) fieldOf(this)?.focus();
    },
  },
  attached(node: ElementNode) {
    const element = document.createElement(tag);
    const { value, placeholder, disabled, ariaLabel } = node.data as Record<string, unknown>;
    element.value = value as string;
    givenValues.set(element, value as string);
    element.placeholder = placeholder as string;
    element.disabled = disabled as boolean;
    // A screen reader reads the field, not the box around it.
    element.ariaLabel = (ariaLabel as string) || null;
    domElement(node).append(element);
    forwardEvents(node, element);
    if (element instanceof HTMLTextAreaElement)
      requestAnimationFrame(() => countLines(node, element));
  },
});

/**
 * WeChat's <input>.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/input.html
 */
export const input = field('input', {
  type: { type: String, value: 'text' },
  password: Boolean,
  alwaysEmbed: Boolean,
  confirmType: { type: String, value: 'done' },
  placeholderClass: { type: String, value: 'input-placeholder' },
});

/**
 * WeChat's <textarea>.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/textarea.html
 */
export const textarea = field('textarea', {
  autoHeight: Boolean,
  fixed: Boolean,
  showConfirmBar: { type: Boolean, value: true },
  disableDefaultPadding: Boolean,
  confirmType: { type: String, value: 'return' },
  placeholderClass: { type: String, value: 'textarea-placeholder' },
});
