import { systemClock, type Clock } from '../core/clock';

/** The world outside the requests: clock, chance, timer, network, and whether the person is looking. Tests bring their own. */
export interface Platform extends Clock {
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  /** Calls each time the mini program leaves the foreground. */
  readonly onHide: (listener: () => void) => void;
  /** Calls each time it comes back. */
  readonly onShow: (listener: () => void) => void;
  /** Calls with whether the phone is connected: soon, each time that changes, and each time the mini program comes back. */
  readonly onNetwork: (listener: (isConnected: boolean) => void) => void;
}

/** The phone's own. Outside WeChat there is no background. */
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
    let news = 0;
    wx.onNetworkStatusChange(({ isConnected }) => {
      news += 1;
      listener(isConnected);
    });
    const ask = () => {
      news += 1;
      const asked = news;
      wx.getNetworkType({
        // An answer that comes late is older than what was told or asked since.
        success: ({ networkType }) => asked === news && listener(networkType !== 'none'),
      });
    };
    ask();
    // WeChat does not tell of what changed in the background.
    wechatPlatform.onShow(ask);
  },
};

/** Whether the mini program is in the foreground, and how often it came back to it. */
export interface AppVisibility {
  readonly hidden: boolean;
  readonly returns: number;
  /** Resolves when it is in the foreground; at once if it is. */
  shown(): Promise<void>;
}

/** Watches the foreground from now on. */
export function watchAppVisibility({ onHide, onShow }: Platform): AppVisibility {
  const waiting: (() => void)[] = [];
  const stage = {
    hidden: false,
    returns: 0,
    shown: () => new Promise<void>((go) => (stage.hidden ? waiting.push(go) : go())),
  };
  onHide(() => (stage.hidden = true));
  onShow(() => {
    stage.hidden = false;
    stage.returns++;
    waiting.splice(0).forEach((go) => go());
  });
  return stage;
}
