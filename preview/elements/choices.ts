import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';
import { ancestor, descendants, tagOf } from './tree';

type ElementNode = glassEasel.GeneralComponent;

const dataOf = (node: ElementNode) =>
  node.data as { value: string; checked: boolean; disabled: boolean; color: string };

/** Draws the state of a switch, radio or checkbox on its DOM element. */
const drawChoice = (node: ElementNode): void => {
  const { checked, disabled, color } = dataOf(node);
  const element = domElement(node);
  element.classList.toggle('device-checked', checked);
  element.toggleAttribute('disabled', disabled);
  element.ariaChecked = String(checked);
  element.style.setProperty('--device-color', color);
};

const CHOICE_OBSERVERS = {
  'checked, disabled, color'(this: ElementNode) {
    drawChoice(this);
  },
};

/** Values of the checked boxes of a group, in the order of the template. */
export const checkedValues = (group: ElementNode): string[] =>
  descendants(group, 'checkbox')
    .map(dataOf)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);

/** Value of the checked radio of a group; '' if there is none. */
export const checkedValue = (group: ElementNode): string =>
  descendants(group, 'radio')
    .map(dataOf)
    .find(({ checked }) => checked)?.value ?? '';

/** What a tap on the choice, or on its label, does. */
const CHOOSE: Record<string, (node: ElementNode) => void> = {
  switch: (node) => {
    const checked = !dataOf(node).checked;
    node.setData({ checked });
    node.triggerEvent('change', { value: checked });
  },
  checkbox: (node) => {
    node.setData({ checked: !dataOf(node).checked });
    const group = ancestor(node, 'checkbox-group');
    group?.triggerEvent('change', { value: checkedValues(group) });
  },
  radio: (node) => {
    if (dataOf(node).checked) return;
    const group = ancestor(node, 'radio-group');
    if (group) descendants(group, 'radio').forEach((radio) => radio.setData({ checked: false }));
    node.setData({ checked: true });
    group?.triggerEvent('change', { value: dataOf(node).value });
  },
};

/** Chooses a switch, radio or checkbox, as a tap does; a disabled one stays as it is. */
const choose = (node: ElementNode): void => {
  if (!dataOf(node).disabled) CHOOSE[tagOf(node) ?? '']?.(node);
};

const choice = (role: string, color: string, type = ''): Special => ({
  properties: {
    value: String,
    checked: Boolean,
    disabled: Boolean,
    color: { type: String, value: color },
    type: { type: String, value: type },
    name: String,
  },
  observers: CHOICE_OBSERVERS,
  attached(node) {
    const element = domElement(node);
    element.role ??= role;
    element.prepend(Object.assign(document.createElement('i'), { className: 'device-choice' }));
    node.addListener('tap', () => choose(node));
  },
});

const GREEN = '#09BB07';

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/switch.html */
export const switchElement = choice('switch', '#04BE02', 'switch');

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/radio.html */
export const radio = choice('radio', GREEN);

/** @see https://developers.weixin.qq.com/miniprogram/dev/component/checkbox.html */
export const checkbox = choice('checkbox', GREEN);

/** Groups of radios and checkboxes. */
export const group: Special = { properties: { name: String } };

/**
 * WeChat's <label>: a tap on it taps the control inside, or the one that `for` names.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/label.html
 */
export const label: Special = {
  properties: { for: String },
  attached(node) {
    const CONTROLS = ['button', 'checkbox', 'radio', 'switch', 'input', 'textarea'];
    node.addListener('tap', (event) => {
      const { for: id } = node.data as { for: string };
      const named = id ? node.ownerShadowRoot?.querySelector(`#${id}`) : null;
      const control = (named as ElementNode | null) ?? descendants(node, ...CONTROLS)[0];
      if (!control) return;
      const origin = (
        event as unknown as { getOriginalEvent(): Event | undefined }
      ).getOriginalEvent();
      // A tap on the control itself has done its work.
      if (origin && domElement(control).contains(origin.target as Node)) return;
      const tag = tagOf(control) ?? '';
      if (tag === 'input' || tag === 'textarea') {
        domElement(control).querySelector<HTMLElement>('input, textarea')?.focus();
      } else if (tag === 'button') {
        glassEasel.Event.triggerEvent(control, 'tap', {}, { bubbles: false });
      } else {
        choose(control);
      }
    });
  },
};
