import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';
import { fieldOf, setOwnValue, showValue, type Field } from './field-value';
import { createPart, type Part } from './part';

type ElementNode = glassEasel.GeneralComponent;

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
const TYPES: Record<string, string> = {
  number: 'tel',
  digit: 'tel',
  idcard: 'text',
  'safe-password': 'password',
};

/** By field: what its placeholder is drawn with. The browser's own is for screen readers. */
const placeholders = new WeakMap<ElementNode, Part>();

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

/** Puts the cursor, or the selection, where the properties say. */
const select = (node: ElementNode, field: Field): void => {
  const { cursor, selectionStart, selectionEnd } = node.data as Record<string, number>;
  const [start = -1, end = -1] =
    Number(selectionStart) >= 0 && Number(selectionEnd) >= 0
      ? [selectionStart, selectionEnd]
      : [cursor, cursor];
  if (start >= 0 && document.activeElement === field) field.setSelectionRange(start, end);
};

const focus = (node: ElementNode): void => {
  const field = fieldOf(node);
  field?.focus();
  if (field) select(node, field);
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
    value(this: ElementNode, value: string) {
      const element = fieldOf(this);
      const isShown = showValue(this, value);
      // The first lines are counted when the styles apply.
      if (isShown && element instanceof HTMLTextAreaElement && lineCounts.has(this))
        countLines(this, element);
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
    'placeholder, placeholderClass, placeholderStyle'(
      this: ElementNode,
      text: string,
      classes: string,
      style: string,
    ) {
      const part = placeholders.get(this);
      if (!part) return;
      part.element.dataset['text'] = text;
      part.restyle(classes, style);
    },
    // A screen reader reads the field, not the box around it.
    ariaLabel(this: ElementNode, label: string) {
      const element = fieldOf(this);
      if (element) element.ariaLabel = label || null;
    },
    autoHeight(this: ElementNode, isOn: boolean) {
      domElement(this).classList.toggle('device-auto-height', isOn);
    },
    focus(this: ElementNode, isFocused: boolean) {
      if (isFocused) focus(this);
      else fieldOf(this)?.blur();
    },
    autoFocus(this: ElementNode, isFocused: boolean) {
      if (isFocused) focus(this);
    },
    'cursor, selectionStart, selectionEnd'(this: ElementNode) {
      const element = fieldOf(this);
      if (element) select(this, element);
    },
  },
  attached(node: ElementNode) {
    const element = document.createElement(tag);
    const box = Object.assign(document.createElement('div'), { className: 'device-field' });
    const placeholder = createPart(node, 'placeholder');
    box.append(element, ...(placeholder ? [placeholder.element] : []));
    if (placeholder) placeholders.set(node, placeholder);
    domElement(node).append(box);
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
