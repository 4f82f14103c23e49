import { mutantsOf, type Mutant } from '../mutant';

const DETAIL: readonly Mutant[] = [
  ...mutantsOf(
    'miniprogram/features/payment-detail/detail-load.ts',
    ['features/payment-detail/detail-load'],
    {
      'the payment of the former user stays': [
        'state = beforeAnswer(null);\n    void refresh();',
        'void refresh();',
      ],
      'a kept payment is drawn while the session is asked': [
        'currentUser.isKnown ? cached() : null',
        'cached()',
      ],
      'a late answer is shown': [
        'run.signal);\n      if (run.signal.cancelled) return;',
        'run.signal);',
      ],
      'a payment that is gone stays': [
        "return { phase: 'not-found', order: null, error };",
        "return { phase: 'not-found', order, error };",
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-detail/facts.ts',
    ['features/payment-detail/detail-view'],
    {
      'a discount mixes two currencies': [
        'cashFen !== null && wechat.cashFeeType === feeType',
        'cashFen !== null',
      ],
      'an amount in another currency is the price': [
        'cashFeeType === feeType && (totalFen',
        '(totalFen',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-detail/timeline.ts',
    ['features/payment-detail/detail-view'],
    {
      'the time of the notice is the time of payment': [
        'wechat && wechat.paidAt !== null ? wechat.paidAt : paidAt',
        'paidAt',
      ],
      'a lapsed payment is waited for': [
        "hasLapsed(order, now) ? 'lapsed' : order.status",
        'order.status',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-detail/goods.ts',
    ['features/payment-detail/detail-view'],
    {
      'a text of any length is a name': ["word.length <= LONGEST ? word : ''", 'word'],
    },
  ),
];

const SHARED: readonly Mutant[] = [
  ...mutantsOf('miniprogram/features/shared/absence.ts', ['features/shared/absence'], {
    'a short absence is long': ['Math.abs(elapsed() - since) >= LONG_MS', 'true'],
  }),
  ...mutantsOf(
    'miniprogram/features/shared/continue-payment.ts',
    ['features/shared/continue-payment', 'features/payment-history/controller'],
    {
      'a payment is made above another page': ['if (absence.isAway) {', 'if (absence === null) {'],
      'a payment that is being made can be made again': [
        'if (pendingPayments.isPaying(transactionNo)) return words.busy;',
        '',
      ],
      'a payment of an earlier visit is made unread': ['isOfThisVisit(order) &&', ''],
      'a payment is made by a clock that jumped': ['!clock.isDoubtful &&', ''],
      'a payment that was just followed is made unread': [
        '!pendingPayments.isFollowed(transactionNo);',
        'true;',
      ],
      'a cancelled payment shows the toast of a failed one': [
        'hasFailed = !isCancelled(cause);',
        'hasFailed = true;',
      ],
      'a checkout that fails says nothing': ["isOpen ? words.notReceived : ''", "''"],
      'a checkout whose tag has gone is begun again': ['started.delete(detail.transactionNo);', ''],
      'a payment that the server has confirmed is said to be unpaid': [
        'hasFailed && pendingPayments.isFollowed(detail.transactionNo)',
        'hasFailed',
      ],
      'a payment is made after its tag is gone': [
        "if (isDisposed || !pendingPayments.isPaying(transactionNo)) return '';",
        '',
      ],
    },
  ),
  ...mutantsOf('miniprogram/features/shared/data-diff.ts', ['features/shared/data-diff'], {
    'a shorter list keeps its last items': ['before.length <= after.length &&', ''],
    'a field that is gone stays': [
      'after[name] ?? null, fieldPath',
      'after[name] ?? before[name], fieldPath',
    ],
  }),
  ...mutantsOf('miniprogram/features/shared/find-payment.ts', ['features/shared/find-payment'], {
    'a missing network looks like a missing payment': [
      'if (!isNotFound(error) || others.length === 0) throw error;',
      'if (others.length === 0) throw error;',
    ],
    'a payment is read by its trade number only': [
      '[{ transactionNo: one }, { tradeNo: one }]',
      '[{ tradeNo: one }, { tradeNo: one }]',
    ],
  }),
  ...mutantsOf(
    'miniprogram/features/shared/layout-metrics.ts',
    ['features/shared/layout-metrics'],
    {
      'text grows without a limit': [
        'Math.min(largest, positive(textSize, 1))',
        'positive(textSize, 1)',
      ],
      'heights have fractions of a px': ['row: Math.round(row)', 'row'],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/shared/retry-when-online.ts',
    ['features/shared/retry-when-online'],
    {
      'every failure is repeated when the network is back': [
        'if (isNetworkFailure(last.error)) retry();',
        'retry();',
      ],
      'a request is repeated more than once': ['isDue = false;\n    if', 'if'],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/found-payment.ts',
    ['features/payment-history/found-payment'],
    {
      'a payment that was found is opened above another page': ['absence.isAway || ', ''],
      'a payment that was found is opened at every return': ['    waiting = null;\n', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-statistics/payment-statistics.ts',
    ['features/statistics-user.simulate', 'features/statistics-clock.simulate'],
    {
      'the sums of a user who has left stay on a hidden page': [
        '(this.isHidden && reading.listId === this.listId)',
        'this.isHidden',
      ],
      'a wrong clock of the phone chooses the year': [
        'if (!this.isHidden && scope !== this.asked) return this.read();',
        'this.chosen ??= scope;',
      ],
    },
  ),
  ...mutantsOf('miniprogram/features/shared/route.ts', ['features/shared/route'], {
    'a page that does not open is not explained': [
      "explainTagMistake('page', url.split('?')[0]);",
      '',
    ],
    'a parameter stays encoded': ['return decodeURIComponent(text).trim();', 'return text;'],
    'the word undefined is a number': ["if (text === 'undefined') return '';", ''],
    'parameters of the page are lost': ["page.includes('?') ? '&' : '?'", "'?'"],
    'a number is not encoded': ['${name}=${encoded(value)}', '${name}=${value}'],
  }),
  ...mutantsOf('miniprogram/features/shared/row-model.ts', ['features/shared/row-model'], {
    'a long description ends within a character': ['Array.from(text);', "text.split('');"],
    'the amount of a refund has the sign of the yuan': [
      'formatFen(refunded, order.currency)',
      'formatFen(refunded)',
    ],
  }),
  ...mutantsOf(
    'miniprogram/configure.ts',
    ['configure', 'features/payment-history/storage.simulate'],
    {
      'the first screen of the former user stays without a history': [
        'wxStorage.remove(key)',
        'wxStorage.get(key)',
      ],
      'two hosts share what is kept': [
        "[host, clientId, user].join(' ')",
        "[host.slice(0, 0), clientId, user].join(' ')",
      ],
      'traditional Chinese is English': ['/^(zh|$)/i', '/^(zh_CN|$)/i'],
    },
  ),
];

/** Faults in miniprogram/features beside the list of payments, and in miniprogram/configure.ts. */
export const FEATURES: readonly Mutant[] = [...DETAIL, ...SHARED];
