import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement, type Special } from './base';

type ElementNode = glassEasel.GeneralComponent;

/** object-fit and object-position by mode. */
const MODES: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

/**
 * The address of an image in the preview: a path of the mini program becomes one below files/.
 *
 * @param owner - path of the page or component that names it
 */
export const fileAddress = (source: string, owner: string): string => {
  if (/^([a-z]+:|\/\/)/i.test(source)) return source.startsWith('//') ? `https:${source}` : source;
  const base = source.startsWith('/') ? '' : owner.split('/').slice(0, -1).join('/');
  return `files/${base ? `${base}/` : ''}${source.replace(/^\//, '')}`;
};

const drawn = (node: ElementNode): HTMLImageElement | null =>
  domElement(node).querySelector(':scope > img');

/** WeChat's widthFix and heightFix give the box the shape of the picture. */
const fix = (node: ElementNode, picture: HTMLImageElement): void => {
  const { mode } = node.data as { mode: string };
  const { naturalWidth: width, naturalHeight: height } = picture;
  const { style } = domElement(node);
  if (!width || !height) return;
  if (mode === 'widthFix') style.height = `${(picture.clientWidth * height) / width}px`;
  if (mode === 'heightFix') style.width = `${(picture.clientHeight * width) / height}px`;
};

/**
 * WeChat's <image>. The default box is 320 × 240 px.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/image.html
 */
export const image: Special = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    fadeIn: Boolean,
    webp: Boolean,
  },
  observers: {
    src(this: ElementNode, src: string) {
      const picture = drawn(this);
      if (!picture) return;
      const owner = this.ownerShadowRoot?.getHostNode().is ?? '';
      if (src) picture.src = fileAddress(src, owner);
      else picture.removeAttribute('src');
    },
    mode(this: ElementNode, mode: string) {
      const picture = drawn(this);
      if (!picture) return;
      picture.style.objectFit = MODES[mode] ?? 'none';
      picture.style.objectPosition = MODES[mode] ? '' : mode;
    },
  },
  attached(node) {
    const picture = document.createElement('img');
    // The role and the label are those of the element around it.
    picture.alt = '';
    picture.addEventListener('load', () => {
      fix(node, picture);
      const { naturalWidth: width, naturalHeight: height } = picture;
      node.triggerEvent('load', { width, height });
    });
    picture.addEventListener('error', () => {
      node.triggerEvent('error', { errMsg: `GET ${picture.src} 404 (Not Found)` });
      // WeChat shows no sign of a broken picture.
      picture.removeAttribute('src');
    });
    domElement(node).append(picture);
  },
};
