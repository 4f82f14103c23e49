import type { Order } from '../../domain/order';
import { hasLapsed } from '../../domain/payability';
import type { ActionDetail, PaymentAction, PaymentState } from '../../elements';

/** The fields of an order that decide about the actions for it. */
export type ActionFacts = Pick<
  Order,
  'status' | 'refund' | 'createdAt' | 'transactionNo' | 'tradeNo'
>;

const STATES: Readonly<Record<PaymentState, true>> = {
  ...{ pending: true, lapsed: true, success: true },
  ...{ refunded: true, failed: true, unknown: true },
};

/** WeChat's action sheet has at most six items. */
const MOST = 6;

/**
 * Checks the property `actions` of a tag. An invalid entry is reported by `console.warn` and left out.
 *
 * @param tag - Names the tag in the console.
 */
export function validActions(value: unknown, tag: string): readonly PaymentAction[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const valid: PaymentAction[] = [];
  entries.forEach((entry, nth) => {
    const mistake = mistakeOf(entry, valid);
    if (mistake === null) valid.push(entry as PaymentAction);
    else console.warn(`<${tag}> leaves out actions[${nth}]: ${mistake}`);
  });
  return valid;
}

/**
 * The actions that a payment has in its state.
 *
 * @param now - Milliseconds since the Unix epoch.
 */
export function actionsFor(
  actions: readonly PaymentAction[],
  order: ActionFacts,
  now: number,
): readonly PaymentAction[] {
  const state = stateOf(order, now);
  return actions.filter(({ when }) => !when || when.includes(state));
}

/** The event of an action. */
export function actionDetail(
  { key }: PaymentAction,
  { transactionNo, tradeNo }: ActionFacts,
): ActionDetail {
  return { key, transactionNo, tradeNo };
}

function stateOf(order: ActionFacts, now: number): PaymentState {
  if (hasLapsed(order, now)) return 'lapsed';
  return order.status === 'success' && order.refund === 'complete' ? 'refunded' : order.status;
}

function mistakeOf(entry: unknown, before: readonly PaymentAction[]): string | null {
  const { key, text, when } = Object(entry) as Record<keyof PaymentAction, unknown>;
  if (!isWord(key)) return 'key is not a text';
  if (!isWord(text)) return 'text is not a text';
  if (before.some((one) => one.key === key)) return `the key ${key.slice(0, 40)} is there already`;
  if (before.length === MOST) return `there are ${MOST} already`;
  const isList = Array.isArray(when) && when.every((state) => isState(state));
  if (when !== undefined && !isList) return `when; allowed: a list of ${statesInWords}`;
  return null;
}

const statesInWords = Object.keys(STATES).join(', ');
const isWord = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
const isState = (value: unknown) => Object.keys(STATES).some((state) => state === value);
