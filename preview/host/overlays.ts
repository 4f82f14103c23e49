const element = (
  tag: keyof HTMLElementTagNameMap,
  className: string,
  ...content: (string | Node)[]
): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
};

const button = (className: string, text: string, onClick: () => void): HTMLElement => {
  const made = element('button', className, text);
  made.addEventListener('click', onClick);
  return made;
};

const DEFAULT_DURATION_MS = 1500;

/** Options of wx.showToast; duration in milliseconds. */
export interface ToastOptions {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  duration?: number;
  mask?: boolean;
}

const SIGNS: Record<NonNullable<ToastOptions['icon']>, string> = {
  success: '✓',
  error: '!',
  loading: '',
  none: '',
};

/** The phone's toast: at most one is shown. A loading toast has an infinite duration. */
export const createToast = () => {
  let shown: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    clearTimeout(timer);
    shown?.remove();
    shown = null;
  };

  const show = ({
    title,
    icon = 'success',
    duration = DEFAULT_DURATION_MS,
    mask,
  }: ToastOptions) => {
    hide();
    const sign = element('i', `device-toast__sign device-toast__sign--${icon}`, SIGNS[icon]);
    const box = element('div', 'device-toast__box', ...(icon === 'none' ? [] : [sign]), title);
    box.setAttribute('role', 'status');
    shown = element('div', `device-toast${mask ? ' device-toast--mask' : ''}`, box);
    document.body.append(shown);
    if (Number.isFinite(duration)) timer = setTimeout(hide, duration);
  };

  return { show, hide };
};

/** The phone's toast. */
export type Toast = ReturnType<typeof createToast>;

/** Options of wx.showModal. */
export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  confirmText?: string;
}

/** Answers to the open dialog, given by a tap or by an automator client. */
interface OpenDialog {
  confirm?: () => void;
  cancel: () => void;
}

/** The phone's dialogs: modal, action sheet, payment. At most one is open; a new one cancels the old one. */
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
    /** Resolves with the index of the chosen item, or null. */
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
    /** @throws Error when no dialog can be confirmed */
    confirm: (): void => {
      if (!open?.confirm) throw new Error('there is no dialog to confirm');
      open.confirm();
    },
    /** @throws Error when no dialog is open */
    cancel: (): void => {
      if (!open) throw new Error('there is no dialog to cancel');
      open.cancel();
    },
  };
};

/** The phone's dialogs. */
export type Dialogs = ReturnType<typeof createDialogs>;
