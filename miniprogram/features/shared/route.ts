import type { OpenPaymentDetail } from '../../elements';
import { explainTagMistake } from '../../services/explain-tag-mistake';
import type { PaymentNumbers } from './find-payment';

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
 * @param page - Its path from the root; parameters of its own stay.
 * @param payment - The transaction number, or the detail of `open-payment`.
 */
export function paymentUrl(page: string, payment: string | OpenPaymentDetail): string {
  const number = typeof payment === 'string' ? { transactionNo: payment } : payment;
  const [name, value] =
    'transactionNo' in number
      ? ['transaction_no', number.transactionNo]
      : ['trade_no', number.tradeNo];
  return `${page}${page.includes('?') ? '&' : '?'}${name}=${encoded(value)}`;
}

/**
 * Reads what identifies a payment from the route parameters of its page: `transaction_no`, `trade_no`, or
 * the `scene` of a mini program code, which holds either number.
 */
export function paymentNumbersFromRoute(
  query: Readonly<Record<string, string | undefined>>,
): PaymentNumbers {
  return {
    transactionNo: routeValue(query['transaction_no']),
    tradeNo: routeValue(query['trade_no']),
    number: routeValue(query['scene']),
  };
}

/** encodeURIComponent throws for a lone surrogate, so each of them stays as it is. */
function encoded(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\ud800-\udfff]+/g, encodeURIComponent);
}

/**
 * Opens a page. Where WeChat opens no further page, because ten are open, it takes the place of the present
 * one. Where that fails too, the console names the page to the developer.
 *
 * @returns Whether the page was opened.
 */
export function openPage(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const success = () => resolve(true);
    const fail = () => {
      explainUnopened(url);
      resolve(false);
    };
    const replace = () => wx.redirectTo({ url, success, fail });
    try {
      wx.navigateTo({ url, success, fail: replace });
    } catch {
      fail();
    }
  });
}

/** Opens a page in the place of the present one. The console names one that does not open. */
export function replacePage(url: string): void {
  wx.redirectTo({ url, fail: () => explainUnopened(url) });
}

/** Without the query, which may hold a number. */
function explainUnopened(url: string): void {
  explainTagMistake('page', url.split('?')[0]);
}

/**
 * Opens a payment's page as {@link openPage} does.
 *
 * @param page - Its path from the root.
 * @param payment - The transaction number, or the detail of `open-payment`.
 * @returns Whether the page was opened.
 */
export function openPaymentPage(
  page: string,
  payment: string | OpenPaymentDetail,
): Promise<boolean> {
  return openPage(paymentUrl(page, payment));
}
