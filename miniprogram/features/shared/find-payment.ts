import { numbersIn } from '../../domain/order-number';
import type { CancelSignal } from '../../core/cancellation';
import type { Order } from '../../domain/order';
import { isNotFound } from '../../services/api-error';
import type { OrderNumber, OrdersService } from '../../services/orders/orders';

/** What identifies a payment; the first text that is not empty counts. */
export interface PaymentNumbers {
  readonly transactionNo: string;
  readonly tradeNo: string;
  /** Either of the two, in any form that {@link numbersIn} reads. */
  readonly number: string;
}

/** The order numbers that a payment may have, the likeliest first; empty where every text is empty. */
export function orderNumbersOf({
  transactionNo,
  tradeNo,
  number,
}: PaymentNumbers): readonly OrderNumber[] {
  if (transactionNo) return variants(transactionNo).map((one) => ({ transactionNo: one }));
  if (tradeNo) return variants(tradeNo).map((one) => ({ tradeNo: one }));
  if (!number) return [];
  const numbers = numbersIn(number);
  return eitherNumber(numbers.length > 0 ? numbers : [number]);
}

/** Each number as a transaction number, then as a trade number. */
export function eitherNumber(numbers: readonly string[]): readonly OrderNumber[] {
  const pairs = numbers.map((one) => [{ transactionNo: one }, { tradeNo: one }]);
  return ([] as OrderNumber[]).concat(...pairs);
}

/**
 * Reads the first payment that is found, with one request after the other.
 *
 * @param numbers - At least one.
 * @throws ApiError where the server cannot answer, or of the first number where no payment is found.
 */
export async function readPayment(
  orders: Pick<OrdersService, 'get'>,
  [first, ...others]: readonly OrderNumber[],
  signal?: CancelSignal,
): Promise<Order> {
  if (!first) throw new Error('There is no number to read a payment by.');
  try {
    return await orders.get(first, signal);
  } catch (error) {
    if (!isNotFound(error) || others.length === 0) throw error;
    return readPayment(orders, others, signal).catch((later: unknown) => {
      throw isNotFound(later) ? error : later;
    });
  }
}

/** A number is anything that the server gives, so it is tried as it stands first. */
function variants(number: string): readonly string[] {
  return Array.from(new Set([number, ...numbersIn(number)]));
}
