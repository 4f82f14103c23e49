import type { ConditionsStore } from './conditions-store';

/**
 * The logic layer's `Date`: the browser's while the clock runs, or one whose present stands where the
 * conditions put it.
 */
export const logicDate = (conditions: ConditionsStore): DateConstructor => {
  const present = () => conditions.get().now ?? Date.now();
  class LogicDate extends Date {
    constructor(...values: unknown[]) {
      super(...((values.length === 0 ? [present()] : values) as []));
    }

    static override now(): number {
      return present();
    }
  }
  return LogicDate as unknown as DateConstructor;
};
