import type { Order } from '../../../domain/order';
import { isApiError, type ApiErrorKind } from '../../../services/api-error';
import type { OrdersService } from '../../../services/orders/orders';
import type { ListedOrder } from '../../shared/row-model';

/** Trade and transaction numbers: one long word with digits in it, or digits only. */
const NUMBER = /^(?=.*\d)[\w-]{16,64}$|^\d{10,15}$/;
/** What clipboards bring along around a number: its label, blanks and marks without width. */
const LABEL = /^[^\w]*[:：]/;
const WIDTHLESS = /[\u200b-\u200f\u2060\ufeff]/g;

/** What a payment's server says of a number that is not one of this user's payments. */
const NOT_THEIRS: readonly ApiErrorKind[] = ['not-found', 'forbidden', 'invalid-request'];

/** The text without what comes along when it is pasted. */
export function cleaned(text: string): string {
  return text.replace(WIDTHLESS, '').trim();
}

/** The trade or transaction number that a text is, with or without its label; null where it is none. */
export function numberIn(text: string): string | null {
  const number = cleaned(cleaned(text).replace(LABEL, ''));
  return NUMBER.test(number) ? number : null;
}

/**
 * Finds a payment by either of its numbers, transaction number first.
 *
 * @returns Null where no payment of this user has it. @throws ApiError for everything else.
 */
export async function findByNumber(orders: OrdersService, number: string): Promise<Order | null> {
  for (const wanted of [{ transactionNo: number }, { tradeNo: number }]) {
    try {
      return await orders.get(wanted);
    } catch (error) {
      if (!isApiError(error) || !NOT_THEIRS.includes(error.kind)) throw error;
    }
  }
  return null;
}

/** Whether a payment's description has every word of a text, whatever the case and the width of letters. */
export function describes(text: string): (order: ListedOrder) => boolean {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ description }) => {
    const described = plain(description);
    return words.every((word) => described.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
