import type { Platform } from '../../miniprogram/services/platform';

/** Lets everything that is ready happen: promises that settle, and what follows from them. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** A clock that goes on when told, chance that is always the same, and a phone one can put away. */
export function virtualSurroundings(random = 0) {
  let now = 1_700_000_000_000;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  const onNetwork: ((isConnected: boolean) => void)[] = [];
  const listeners: Record<'hide' | 'show', (() => void)[]> = { hide: [], show: [] };
  const surroundings: Platform = {
    now: () => now,
    random: () => random,
    after(milliseconds, call) {
      const timer = { at: now + milliseconds, call };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    onHide: (listener) => listeners.hide.push(listener),
    onShow: (listener) => listeners.show.push(listener),
    onNetwork: (listener) => onNetwork.push(listener),
  };
  return {
    surroundings,
    /** How many calls are still to come. */
    pending: () => timers.length,
    hide: () => listeners.hide.forEach((listener) => listener()),
    show: () => listeners.show.forEach((listener) => listener()),
    /** The phone goes offline, or is connected again. */
    connect: (isConnected: boolean) => onNetwork.forEach((listener) => listener(isConnected)),
    /** Moves the clock on, stopping at whatever is due on the way. */
    async advance(milliseconds: number) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        timers = timers.filter((timer) => timer !== next);
        next.call();
        await settled();
      }
      now = end;
    },
  };
}
