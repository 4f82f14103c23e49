import type { OpenPaymentDetail } from '../../elements';

/**
 * Decodes a route parameter. WeChat passes parameters as they stand in the address: percent-encoded, or
 * the word `undefined` where the page that navigated had no value.
 *
 * @returns An empty text where there is no value.
 */
export function routeValue(parameter: string | undefined): string {
  const text = (parameter ?? '').trim();
  if (text === 'undefined') return '';
  try {
    return decodeURIComponent(text).trim();
  } catch {
    // A lone % is not percent-encoding.
    return text;
  }
}

/**
 * The address of a payment's page.
 *
 * @param page - Its path from the root.
 * @param payment - The transaction number, or the detail of `open-payment`.
 */
export function paymentUrl(page: string, payment: string | OpenPaymentDetail): string {
  const number = typeof payment === 'string' ? { transactionNo: payment } : payment;
  const [name, value] =
    'transactionNo' in number
      ? ['transaction_no', number.transactionNo]
      : ['trade_no', number.tradeNo];
  return `${page}?${name}=${encodeURIComponent(value)}`;
}
