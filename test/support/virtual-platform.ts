import { createEvent } from '../../miniprogram/core/event';
import type { Platform } from '../../miniprogram/services/platform';

/** Lets promises settle, together with everything that follows from them. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A platform that the test controls.
 *
 * @param random - Every random number. @default 0
 */
export function virtualPlatform(random = 0) {
  let now = 1_700_000_000_000;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  const [hidden, shown, connected] = [createEvent(), createEvent(), createEvent<boolean>()];
  const platform: Platform = {
    now: () => now,
    random: () => random,
    after(milliseconds, call) {
      const timer = { at: now + milliseconds, call };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    onHide: hidden.subscribe,
    onShow: shown.subscribe,
    onNetwork: connected.subscribe,
  };
  return {
    platform,
    /** Number of timers that have not fired. */
    pending: () => timers.length,
    /** Moves the mini program to the background. */
    hide: hidden.emit,
    /** Moves the mini program to the foreground. */
    show: shown.emit,
    /** Connects the phone to a network, or disconnects it. */
    connect: connected.emit,
    /** Moves the clock forward and fires the timers on the way, one after the other. */
    advance: async (milliseconds: number) => {
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
