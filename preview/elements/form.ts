import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { type Special } from './base';
import { checkedValue, checkedValues } from './choices';
import { emptyField } from './field-value';
import { ancestor, descendants, tagOf } from './tree';

type ElementNode = glassEasel.GeneralComponent;

const currentValue = (node: ElementNode): unknown => (node.data as { value: unknown }).value;

/** How the value of a control is read and reset, by tag. */
const CONTROLS: Record<
  string,
  { value(node: ElementNode): unknown; reset(node: ElementNode): void }
> = {
  switch: {
    value: (node) => (node.data as { checked: boolean }).checked,
    reset: (node) => node.setData({ checked: false }),
  },
  'checkbox-group': {
    value: checkedValues,
    reset: (node) =>
      descendants(node, 'checkbox').forEach((box) => box.setData({ checked: false })),
  },
  'radio-group': {
    value: checkedValue,
    reset: (node) =>
      descendants(node, 'radio').forEach((radio) => radio.setData({ checked: false })),
  },
  ...Object.fromEntries(
    ['input', 'textarea'].map((tag) => [tag, { value: currentValue, reset: emptyField }]),
  ),
  ...Object.fromEntries(
    ['slider', 'picker'].map((tag) => [
      tag,
      {
        value: currentValue,
        reset: (node: ElementNode) =>
          node.setData({ value: tag === 'slider' ? (node.data as { min: number }).min : '' }),
      },
    ]),
  ),
};

const controlsOf = (form: ElementNode) =>
  descendants(form, ...Object.keys(CONTROLS)).flatMap((node) => {
    const { name } = node.data as { name?: string };
    const control = CONTROLS[tagOf(node) ?? ''];
    return control ? [{ name, node, control }] : [];
  });

/**
 * WeChat's <form>; a button with `form-type` submits or resets it.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/form.html
 */
export const form: Special = { properties: { reportSubmit: Boolean, reportSubmitTimeout: Number } };

/** Submits or resets the form around a button. */
export const actOnForm = (button: ElementNode): void => {
  const { formType } = button.data as unknown as { formType: string };
  const owner: ElementNode | null = formType ? ancestor(button, 'form') : null;
  if (!owner) return;
  const controls = controlsOf(owner);
  if (formType === 'reset') {
    controls.forEach(({ control, node }) => control.reset(node));
    owner.triggerEvent('reset', { target: {} });
    return;
  }
  const value: Record<string, unknown> = {};
  for (const { name, node, control } of controls) {
    if (name) value[name] = control.value(node);
  }
  owner.triggerEvent('submit', { value, formId: 'the formId is a mock one' });
};
