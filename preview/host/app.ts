import { createListeners } from './listeners';
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
  const shows = createListeners<Opened & { scene: number }>();
  const hides = createListeners<void>();
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
  const show = (opened: Opened): void => {
    const event = { ...opened, scene: SCENE };
    call('onShow', event);
    shows.tell(event);
  };
  return {
    /** What `wx` tells of the app's coming and going. */
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
      hides.tell();
    },
  };
};

/** The app's life as its surroundings see it. */
export type AppLife = ReturnType<typeof createApp>;
