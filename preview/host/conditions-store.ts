import type { Conditions } from '../conditions';

type Listener = (now: Conditions, before: Conditions) => void;

/** The conditions the device is under, and who wants to know when they change. */
export const createConditionsStore = (initial: Conditions) => {
  const listeners = new Set<Listener>();
  let current = initial;
  return {
    get: () => current,
    change(changes: Partial<Conditions>): void {
      const before = current;
      current = { ...current, ...changes };
      for (const listener of [...listeners]) listener(current, before);
    },
    onChange(listener: Listener): void {
      listeners.add(listener);
    },
  };
};

/** The conditions the device is under. */
export type ConditionsStore = ReturnType<typeof createConditionsStore>;
