import type { ConditionsStore } from '../conditions-store';
import { asyncApi } from './async-api';

/**
 * The clipboard, which WeChat refuses to an app that has not declared it in its privacy guideline.
 *
 * @param toast - WeChat tells the person by itself that something was copied
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
 */
export const clipboard = (conditions: ConditionsStore, toast: (title: string) => void) => {
  let content = '';
  const refuseUndeclared = () => {
    if (conditions.get().clipboard === 'refused') {
      throw new Error('api scope is not declared in the privacy agreement');
    }
  };
  return {
    setClipboardData: asyncApi('setClipboardData', ({ data }: { data: unknown }) => {
      if (typeof data !== 'string')
        throw new Error('parameter error: parameter.data should be String');
      refuseUndeclared();
      content = data;
      toast('内容已复制');
    }),
    getClipboardData: asyncApi('getClipboardData', () => {
      refuseUndeclared();
      return { data: content };
    }),
  };
};
