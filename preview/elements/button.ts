import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, reflect, type Special } from './base';
import { actOnForm } from './form';

const TEXT_PROPERTIES = [
  'formType',
  'openType',
  'sessionFrom',
  'sendMessageTitle',
  'sendMessagePath',
  'sendMessageImg',
  'businessId',
  'appParameter',
  'name',
];

/**
 * WeChat's <button>. Its box is styled in preview/host/device.css. The WeChat app implements the open types;
 * here they have no effect.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export const button: Special = {
  properties: {
    ...Object.fromEntries(TEXT_PROPERTIES.map((name) => [name, String])),
    size: { type: String, value: 'default' },
    type: { type: String, value: 'default' },
    lang: { type: String, value: 'en' },
    hoverClass: { type: String, value: 'button-hover' },
    hoverStartTime: { type: Number, value: 20 },
    hoverStayTime: { type: Number, value: 70 },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    showMessageCard: Boolean,
  },
  observers: {
    'type, size'(this: glassEasel.GeneralComponent, type: string, size: string) {
      Object.assign(domElement(this).dataset, { type, size });
    },
    'disabled, ariaDisabled'(this: glassEasel.GeneralComponent, disabled: boolean, given: unknown) {
      reflect(this, 'aria-disabled', disabled || given);
    },
  },
  attached(node) {
    // As in WeChat, neither a disabled button nor its ancestors get a tap on it.
    for (const gesture of ['tap', 'longpress']) {
      const refuse = (event: { stopPropagation(): void }) => {
        if ((node.data as { disabled: boolean }).disabled) event.stopPropagation();
      };
      node.addListener(gesture, refuse, { capture: true });
    }
    // The default role for screen readers.
    const element = domElement(node);
    element.role ??= 'button';
    node.addListener('tap', () => actOnForm(node));
  },
};
