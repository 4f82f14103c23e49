import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Special } from './base';
import { domElement } from './dom';

const TEXT_PROPERTIES = [
  'size',
  'type',
  'formType',
  'openType',
  'lang',
  'sessionFrom',
  'sendMessageTitle',
  'sendMessagePath',
  'sendMessageImg',
  'businessId',
  'appParameter',
];

/**
 * WeChat's <button>: its box comes from preview/host/device.css, its open types from the WeChat app, so
 * here they are known and do nothing.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export const button: Special = {
  properties: {
    ...Object.fromEntries(TEXT_PROPERTIES.map((name) => [name, String])),
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    showMessageCard: Boolean,
  },
  observers: {
    disabled(this: glassEasel.GeneralComponent, disabled: boolean) {
      domElement(this).ariaDisabled = disabled ? 'true' : null;
    },
  },
  // What a screen reader says of it, unless the mini program tells otherwise.
  attached(node) {
    const element = domElement(node);
    element.role ??= 'button';
  },
};
