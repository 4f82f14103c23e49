import { clockToSecond, englishMonth } from './format';
import type { DetailTexts } from './page-types';

/** The page of one payment in English. */
export const detailEn: DetailTexts = {
  title: 'Payment details',
  loading: 'Loading the payment',
  notFound: {
    happened: 'Payment not found',
    advice:
      'Check the number: on a WeChat bill, it is the Merchant Order No.; payments made with another WeChat account are not shown here',
  },
  time: (at) => `${englishMonth(at.month)} ${at.day}, ${at.year} ${clockToSecond(at)}`,
  created: 'Ordered',
  stage: {
    success: { title: 'Paid', note: 'The shop has received it' },
    pending: { title: 'Waiting for payment', note: 'Can be paid within two hours of ordering' },
    lapsed: {
      title: 'Expired',
      note: 'More than two hours old, so it cannot be paid any more; contact the shop if you were charged',
    },
    failed: {
      title: 'Payment failed',
      note: 'It did not go through; contact the shop if you were charged',
    },
    unknown: { title: 'Status unknown', note: 'Ask the shop about it' },
  },
  refund: {
    partial: {
      title: 'Partly refunded by the shop',
      note: 'See the shop’s refund notice for the amount; it goes back to the payment method',
    },
    complete: {
      title: 'Fully refunded by the shop',
      note: 'It goes back to the payment method, which decides when it arrives',
    },
    failed: { title: 'Refund failed', note: 'Nothing was given back; contact the shop' },
    unknown: { title: 'Refund unclear', note: 'Ask the shop about it' },
  },
  eachRefund: {
    processing: { title: 'Refund on its way:' },
    success: { title: 'Refunded' },
    closed: { title: 'Refund closed:', note: 'this money was not returned' },
    abnormal: { title: 'Refund stuck:', note: 'it did not arrive; contact the shop' },
  },
  refundTo: (account) => `to ${account}`,
  payElsewhere: (method) =>
    `It cannot be paid here; pay${method ? ` with ${method}` : ''} where you ordered`,
  refunded: (amount) => `${amount} returned to the payment method`,
  factsTitle: 'Details',
  method: 'Method',
  bank: 'Account',
  card: { debit: 'debit card', credit: 'credit card' },
  currency: 'Currency',
  discount: 'Discount',
  cash: 'You paid',
  tradeNo: 'Order no.',
  transactionNo: 'Serial no.',
  wechatNo: 'Transaction ID',
  goods: 'Item',
  merchandise: 'Item no.',
  copy: 'Copy',
  copyOf: (label) => `Copy ${label}`,
  copyRefused: 'Could not copy; press and hold the number instead',
  contact: 'Contact the shop',
  contactRefused: 'Could not open the chat; try again later',
  invoice: 'Request an invoice',
  actionsTitle: 'Services',
  receipt: 'Copy as text',
  receiptRefused: 'Could not copy; take a screenshot instead',
  withWord: (name, word) => `${name} (${word})`,
  line: (label, value) => `${label}: ${value}`,
};
