import { createListeners } from './listeners';
import type { Reports } from './reports';

type Hooks = Record<string, unknown>;

/** The page with which the app was opened or came to the foreground. */
interface Opened {
  path: string;
  query: Record<string, string>;
}

/** WeChat's scene for a mini program that is opened from the list. */
const SCENE = 1001;

/**
 * The mini program's app: its registered hooks and its lifecycle.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export const createApp = (reports: Reports) => {
  const shows = createListeners<[Opened & { scene: number }]>();
  const hides = createListeners<[]>();
  let app: Hooks = {};
  const call = (hook: string, ...values: unknown[]): void => {
    const member = app[hook];
    if (typeof member !== 'function') return;
    try {
      member.apply(app, values);
    } catch (error) {
      reports.exception(error);
    }
  };
  let isReporting = false;
  reports.onReport((report) => {
    // An error thrown by onError is not passed to onError again.
    if (report.kind !== 'exception' || isReporting) return;
    isReporting = true;
    call('onError', `${report.message}\n${report.stack}`);
    isReporting = false;
  });
  const show = (opened: Opened): void => {
    const event = { ...opened, scene: SCENE };
    call('onShow', event);
    shows.emit(event);
  };
  return {
    /** Listeners of wx.onAppShow and wx.onAppHide. */
    shows,
    hides,
    register: (hooks: Hooks): void => void (app = hooks),
    get: (): Hooks => app,
    call,
    launch(opened: Opened): void {
      call('onLaunch', { ...opened, scene: SCENE });
      show(opened);
    },
    show,
    hide(): void {
      call('onHide');
      hides.emit();
    },
  };
};

/** The app and its lifecycle. */
export type AppLife = ReturnType<typeof createApp>;
