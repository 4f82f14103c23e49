import { element } from './element';

const DEFAULT_DURATION_MS = 1500;

/** Options of wx.showToast that change what is seen. */
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

/** The one toast of the phone; a loading sign is a toast that stays. */
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

/** The one toast of the phone. */
export type Toast = ReturnType<typeof createToast>;
