import type { Order, Refund, RefundState } from './order';

const STATES: Readonly<Record<RefundState, true>> = {
  processing: true,
  success: true,
  closed: true,
  abnormal: true,
};

/** What is wrong with a list of refunds; null where nothing is. */
export function refundsMistake(refunds: unknown, { amountFen }: Order): string | null {
  if (!Array.isArray(refunds)) return 'it is not a list';
  const list: readonly unknown[] = refunds;
  const wrong = list.findIndex((refund) => !isRefund(refund));
  if (wrong >= 0)
    return `[${wrong}] is not { amountFen, at, state, to }: fen above 0, epoch seconds or null`;
  const isTooMuch = amountFen !== null && successFen(list.filter(isRefund)) > amountFen;
  return isTooMuch ? 'the refunds are more than the payment' : null;
}

/**
 * Gives an order the refunds that the host app knows. Their sum decides what was refunded, unless the API says
 * that it is everything.
 *
 * @param refunds - All refunds of the order.
 */
export function withRefunds(order: Order, refunds: readonly Refund[]): Order {
  const refundFen = successFen(refunds);
  if (refundFen === 0 || order.refund === 'complete') return { ...order, refunds };
  const refund = refundFen === order.amountFen ? 'complete' : 'partial';
  return { ...order, refund, refundFen, refunds };
}

function successFen(refunds: readonly Refund[]): number {
  return refunds.reduce(
    (sum, { state, amountFen }) => sum + (state === 'success' ? amountFen : 0),
    0,
  );
}

function isRefund(value: unknown): value is Refund {
  const { amountFen, at, state, to } = Object(value) as Record<keyof Refund, unknown>;
  return (
    typeof amountFen === 'number' &&
    Number.isSafeInteger(amountFen) &&
    amountFen > 0 &&
    (at === null || isTime(at)) &&
    Object.keys(STATES).some((one) => one === state) &&
    typeof to === 'string'
  );
}

/** Milliseconds of this century are not epoch seconds before the year 5000, and 0 is no time. */
const isTime = (at: unknown) => typeof at === 'number' && at > 0 && at < 1e11;
