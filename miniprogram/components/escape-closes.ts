type Listener = WechatMiniprogram.OnKeyDownCallback;

const listeners = new WeakMap<object, Listener>();

/**
 * A sheet with this behavior sends `close` when the person presses Escape. WeChat reports keys on desktops
 * only, and none while a field has the focus.
 */
export const escapeCloses = Behavior({
  lifetimes: {
    attached() {
      if (!wx.onKeyDown) return;
      const listener: Listener = ({ key }) => {
        if (key === 'Escape') this.triggerEvent('close');
      };
      listeners.set(this, listener);
      wx.onKeyDown(listener);
    },
    detached() {
      const listener = listeners.get(this);
      if (listener) wx.offKeyDown(listener);
    },
  },
});
