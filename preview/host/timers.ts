import type { ConditionsStore } from './conditions-store';

type Timer = (callback: unknown, delay?: number, ...values: unknown[]) => number;

/** The logic layer's timers: the browser's, as many times as fast as the conditions say. */
export const logicTimers = (conditions: ConditionsStore) => {
  /** A browser's timer would take text for code, and call functions with itself as `this`. */
  const safe =
    (name: 'setTimeout' | 'setInterval'): Timer =>
    (given, delay = 0, ...values) => {
      if (typeof given !== 'function') throw new TypeError(`${name} needs a function`);
      const callback = given as (...values: unknown[]) => void;
      return window[name](() => callback(...values), delay / conditions.get().pace);
    };
  return {
    setTimeout: safe('setTimeout'),
    setInterval: safe('setInterval'),
    clearTimeout: (timer: number) => window.clearTimeout(timer),
    clearInterval: (timer: number) => window.clearInterval(timer),
  };
};
