import type { Order } from '../../../domain/order';
import { isApiError, type ApiErrorKind } from '../../../services/api-error';
import type { OrdersService } from '../../../services/orders/orders';
import type { ListedOrder } from '../../shared/row-model';

/** A trade or transaction number: one long word with a digit in it, or digits only. */
const NUMBER = /^(?=.*\d)[\w-]{16,64}$|^\d{10,15}$/;
/** The label that a clipboard holds before a number. */
const LABEL = /^[^\w]*[:：]/;
/** Characters without width that a clipboard holds around a number. */
const WIDTHLESS = /[\u200b-\u200f\u2060\ufeff]/g;

/** Errors of the server for a number that is not a payment of this user. */
const NOT_FOUND_KINDS: readonly ApiErrorKind[] = ['not-found', 'forbidden', 'invalid-request'];

/** Removes blanks and characters without width that pasting adds to a text. */
export function cleaned(text: string): string {
  return text.replace(WIDTHLESS, '').trim();
}

/** The trade or transaction number in a text, with or without a label; null where the text is no number. */
export function numberIn(text: string): string | null {
  const number = cleaned(cleaned(text).replace(LABEL, ''));
  return NUMBER.test(number) ? number : null;
}

/**
 * Reads a payment by either of its numbers, the transaction number first.
 *
 * @returns Null where no payment of this user has the number.
 * @throws ApiError where the server cannot answer.
 */
export async function findByNumber(
  orders: Pick<OrdersService, 'get'>,
  number: string,
): Promise<Order | null> {
  for (const wanted of [{ transactionNo: number }, { tradeNo: number }]) {
    try {
      return await orders.get(wanted);
    } catch (error) {
      if (!isApiError(error) || !NOT_FOUND_KINDS.includes(error.kind)) throw error;
    }
  }
  return null;
}

/** Makes a test for descriptions that contain every word of a text, in any case and width of letters. */
export function describes(text: string): (order: ListedOrder) => boolean {
  const words = normalized(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ description }) => {
    const described = normalized(description);
    return words.every((word) => described.includes(word));
  };
}

function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
