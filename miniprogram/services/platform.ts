import { systemClock, type Clock } from '../core/clock';
import { createEvent } from '../core/event';

/** What the services need from the phone beside requests. Tests replace parts of it. */
export interface Platform extends Clock {
  /** A random number from 0 up to, but not including, 1. */
  readonly random: () => number;
  /** Calls `listener` each time the mini program goes to the background. */
  readonly onHide: (listener: () => void) => void;
  /** Calls `listener` each time the mini program returns to the foreground. */
  readonly onShow: (listener: () => void) => void;
  /**
   * Calls `listener` with whether the phone is connected: once soon, on each change of the network, and
   * each time the mini program returns to the foreground.
   */
  readonly onNetwork: (listener: (isConnected: boolean) => void) => void;
}

/** The platform of WeChat. Outside WeChat there is no background and no network events. */
export const wechatPlatform: Platform = {
  ...systemClock,
  random: () => Math.random(),
  onHide(listener) {
    if (typeof wx !== 'undefined' && wx.onAppHide) wx.onAppHide(listener);
  },
  onShow(listener) {
    if (typeof wx !== 'undefined' && wx.onAppShow) wx.onAppShow(listener);
  },
  onNetwork(listener) {
    if (typeof wx === 'undefined' || !wx.onNetworkStatusChange) return;
    let latest = 0;
    wx.onNetworkStatusChange(({ isConnected }) => {
      latest += 1;
      listener(isConnected);
    });
    const ask = () => {
      latest += 1;
      const own = latest;
      wx.getNetworkType({
        // A late answer is dropped when a newer event or question exists.
        success: ({ networkType }) => own === latest && listener(networkType !== 'none'),
      });
    };
    ask();
    // WeChat reports no change that happened in the background.
    wechatPlatform.onShow(ask);
  },
};

/** Completes the parts of a platform that an app or a test replaces with those of WeChat. */
export function resolvePlatform(replaced: Partial<Platform> = {}): Platform {
  return { ...wechatPlatform, ...replaced };
}

/** Whether the mini program is in the foreground. */
export interface AppVisibility {
  readonly hidden: boolean;
  /** How often the mini program has returned to the foreground. */
  readonly returns: number;
  /** Resolves when the mini program is in the foreground; at once if it is. */
  shown(): Promise<void>;
}

/** Starts to watch whether the mini program is in the foreground. */
export function watchAppVisibility({ onHide, onShow }: Platform): AppVisibility {
  const returned = createEvent();
  const visibility = {
    hidden: false,
    returns: 0,
    shown: () =>
      new Promise<void>((resolve) =>
        visibility.hidden ? void returned.subscribe(resolve) : resolve(),
      ),
  };
  onHide(() => (visibility.hidden = true));
  onShow(() => {
    visibility.hidden = false;
    visibility.returns++;
    returned.emit();
    returned.clear();
  });
  return visibility;
}
