import type { ConditionsStore } from '../conditions-store';
import type { Dialogs, ModalOptions, Toast, ToastOptions } from '../overlays';
import { asyncApi } from './async-api';

/** WeChat's limits: characters on a modal's button, items of an action sheet. */
const BUTTON_LENGTH = 4;
const SHEET_ITEMS = 6;

const checkButton = (name: 'confirmText' | 'cancelText', text = ''): void => {
  if ([...text].length > BUTTON_LENGTH) {
    throw new Error(`${name} length should not larger than ${BUTTON_LENGTH} Chinese characters`);
  }
};

/**
 * Toast, loading, modal and action sheet.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html
 */
export const interaction = (toast: Toast, dialogs: Dialogs) => ({
  showToast: asyncApi('showToast', (options: ToastOptions) => toast.show(options)),
  hideToast: asyncApi('hideToast', () => toast.hide()),
  showLoading: asyncApi('showLoading', ({ title, mask }: { title: string; mask?: boolean }) =>
    toast.show({ title, icon: 'loading', duration: Infinity, ...(mask && { mask }) }),
  ),
  hideLoading: asyncApi('hideLoading', () => toast.hide()),
  showModal: asyncApi('showModal', async (options: ModalOptions) => {
    checkButton('confirmText', options.confirmText);
    checkButton('cancelText', options.cancelText);
    const confirm = await dialogs.modal(options);
    return { confirm, cancel: !confirm, content: null };
  }),
  showActionSheet: asyncApi('showActionSheet', async ({ itemList }: { itemList: string[] }) => {
    if (!Array.isArray(itemList) || itemList.length === 0 || itemList.length > SHEET_ITEMS) {
      throw new Error(`parameter error: itemList should have 1 to ${SHEET_ITEMS} items`);
    }
    const tapIndex = await dialogs.actionSheet(itemList);
    if (tapIndex === null) throw new Error('cancel');
    return { tapIndex };
  }),
});

/**
 * The clipboard. WeChat refuses it to an app whose privacy guideline does not declare it.
 *
 * @param toast - shows WeChat's own message after a copy
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

interface ChatOptions {
  corpId: string;
  extInfo: { url: string };
}

/**
 * WeCom's customer service; here a toast stands for its chat.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/open-api/service-chat/wx.openCustomerServiceChat.html
 */
export const serviceChat = (toast: (title: string) => void) => ({
  openCustomerServiceChat: asyncApi(
    'openCustomerServiceChat',
    ({ corpId, extInfo }: Partial<ChatOptions>) => {
      if (typeof corpId !== 'string' || typeof extInfo?.url !== 'string')
        throw new Error('parameter error: corpId and extInfo.url should be String');
      toast(`微信客服 ${extInfo.url}`);
    },
  ),
});

interface PaymentOptions {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType?: string;
  paySign: string;
}

const REQUIRED = ['timeStamp', 'nonceStr', 'package', 'paySign'] as const;

/** Makes the sandbox settle the payment, as WeChat Pay's notice to the merchant does. */
const settle = async (prepay: string): Promise<void> => {
  const response = await fetch('payment', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ package: prepay }),
  });
  if (!response.ok) throw new Error(await response.text());
};

/**
 * wx.requestPayment against the sandbox; orders of a real app cannot be paid here.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html
 */
export const payment = (conditions: ConditionsStore, dialogs: Dialogs) => ({
  requestPayment: asyncApi('requestPayment', async (options: PaymentOptions) => {
    for (const name of REQUIRED) {
      if (typeof options[name] === 'string') continue;
      throw new Error(`parameter error: parameter.${name} should be String`);
    }
    const wanted = conditions.get().payment;
    const outcome = wanted === 'ask' ? await dialogs.payment() : wanted;
    if (outcome === 'cancelled') throw new Error('cancel');
    if (outcome === 'failed') throw new Error('payment failed');
    await settle(options.package);
  }),
});
