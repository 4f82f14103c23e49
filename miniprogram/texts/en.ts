import { clock, nearness } from './clock';
import { detailEn } from './detail-en';
import { monthName } from './month-en';
import { findEn } from './find-en';
import { monthsEn } from './months-en';
import type { Texts } from './texts';

const payments = (count: number): string => (count === 1 ? '1 payment' : `${count} payments`);

/** English. */
export const en: Texts = {
  language: 'en',
  title: 'Payments',
  status: { pending: 'Unpaid', success: 'Paid', failed: 'Failed', unknown: 'Unknown' },
  refund: {
    partial: 'Part refunded',
    complete: 'Refunded',
    failed: 'Refund failed',
    unknown: 'Refund unclear',
  },
  gateway: {
    weixin: 'WeChat Pay',
    alipay: 'Alipay',
    qpay: 'QQ Wallet',
    baidu: 'Baidu Pay',
    bytedance: 'Douyin Pay',
    unknown: 'Other payment method',
  },
  mark: { weixin: 'W', alipay: 'A', qpay: 'Q', baidu: 'B', bytedance: 'D', unknown: 'P' },
  lapsed: 'Not paid',
  continuePayment: 'Pay now',
  continuing: 'Confirming',
  noDescription: 'No description',
  unknownAmount: 'Unknown',
  unknownTime: 'Time unknown',
  unknownMonth: 'Date unknown',
  time(at, now) {
    switch (nearness(at, now)) {
      case 'today':
        return `Today ${clock(at)}`;
      case 'this-year':
        return `${monthName(at.month)} ${at.day} ${clock(at)}`;
      case 'other-year':
        return `${monthName(at.month)} ${at.day}, ${at.year} ${clock(at)}`;
    }
  },
  month: (year, month) => `${monthName(month)} ${year}`,
  count: payments,
  loadedCount: (count) => `${count} loaded`,
  net: (amount, isAtMost) => (isAtMost ? `at most ${amount}` : amount),
  comma: ', ',
  loading: 'Loading your payments',
  loadingMore: 'Loading more',
  noMore: 'No more payments',
  emptyTitle: 'No payments yet',
  emptyAdvice: 'Once you have paid for something, you find it here',
  backToTop: 'Back to top',
  retry: 'Try again',
  offline: {
    nothing: 'Offline. Loads once you are connected',
    asOf: (time) => `Offline · Last update: ${time}`,
  },
  errors: {
    network: { happened: 'No connection', advice: 'Check your network and try again' },
    timeout: {
      happened: 'No answer in time',
      advice: 'The network may be slow; try again in a moment',
    },
    cancelled: { happened: 'Loading was interrupted', advice: 'Try again' },
    unauthorized: {
      happened: 'Your sign-in has expired',
      advice: 'Try again; if that does not help, open the mini program anew',
    },
    'payment-required': {
      happened: 'The service is paused',
      advice: 'Contact the shop, or come back later',
    },
    forbidden: { happened: 'You may not see these payments', advice: 'Contact the shop' },
    'not-found': {
      happened: 'The payment service was not found',
      advice: 'Try again later, or contact the shop',
    },
    'invalid-request': {
      happened: 'The request was refused',
      advice: 'Try again later, or contact the shop',
    },
    'rate-limited': { happened: 'Too many requests', advice: 'Wait a moment, then try again' },
    server: {
      happened: 'The service has a problem',
      advice: 'It is not your fault; try again in a moment',
    },
    malformed: {
      happened: 'The answer could not be read',
      advice: 'Try again later, or contact the shop',
    },
    unexpected: { happened: 'Something went wrong', advice: 'Try again, or contact the shop' },
  },
  refreshed(added, changed) {
    const parts = [added && `${added} new`, changed && `${changed} changed`];
    return parts.filter(Boolean).join(', ') || 'Nothing new';
  },
  refreshFailed: (happened) => `Not refreshed: ${happened}`,
  loadMoreFailed: (happened) => `Not loaded: ${happened}`,
  detail: detailEn,
  find: findEn,
  months: monthsEn,
};
