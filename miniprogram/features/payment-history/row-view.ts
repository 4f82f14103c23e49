import type { RowView, RowWords } from '../../components/payment-row/row-view';
import { formatFen } from '../../domain/money';
import type { Order } from '../../domain/order';
import { beijing } from '../../domain/time';
import type { Texts } from '../../texts/texts';

/** What the list needs of an order: what its row shows, and its month. */
export type ListedOrder = Pick<
  Order,
  | 'key'
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
export function rowWords({ status, refund, gateway, mark, comma }: Texts): RowWords {
  return { status, refund, gateway, mark, comma };
}

/**
 * Puts an order into a row.
 *
 * @param now - Epoch seconds; decides what counts as today.
 */
export function toRowView(order: ListedOrder, texts: Texts, now: number): RowView {
  const { key, gateway, status, refund } = order;
  return {
    key,
    how: gateway,
    what: shortened(order.description.trim()) || texts.noDescription,
    when:
      order.createdAt === null
        ? texts.unknownTime
        : texts.time(beijing(order.createdAt), beijing(now)),
    amount:
      order.amountFen === null ? texts.unknownAmount : formatFen(order.amountFen, order.currency),
    ...(status !== 'success' && { status }),
    ...(refund !== 'none' && { refund }),
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
