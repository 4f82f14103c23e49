import type * as detail from './detail-en';
import { clock, englishMonth, nearness } from './format';
import type * as statistics from './statistics-en';
import type { Texts } from './types';

const payments = (count: number): string => (count === 1 ? '1 payment' : `${count} payments`);
const filters = (count: number): string => (count === 1 ? '1 filter' : `${count} filters`);

const rowTime: Texts['rowTime'] = (at, now) =>
  `${nearness(at, now) === 'today' ? 'Today' : `${englishMonth(at.month)} ${at.day}`} ${clock(at)}`;

/** English. */
export const en: Texts = {
  language: 'en',
  title: 'Payments',
  statisticsTitle: 'Statistics',
  status: { pending: 'Unpaid', success: 'Paid', failed: 'Failed', unknown: 'Unknown' },
  refund: {
    partial: 'Part refunded',
    complete: 'Refunded',
    failed: 'Refund failed',
    unknown: 'Refund unclear',
  },
  refunded: (amount) => `${amount} refunded`,
  gateway: {
    weixin: 'WeChat Pay',
    alipay: 'Alipay',
    qpay: 'QQ Wallet',
    baidu: 'Baidu Pay',
    bytedance: 'Douyin Pay',
    unknown: 'Other payment method',
  },
  mark: { weixin: 'W', alipay: 'A', qpay: 'Q', baidu: 'B', bytedance: 'D', unknown: 'P' },
  lapsed: 'Expired',
  continuePayment: 'Pay now',
  more: 'More actions',
  continuing: 'Confirming',
  notContinued: {
    busy: 'Confirming this payment, please wait',
    late: 'More than two hours old: it cannot be paid any more',
    elsewhere: 'It cannot be paid here; pay where you ordered',
    notReceived: 'No payment has arrived yet; look again later',
  },
  cannotOpen: 'This payment has no number, so it cannot be opened',
  noDescription: 'No description',
  unknownAmount: 'Unknown',
  unknownTime: 'Time unknown',
  unknownMonth: 'Date unknown',
  rowTime,
  time(at, now) {
    if (nearness(at, now) !== 'other-year') return rowTime(at, now);
    return `${englishMonth(at.month)} ${at.day}, ${at.year} ${clock(at)}`;
  },
  month: (year, month) => `${englishMonth(month)} ${year}`,
  count: payments,
  loadedCount: (count) => `${count} loaded`,
  net: (amount, isAtMost) => (isAtMost ? `at most ${amount}` : amount),
  comma: ', ',
  semicolon: '; ',
  loading: 'Loading your payments',
  loadingMore: 'Loading more',
  noMore: 'No more payments',
  emptyTitle: 'No payments yet',
  emptyAdvice: 'Your payments appear here after you pay',
  backToTop: 'Back to top',
  refresh: 'Refresh',
  refreshing: 'Refreshing',
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
      advice: 'Try again; if that does not help, reopen the mini program',
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
    misconfigured: {
      happened: 'This mini program is not set up yet',
      advice: 'Contact the shop',
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
  get detail() {
    return (require('./detail-en') as typeof detail).detailEn;
  },
  get statistics() {
    return (require('./statistics-en') as typeof statistics).statisticsEn;
  },
  find: {
    tabs: { all: 'All', paid: 'Paid', pending: 'Unpaid', refunded: 'Refunds' },
    filter: {
      button: (active) => (active === 0 ? 'Filter' : `Filter ${active}`),
      label: (active) =>
        active === 0 ? 'Filter payments' : `Filter ${active}, ${filters(active)} active`,
      title: 'Filter',
      close: 'Close the filter',
      reset: 'Reset',
      apply: 'Apply',
      refund: 'Refund',
      gateway: 'Payment method',
      noRestriction: 'Any',
      noRefund: 'Not refunded',
      amount: {
        title: 'Amount in CNY',
        from: 'From',
        to: 'To',
        invalid: 'Use digits, with two decimals at most',
        reversed: 'The first amount is above the second',
      },
      amountRange(from, to) {
        if (from && to) return `${from} to ${to}`;
        return from ? `From ${from}` : `Up to ${to}`;
      },
      expired: 'Expired and not paid',
      show: 'Show',
      hide: 'Hide',
      expiredHidden: 'Expired ones hidden',
      merchandise: 'This item',
      clear: 'Clear',
      remove: (filter) => `Remove filter: ${filter}`,
      empty: {
        paid: 'Nothing paid yet',
        pending: 'Nothing to pay',
        refunded: 'No refunds',
        expired: 'Only expired payments, which are hidden',
        filtered: 'No payment matches',
      },
      emptyAdvice: 'Try other filters, or see all payments',
      showAll: 'See all',
    },
    search: {
      placeholder: 'Number or item',
      shortPlaceholder: 'Search',
      clear: 'Clear the search',
      soFar: (found, looked, back) => `${found} found in the ${looked} loaded, back to ${back}`,
      everywhere: (found, looked) => `${found} found in all ${looked}`,
      ofThese: (sums) => `Spent ${sums}`,
      further: 'Search further back',
      going: 'Searching further back',
      nothingYet: 'Nothing found among the loaded payments',
      nothing: 'Nothing found',
      lookingUp: 'Looking for this number',
      unknownNumber: 'No payment has this number',
      unknownNumberAdvice: 'Check the number, or whether you paid with this account',
      gatewayNumberAdvice:
        'It looks like the Transaction ID of your bill; use the Merchant Order No. on the same bill',
    },
  },
  months: {
    title: 'Go to month',
    open: 'go to another month',
    close: 'Close the months',
    yearName: String,
    monthName: englishMonth,
    pick: 'Choose an earlier month',
    stop: 'Stop',
    goingTo: (month) => `Going back to ${month}`,
    readTo: (month) => `Reached ${month}`,
    nearest: (month, shown, isNarrowed) =>
      `${isNarrowed ? 'No match' : 'Nothing'} in ${month}; this is ${shown}`,
    oldest: (month, shown, isNarrowed) =>
      `${isNarrowed ? 'No match' : 'Nothing'} back to ${month}; the oldest is ${shown}`,
  },
};
