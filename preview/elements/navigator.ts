import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

/** Where a navigator goes; the host connects it to wx. */
export interface Navigation {
  (openType: string, options: { url: string; delta: number }): void;
}

let navigate: Navigation = () => undefined;

/** Connects navigators to the host's page stack. */
export const connectNavigators = (navigation: Navigation): void => void (navigate = navigation);

/**
 * WeChat's <navigator>.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/navigator.html
 */
export const navigator: Special = {
  properties: {
    target: { type: String, value: 'self' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    appId: String,
    path: String,
    extraData: null,
    version: { type: String, value: 'release' },
    shortLink: String,
    hoverClass: { type: String, value: 'navigator-hover' },
    hoverStayTime: { type: Number, value: 600 },
  },
  attached(node: glassEasel.GeneralComponent) {
    domElement(node).role ??= 'link';
    node.addListener('tap', () => {
      const { openType, url, delta } = node.data as {
        openType: string;
        url: string;
        delta: number;
      };
      navigate(openType, { url, delta });
    });
  },
};
