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

/** The address of a payment's page. @param page - Its path from the root. */
export function paymentUrl(page: string, transactionNo: string): string {
  return `${page}?transaction_no=${encodeURIComponent(transactionNo)}`;
}
