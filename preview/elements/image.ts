import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from './base';

/** background-position and background-size by mode. WeChat's other modes crop from an edge. */
const MODES: Record<string, string> = {
  scaleToFill: '0 0 / 100% 100%',
  aspectFit: 'center / contain',
  aspectFill: 'center / cover',
  widthFix: '0 0 / 100% auto',
  heightFix: '0 0 / auto 100%',
};

/**
 * WeChat's <image>, drawn as the background of a box. The default box is 320 × 240 px.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/image.html
 */
export const image = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
  },
  observers: {
    'src, mode'(this: glassEasel.GeneralComponent, src: string, mode: string) {
      const placement = MODES[mode] ?? `${mode} / auto`;
      domElement(this).style.background =
        src && `url(${JSON.stringify(src)}) ${placement} no-repeat`;
    },
  },
};
