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

/**
 * Opens a payment's page. Where WeChat opens no further page, because ten are open, it takes the place of
 * the present one.
 *
 * @param page - Its path from the root.
 * @returns Whether the page was opened.
 */
export function openPaymentPage(page: string, transactionNo: string): Promise<boolean> {
  const url = paymentUrl(page, transactionNo);
  return new Promise((resolve) => {
    const success = () => resolve(true);
    const replace = () => wx.redirectTo({ url, success, fail: () => resolve(false) });
    wx.navigateTo({ url, success, fail: replace });
  });
}
