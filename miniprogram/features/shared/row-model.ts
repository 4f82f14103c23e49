import type { RowView, RowWords } from '../../components/payment-row/payment-row';
import { formatFen } from '../../domain/money';
import { partialRefundFen, type Order } from '../../domain/order';
import { hasLapsed, isPayable } from '../../domain/payability';
import { visibleText } from '../../domain/plain-text';
import { beijingTime } from '../../domain/time';
import type { Texts } from '../../texts/texts';

/** The fields of an order that the list needs: for its row, for its month and for opening it. */
export type ListedOrder = Pick<
  Order,
  | 'key'
  | 'transactionNo'
  | 'tradeNo'
  | 'status'
  | 'statusRaw'
  | 'refund'
  | 'refundRaw'
  | 'refundFen'
  | 'gateway'
  | 'gatewayRaw'
  | 'amountFen'
  | 'currency'
  | 'createdAt'
  | 'description'
>;

/** Characters of a description that go to the view layer: more than a row can show on any screen. */
const DESCRIPTION_LENGTH = 60;

/** The words that all rows share. */
export function rowWords(texts: Texts): RowWords {
  const { status, refund, gateway, mark, more, comma } = texts;
  const pay = { open: texts.continuePayment, busy: texts.continuing };
  return { status, refund, gateway, mark, pay, more, comma };
}

/** The button of a payment that can still be made, where the host lets it be made. */
export type PayButton = 'open' | 'busy' | 'none';

/**
 * Projects an order to the view data of its row.
 *
 * @param now - Milliseconds since the Unix epoch; decides what is today and what can still be paid.
 * @param pay - Its button, should it still be payable.
 * @default pay 'open'
 */
export function toRowView(
  order: ListedOrder,
  texts: Texts,
  now: number,
  pay: PayButton = 'open',
): RowView {
  const { key, gateway, status, refund } = order;
  const gatewayText = wireWord(gateway, order.gatewayRaw);
  const statusText = wireWord(status, order.statusRaw);
  const refundText = refundWord(order, texts);
  return {
    key,
    gateway,
    title: shortened(visibleText(order.description)) || texts.noDescription,
    time:
      order.createdAt === null
        ? texts.unknownTime
        : texts.rowTime(beijingTime(order.createdAt), beijingTime(now / 1000)),
    amount:
      order.amountFen === null ? texts.unknownAmount : formatFen(order.amountFen, order.currency),
    ...(status !== 'success' && { status }),
    ...(refund !== 'none' && { refund }),
    ...(pay !== 'none' && isPayable(order, now) && { pay }),
    ...(hasLapsed(order, now) && { statusText: texts.lapsed }),
    ...(gatewayText && { gatewayText }),
    ...(statusText && { statusText }),
    ...(refundText && { refundText }),
  };
}

/** The amount of a partial refund, or the server's word for an unknown one; empty where there is neither. */
function refundWord(order: ListedOrder, texts: Texts): string {
  const refunded = partialRefundFen(order);
  if (refunded === null) return wireWord(order.refund, order.refundRaw);
  return texts.refunded(formatFen(refunded, order.currency));
}

/** The server's word for a state that this version does not know; empty where there is none. */
function wireWord(state: string, raw: string | null): string {
  return state === 'unknown' && raw !== null ? raw.trim() : '';
}

function shortened(text: string): string {
  // Most texts are short, and need no split into characters.
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const characters = Array.from(text);
  if (characters.length <= DESCRIPTION_LENGTH) return text;
  return `${characters.slice(0, DESCRIPTION_LENGTH - 1).join('')}…`;
}
