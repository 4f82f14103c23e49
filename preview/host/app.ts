import type { Reports } from './reports';

type Hooks = Record<string, unknown>;

/** With which page the app was opened or came back. */
interface Opened {
  path: string;
  query: Record<string, string>;
}

/** Scene WeChat gives when a mini program is opened from its list. */
const SCENE = 1001;

/**
 * The mini program's app: what it registered, and its lifecycle.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export const createApp = (reports: Reports) => {
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
  let isTelling = false;
  reports.onReport((report) => {
    // An onError that throws must not be told of itself.
    if (report.kind !== 'exception' || isTelling) return;
    isTelling = true;
    call('onError', `${report.message}\n${report.stack}`);
    isTelling = false;
  });
  return {
    register: (hooks: Hooks): void => void (app = hooks),
    get: (): Hooks => app,
    call,
    launch(opened: Opened): void {
      call('onLaunch', { ...opened, scene: SCENE });
      call('onShow', { ...opened, scene: SCENE });
    },
    show: (opened: Opened): void => call('onShow', { ...opened, scene: SCENE }),
  };
};
