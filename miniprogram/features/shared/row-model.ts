import type { RowView, RowWords } from '../../components/payment-row/payment-row';
import { formatFen } from '../../domain/money';
import type { Order } from '../../domain/order';
import { hasLapsed, isPayable } from '../../domain/payability';
import { beijingTime } from '../../domain/time';
import type { Texts } from '../../texts/texts';

/** What the list needs of an order: what its row shows, its month, and how it is opened. */
export type ListedOrder = Pick<
  Order,
  | 'key'
  | 'transactionNo'
  | 'status'
  | 'statusRaw'
  | 'refund'
  | 'refundRaw'
  | 'gateway'
  | 'gatewayRaw'
  | 'amountFen'
  | 'currency'
  | 'createdAt'
  | 'description'
>;

/** Characters of a description that cross to the view layer: more than a row has room for, on any screen. */
const DESCRIPTION_LENGTH = 60;

/** What all rows of one language have in common. */
export function rowWords(texts: Texts): RowWords {
  const { status, refund, gateway, mark, comma } = texts;
  const pay = { open: texts.continuePayment, busy: texts.continuing };
  return { status, refund, gateway, mark, pay, comma };
}

/**
 * Puts an order into a row.
 *
 * @param now - Milliseconds since the Unix epoch; decides what counts as today, and what can still be paid.
 * @param isPaying - The payment is being made.
 */
export function toRowView(
  order: ListedOrder,
  texts: Texts,
  now: number,
  isPaying = false,
): RowView {
  const { key, gateway, status, refund } = order;
  return {
    key,
    gateway: gateway,
    title: shortened(order.description.trim()) || texts.noDescription,
    time:
      order.createdAt === null
        ? texts.unknownTime
        : texts.time(beijingTime(order.createdAt), beijingTime(now / 1000)),
    amount:
      order.amountFen === null ? texts.unknownAmount : formatFen(order.amountFen, order.currency),
    ...(status !== 'success' && { status }),
    ...(refund !== 'none' && { refund }),
    ...(isPayable(order, now) && { pay: isPaying ? 'busy' : 'open' }),
    ...(hasLapsed(order, now) && { statusText: texts.lapsed }),
    ...wireWord('gatewayText', gateway, order.gatewayRaw),
    ...wireWord('statusText', status, order.statusRaw),
    ...wireWord('refundText', refund, order.refundRaw),
  };
}

/** The wire's own word for a state that we have no word for. */
function wireWord<Name extends string>(
  name: Name,
  state: string,
  raw: string | null,
): { readonly [name in Name]?: string } {
  const word = state === 'unknown' && raw?.trim();
  return word ? ({ [name]: word } as { readonly [name in Name]?: string }) : {};
}

function shortened(text: string): string {
  // Most are short enough to see it without splitting them into characters.
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const characters = Array.from(text);
  if (characters.length <= DESCRIPTION_LENGTH) return text;
  return `${characters.slice(0, DESCRIPTION_LENGTH - 1).join('')}…`;
}
