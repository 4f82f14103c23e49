import type { Dialogs, ModalOptions } from '../overlays/dialogs';
import type { Toast, ToastOptions } from '../overlays/toast';
import { asyncApi } from './async-api';

/** WeChat's limits: words on a modal's button, items of an action sheet. */
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
