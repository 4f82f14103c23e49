import type { CancelSignal } from './cancellation';

/** The time and timers. All times are milliseconds. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Calls `callback` once after `milliseconds`. @returns A function that cancels the call. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** The clock of the phone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `milliseconds`, or as soon as the signal is cancelled. */
export function pause(
  milliseconds: number,
  { after }: Pick<Clock, 'after'>,
  signal: CancelSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = after(milliseconds, resolve);
    signal.onCancel(() => {
      stop();
      resolve();
    });
  });
}
