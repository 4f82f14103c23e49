type Listener = (...values: unknown[]) => void;

/**
 * The channel between a page and the one that opened it: both ends emit to the listeners of the same channel.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html
 */
export const createEventChannel = (events: Record<string, Listener> = {}) => {
  const listeners = new Map<string, { listener: Listener; isOnce: boolean }[]>();
  const add = (name: string, listener: Listener, isOnce: boolean) =>
    void listeners.set(name, [...(listeners.get(name) ?? []), { listener, isOnce }]);
  for (const [name, listener] of Object.entries(events)) add(name, listener, false);
  return {
    on: (name: string, listener: Listener) => add(name, listener, false),
    once: (name: string, listener: Listener) => add(name, listener, true),
    off(name: string, listener?: Listener): void {
      const kept = (listeners.get(name) ?? []).filter(
        (one) => listener && one.listener !== listener,
      );
      listeners.set(name, kept);
    },
    emit(name: string, ...values: unknown[]): void {
      const called = listeners.get(name) ?? [];
      listeners.set(
        name,
        called.filter(({ isOnce }) => !isOnce),
      );
      for (const { listener } of called) listener(...values);
    },
  };
};
