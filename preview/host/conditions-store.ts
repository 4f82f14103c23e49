import type { Conditions } from '../conditions';
import { createListeners } from './listeners';

/** Holds the phone's conditions and reports their changes. */
export const createConditionsStore = (initial: Conditions) => {
  const changes = createListeners<[now: Conditions, before: Conditions]>();
  let current = initial;
  return {
    get: () => current,
    change(changed: Partial<Conditions>): void {
      const before = current;
      current = { ...current, ...changed };
      changes.emit(current, before);
    },
    onChange: changes.on,
  };
};

/** Holds the phone's conditions. */
export type ConditionsStore = ReturnType<typeof createConditionsStore>;
