import { fileAddress } from '../../elements/image';
import type { PageStack } from '../page-stack';
import { asyncApi } from './async-api';

/** Shows a picture over everything; a tap closes it. */
const show = (source: string): void => {
  const layer = document.createElement('div');
  layer.className = 'device-layer device-picture';
  layer.append(Object.assign(document.createElement('img'), { src: source, alt: '' }));
  layer.addEventListener('click', () => layer.remove());
  document.body.append(layer);
};

/**
 * Calls about pictures.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.previewImage.html
 */
export const images = (pages: PageStack) => {
  const address = (source: string) => fileAddress(source, pages.top()?.path ?? '');
  return {
    previewImage: asyncApi(
      'previewImage',
      ({ urls, current }: { urls: unknown; current?: string | number }) => {
        if (!Array.isArray(urls) || urls.length === 0)
          throw new Error('parameter error: parameter.urls should be Array');
        const list = urls as string[];
        const shown = typeof current === 'number' ? list[current] : current;
        show(address(shown ?? list[0] ?? ''));
      },
    ),
    getImageInfo: asyncApi('getImageInfo', async ({ src }: { src: string }) => {
      const picture = Object.assign(new Image(), { src: address(src) });
      await picture.decode().catch(() => {
        throw new Error(`download image fail. reason: ${src}`);
      });
      const { naturalWidth: width, naturalHeight: height } = picture;
      const type = /\.(\w+)(\?|$)/.exec(src)?.[1]?.toLowerCase() ?? 'unknown';
      const path = src.replace(/^\//, '');
      return { width, height, path, type: type === 'jpg' ? 'jpeg' : type, orientation: 'up' };
    }),
  };
};
