import { button, element } from './element';

/** Options of wx.showModal. */
export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  confirmText?: string;
}

/** What the person can do with the dialog on screen: by tapping, or by a test's word. */
interface OpenDialog {
  confirm?: () => void;
  cancel: () => void;
}

/** The dialogs of the phone: modal, action sheet, payment. One at a time; a new one cancels the old. */
export const createDialogs = () => {
  let open: OpenDialog | null = null;

  const ask = <Answer>(
    draw: (answer: (value: Answer) => void) => HTMLElement,
    answers: { confirm?: Answer; cancel: Answer },
  ): Promise<Answer> => {
    open?.cancel();
    return new Promise((resolve) => {
      const answer = (value: Answer): void => {
        open = null;
        layer.remove();
        resolve(value);
      };
      const layer = element('div', 'device-layer', draw(answer));
      const { confirm, cancel } = answers;
      open = {
        ...(confirm !== undefined && { confirm: () => answer(confirm) }),
        cancel: () => answer(cancel),
      };
      document.body.append(layer);
    });
  };

  return {
    modal: ({ title = '', content = '', showCancel = true, ...words }: ModalOptions) => {
      const { cancelText = '取消', confirmText = '确定' } = words;
      return ask<boolean>(
        (answer) =>
          element(
            'div',
            'device-modal',
            element('strong', 'device-modal__title', title),
            element('p', 'device-modal__content', content),
            ...(showCancel
              ? [button('device-modal__button', cancelText, () => answer(false))]
              : []),
            button('device-modal__button device-modal__button--main', confirmText, () =>
              answer(true),
            ),
          ),
        { confirm: true, cancel: false },
      );
    },
    /** Index of the chosen item, or null. */
    actionSheet: (items: string[]) =>
      ask<number | null>(
        (answer) =>
          element(
            'div',
            'device-sheet',
            ...items.map((item, index) => button('device-sheet__item', item, () => answer(index))),
            button('device-sheet__item device-sheet__item--cancel', '取消', () => answer(null)),
          ),
        { cancel: null },
      ),
    payment: () =>
      ask<'paid' | 'cancelled' | 'failed'>(
        (answer) =>
          element(
            'div',
            'device-sheet device-sheet--payment',
            element('strong', 'device-modal__title', '微信支付（预览）'),
            button('device-sheet__item device-sheet__item--pay', '支付', () => answer('paid')),
            button('device-sheet__item', '支付失败', () => answer('failed')),
            button('device-sheet__item device-sheet__item--cancel', '取消', () =>
              answer('cancelled'),
            ),
          ),
        { confirm: 'paid', cancel: 'cancelled' },
      ),
    /** @throws Error when there is nothing on screen to confirm */
    confirm: (): void => {
      if (!open?.confirm) throw new Error('there is no dialog to confirm');
      open.confirm();
    },
    /** @throws Error when there is nothing on screen to cancel */
    cancel: (): void => {
      if (!open) throw new Error('there is no dialog to cancel');
      open.cancel();
    },
  };
};

/** The dialogs of the phone. */
export type Dialogs = ReturnType<typeof createDialogs>;
