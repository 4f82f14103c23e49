import { createListeners } from './listeners';
import type { Reports } from './reports';

type Hooks = Record<string, unknown>;

/** The page with which the app was opened or came to the foreground. */
interface Opened {
  path: string;
  query: Record<string, string>;
}

/** What onLaunch and onShow receive. */
interface LaunchOptions extends Opened {
  scene: number;
  shareTicket: string | undefined;
  referrerInfo: object;
  forwardMaterials: object[];
  apiCategory: string;
}

/** WeChat's scene for a mini program that is opened from the list. */
const SCENE = 1001;

/**
 * The mini program's app: its registered hooks and its lifecycle.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export const createApp = (reports: Reports) => {
  const shows = createListeners<[LaunchOptions]>();
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
  const errors = createListeners<[string]>();
  const rejections = createListeners<[object]>();
  const missing = createListeners<[object]>();
  reports.onReport((report) => {
    // An error thrown by onError is not passed to onError again.
    if (report.kind !== 'exception' || report.isRejection || isReporting) return;
    isReporting = true;
    const text = `${report.message}\n${report.stack}`;
    call('onError', text);
    errors.emit(text);
    isReporting = false;
  });
  reports.onRejection(({ reason, promise }) => {
    const event = { reason: reason as unknown, promise };
    call('onUnhandledRejection', event);
    rejections.emit(event);
  });
  const optionsOf = (opened: Opened): LaunchOptions => ({
    ...opened,
    scene: SCENE,
    shareTicket: undefined,
    referrerInfo: {},
    forwardMaterials: [],
    apiCategory: 'default',
  });
  let [launched, entered] = [
    optionsOf({ path: '', query: {} }),
    optionsOf({ path: '', query: {} }),
  ];
  const show = (opened: Opened): void => {
    const event = optionsOf(opened);
    entered = event;
    call('onShow', event);
    shows.emit(event);
  };
  return {
    /** Listeners of wx.onAppShow and wx.onAppHide. */
    shows,
    hides,
    /** Listeners of wx.onError, wx.onUnhandledRejection and wx.onPageNotFound. */
    errors,
    rejections,
    missing,
    launchOptions: () => launched,
    enterOptions: () => entered,
    /**
     * Reports that the app was opened with a page that it does not have.
     *
     * @returns whether the app handles this, by opening another page
     */
    pageNotFound(opened: Opened): boolean {
      const event = { ...opened, isEntryPage: true };
      call('onPageNotFound', event);
      return missing.emit(event) > 0 || typeof app['onPageNotFound'] === 'function';
    },
    /** What `getApp({ allowDefault: true })` was given before replaces the same fields of the app. */
    register: (hooks: Hooks): void => void (app = Object.assign(hooks, app)),
    get: (): Hooks => app,
    call,
    launch(opened: Opened): void {
      launched = optionsOf(opened);
      call('onLaunch', launched);
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
