import type { ConditionsStore } from './conditions-store';

/**
 * The logic layer's `Date`: the present time, or the fixed time of the conditions.
 *
 * @param Date - the built-in that it extends
 */
export const logicDate = (conditions: ConditionsStore, Date: DateConstructor): DateConstructor => {
  const present = () => conditions.get().now ?? Date.now();
  class LogicDate extends Date {
    constructor(...values: unknown[]) {
      super(...((values.length === 0 ? [present()] : values) as []));
    }

    /** WeChat has one `Date`; here the host's dates are those of another. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      if (this !== LogicDate) return Function.prototype[Symbol.hasInstance].call(this, value);
      return Object.prototype.toString.call(value) === '[object Date]';
    }

    static override now(): number {
      return present();
    }
  }
  return LogicDate as unknown as DateConstructor;
};

type Timer = (callback: unknown, delay?: number, ...values: unknown[]) => number;

/** The logic layer's timers: the browser's, accelerated by the pace of the conditions. */
export const logicTimers = (conditions: ConditionsStore) => {
  /** The browser's timer accepts text as code and passes `window` as `this`; WeChat's does neither. */
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
