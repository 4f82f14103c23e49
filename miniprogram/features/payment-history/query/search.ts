import type { LookupView } from '../../../components/find-bar/find-bar';
import type { Order } from '../../../domain/order';
import { isGatewayNumber, numbersIn } from '../../../domain/order-number';
import { plainText } from '../../../domain/plain-text';
import { isNotFound } from '../../../services/api-error';
import type { OrdersService } from '../../../services/orders/orders';
import type { Texts } from '../../../texts/texts';
import { errorText } from '../../shared/error-text';
import { eitherNumber, readPayment } from '../../shared/find-payment';
import type { ListedOrder } from '../../shared/row-model';

/** What a person searches for. */
export interface Search {
  /** As it was typed, without outer blanks; empty where nothing visible was typed. */
  readonly text: string;
  /** The order numbers that the text may stand for, the likeliest first. */
  readonly numbers: readonly string[];
  /** Everything that may be a number of a known payment. */
  readonly names: readonly string[];
}

/** Reads what was typed or pasted. */
export function readSearch(typed: string): Search {
  const plain = plainText(typed);
  const text = plain === '' ? '' : typed.trim();
  const numbers = numbersIn(text);
  return { text, numbers, names: [text, plain, ...numbers] };
}

/** Reads the first payment that has one of some numbers. @throws ApiError where there is none, or no answer. */
export function searchServer(
  orders: Pick<OrdersService, 'get'>,
  numbers: readonly string[],
): Promise<Order> {
  return readPayment(orders, eitherNumber(numbers));
}

/** The notice of a search by number that has not found a payment. */
export function failureNotice(
  error: unknown,
  numbers: readonly string[],
  texts: Texts,
): LookupView {
  const { unknownNumber, unknownNumberAdvice, gatewayNumberAdvice } = texts.find.search;
  if (!isNotFound(error)) {
    const { happened, advice } = errorText(error, texts);
    return { title: happened, advice, action: texts.retry };
  }
  const advice = numbers.some(isGatewayNumber) ? gatewayNumberAdvice : unknownNumberAdvice;
  return { title: unknownNumber, advice, action: '', isUnknown: true };
}

/**
 * Makes a test for descriptions that contain every word of a text. Both are compared in one form: blanks in
 * a description, case and width of letters, and invisible marks make no difference.
 */
export function describes(text: string): (order: Pick<ListedOrder, 'description'>) => boolean {
  const words = normalized(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ description }) => {
    const described = normalized(description).replace(/\s+/g, '');
    return words.every((word) => described.includes(word));
  };
}

function normalized(text: string): string {
  return plainText(text).toLowerCase();
}
