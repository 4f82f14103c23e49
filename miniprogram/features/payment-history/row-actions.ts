import type { ActionDetail, PaymentAction } from '../../elements';
import { actionDetail, actionsFor, validActions, type ActionFacts } from '../shared/host-actions';

/** The host app's actions for the payments of a list. */
export interface RowActions {
  /**
   * Whether a payment has some.
   *
   * @param now - Milliseconds since the Unix epoch.
   * @param key - Whether it has this one.
   */
  has(order: ActionFacts, now: number, key?: string): boolean;
  /**
   * Asks the person for one of the actions of a payment.
   *
   * @param now - Milliseconds since the Unix epoch.
   * @returns The event; null where the person chooses none.
   */
  choose(order: ActionFacts, now: number): Promise<ActionDetail | null>;
}

const known = new WeakMap<object, RowActions>();

/** Reads the property `actions`; a mistake in it is reported once. */
export function rowActionsOf(property: readonly unknown[]): RowActions {
  const actions =
    known.get(property) ?? createRowActions(validActions(property, 'payment-history'));
  known.set(property, actions);
  return actions;
}

function createRowActions(actions: readonly PaymentAction[]): RowActions {
  return {
    has: (order, now, key) =>
      actionsFor(actions, order, now).some((one) => key === undefined || one.key === key),
    async choose(order, now) {
      const offered = actionsFor(actions, order, now);
      const itemList = offered.map(({ text }) => text);
      try {
        const { tapIndex } = await wx.showActionSheet({ itemList });
        const chosen = offered[tapIndex];
        return chosen ? actionDetail(chosen, order) : null;
      } catch {
        return null;
      }
    },
  };
}
