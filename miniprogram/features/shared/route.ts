/**
 * Reads a number from a page's route parameters, which WeChat hands over as they stand in the address:
 * encoded, or the word `undefined` where there is none.
 */
export function routeNumber(value: string | undefined): string {
  const text = (value || '').trim();
  if (text === 'undefined') return '';
  try {
    return decodeURIComponent(text).trim();
  } catch {
    // A lone % is no encoding.
    return text;
  }
}

/** The address of a payment's own page, from the root. */
export function paymentUrl(page: string, transactionNo: string): string {
  return `${page}?transaction_no=${encodeURIComponent(transactionNo)}`;
}
