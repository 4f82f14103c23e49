import type { StatisticsTexts } from './page-types';

/** The statistics in English. */
export const statisticsEn: StatisticsTexts = {
  loading: 'Adding up your payments',
  allTime: 'All time',
  paid: (year, isAtMost) =>
    `Spent ${year === null ? 'in all' : `in ${year}`}${isAtMost ? ', at most' : ''}`,
  soFar: (back) => `So far back to ${back}`,
  read: (payments, total) => (total === null ? `${payments} read` : `${payments} of ${total} read`),
  waiting: 'Many pages to read: waiting for a moment, then going on',
  refunded: (amount, isAtLeast) =>
    isAtLeast ? `at least ${amount} refunded` : `${amount} refunded`,
  unclearRefund: 'The amount of a refund is not known, so it is not subtracted',
  withoutAmount: (payments) =>
    payments === 1
      ? '1 more payment has no known amount and is not counted'
      : `${payments} more payments have no known amount and are not counted`,
  byMonth: 'By month',
  byYear: 'By year',
  byMethod: 'Payment methods',
  largest: 'Largest payments',
  export: {
    columns: {
      time: 'Ordered (Beijing time)',
      description: 'Description',
      amount: 'Amount',
      refund: 'Refund',
      refunded: 'Refunded',
      net: 'Spent',
    },
    fileName: (year) => (year === null ? 'payments' : `payments-${year}`),
    make: 'Export as CSV',
    waiting: 'Can be exported when all payments of this time are read',
    made: (fileName, payments) =>
      `${fileName} is ready: ${payments === 1 ? '1 payment' : `${payments} payments`}`,
    share: 'Send to a chat',
    save: 'Save to the computer',
    notWritten: 'The file could not be written; free some storage and try again',
    refused: 'This WeChat cannot export files; try another device',
  },
  empty: (year) => (year === null ? 'Nothing paid yet' : `Nothing paid in ${year}`),
};
