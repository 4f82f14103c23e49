import { mutantsOf, type Mutant } from '../mutant';

const HISTORY: readonly Mutant[] = [
  ...mutantsOf(
    'miniprogram/features/shared/order-source.ts',
    ['features/payment-history/controller', 'features/shared/order-source'],
    {
      'the list keeps the details of a payment': [
        'delete listed.snapshot;\n  delete listed.wechat;\n',
        '',
      ],
      'an unreadable history is an empty one': [
        "throw new Error('no row of the first page can be read');",
        'return page;',
      ],
      'a refused part of a filter fails the list': [
        "isOptional && isApiError(error) && error.kind === 'invalid-request'",
        'false',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/order-list.ts',
    ['features/payment-history/controller'],
    {
      'the open history keeps its list when another user signs in': [
        'restoreChoice();\n      readSource();',
        'restoreChoice();',
      ],
      'the pages of the former user are remembered': [
        'orders.onUserChange(() => {\n      memory.forget();',
        'orders.onUserChange(() => {',
      ],
      'the search of the former user stays': ['finder.forget();\n', '\n'],
      "the app's filter is remembered as the person's": [
        'if (!preset) rememberFilter',
        'rememberFilter',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/snapshot.ts',
    ['features/payment-history/snapshot'],
    {
      'another user sees the first screen': [' && kept.owner === owner', ''],
      'a first screen of another version is drawn': ['kept.version === VERSION && ', ''],
      'two hundred payments are stored': ['const KEPT_ROWS = 20;', 'const KEPT_ROWS = 200;'],
      'the trade number is stored': [
        'transactionNo === null ? order.tradeNo : null',
        'order.tradeNo',
      ],
      'a stored value of any form is drawn': [' && orders.every(isListed)', ''],
      'after a refused login the first screen stays': ['if (isRefused || (reader', 'if ((reader'],
      'a first screen is stored without a certain user': [
        "if (present === null || phase !== 'ready'",
        "if (phase !== 'ready'",
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/page-memory.ts',
    ['features/payment-history/page-memory'],
    {
      'pages are remembered for any time': [
        'Math.abs(elapsed() - at) < REMEMBERED_MS',
        'at <= Infinity',
      ],
      'an older page follows a new one': ['isRepeating = false;\n', '\n'],
      'a page that was forgotten meanwhile is remembered': [
        'if (before === remembered) pagesOf',
        'pagesOf',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/refresh-summary.ts',
    ['features/payment-history/refresh-summary'],
    {
      'payments that were not read yet are new': [
        '!known.has(order.key) && isAbove(before, order)',
        '!known.has(order.key)',
      ],
      'payments that are gone are not counted': [' + before.filter(isGone).length', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/list-layout.ts',
    ['features/payment-history/list-layout'],
    {
      'the screen moves when rows come above it': [
        'after.outline.topOf(row) - before.outline.topOf(first + nth)',
        '0',
      ],
      'new payments are hidden above the top': ['if (top <= 0 || before', 'if (before'],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/freshness.ts',
    ['features/payment-history/freshness'],
    {
      'a later page makes the list fresh': ["phase === 'ready' && isReading", "phase === 'ready'"],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/renderer.ts',
    ['features/payment-history/renderer', 'features/payment-history/first-rows'],
    {
      'a measurement that WeChat never answers stops the list': [
        'clock.after(LOST_MS, () => resolve(null))',
        '(): void => undefined',
      ],
      'a hidden page is drawn': [
        'if (isHidden || measurement || isAwaitingFirst) return;',
        'if (measurement || isAwaitingFirst) return;',
      ],
      'another list begins where the last one was scrolled to': ['isOtherList ? 0 : held', 'held'],
      'the first rows wait for all others': ['shown, isBeginning);', 'shown);'],
      'the rows beside the first ones never come': [
        'stopWaiting();\n      show();',
        'stopWaiting();',
      ],
      'a later state is drawn before the first rows are on screen': [
        'measurement || isAwaitingFirst',
        'measurement',
      ],
      'the next page is asked for before the first rows are on screen': [
        'stopWatching();\n    const own',
        'const own',
      ],
      'what was drawn before the first rows says that they are there': [
        'if (goOn === begun) goOn();',
        'goOn();',
      ],
      'a report that never comes stops the list': [
        'clock.after(LOST_MS, own)',
        '(): void => undefined',
      ],
      'the beginning is drawn where the person is elsewhere': [' && viewport.top <= 0', ''],
      'the veil waits for the first rows': [' && (view.isVeiled || !state.isVeiled)', ''],
      'the measurement of a list that is gone moves another one': [
        'if (measurement !== own) return;',
        '',
      ],
      'another list waits for the measurement of the last one': [
        'measurement = null;\n      return draw',
        'return draw',
      ],
      'a page that is back waits for its first rows': ['if (hidden !== isHidden) goOn = null;', ''],
      'a page that is shown first draws all rows at once': [
        'if (hidden !== isHidden) goOn',
        'goOn',
      ],
      'a page that is gone is scrolled': ['if (isDisposed || isHidden) return;', ''],
      'chunks are never put in list order': [
        'view = { ...view, order };\n      element.setData({ order });',
        'view = { ...view, order };',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/viewport.ts',
    ['features/payment-history/viewport'],
    {
      'an element on the line is far': [
        'intersectionRatio <= 0 && isOutside',
        'intersectionRatio <= 0',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/query/finder.ts',
    ['features/payment-history/query/finder'],
    {
      'the answer to a search that ended is shown': [
        'if (run === lookups) return end(found);',
        'return end(found);',
      ],
      'a found payment is asked of the server': ['if (found) return end(found);', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/query/filter.ts',
    ['features/payment-history/query/filter'],
    {
      'the tab of refunds is empty without a refund': [
        'isImpossible ? { ...filter, refund: null } : filter',
        'filter',
      ],
      'a filter by refund is not applied': ['(refund === null || order.refund === refund) &&', ''],
      'refunded payments are not paid': [
        "[{ serverFilters: { status: 'success' } }, ...WITH_REFUND_STATUS]",
        "[{ serverFilters: { status: 'success' } }]",
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/query/search.ts',
    ['features/payment-history/query/search'],
    {
      'a search goes by case': ['plainText(text).toLowerCase()', 'plainText(text)'],
      'one word of a search is enough': ['words.every((word)', 'words.some((word)'],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/view/status-line.ts',
    ['features/payment-history/view/status-line'],
    {
      'the list has ended while pages remain': [
        "hasMore || phase === 'appending' ? 'loading'",
        "hasMore || phase === 'appending' ? 'end'",
      ],
      'a search below which a payment has no time has read back to nowhere': [
        'oldestTime(items)',
        '(items[items.length - 1]?.createdAt ?? null)',
      ],
      'a missing network is shown twice': [
        'if (isOffline && isNetworkFailure(error)) return null;',
        '',
      ],
      'a failure with rows covers them': ["layout: 'inline', title", "layout: 'page', title"],
      'a history that was not read to its end is empty': [
        "if (phase === 'failed' || isLast) return 'nothing';",
        "return 'nothing';",
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/view/month-label.ts',
    ['features/payment-history/view/month-totals', 'features/payment-history/view/month-menu'],
    {
      'a month that is not read to its end is complete': [
        'reachesEnd || months.slice(group + 1).some(({ at }) => at !== null)',
        'true',
      ],
      'a month above payments without a time is complete': [
        'months.slice(group + 1).some(({ at }) => at !== null)',
        'group < months.length - 1',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/view/visible-rows.ts',
    ['features/payment-history/view/visible-rows'],
    {
      'rows are not drawn again when a payment begins': [
        'before.isPaying === after.isPaying &&',
        '',
      ],
      'elements move while the page scrolls': [
        '[...kept, ...next.order.filter((slot) => !kept.includes(slot))]',
        'next.order',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/months.ts',
    ['features/payment-history/months'],
    {
      'a month that grows loses its orders': [
        'month ? month.orders.concat(part.orders) : part.orders',
        'part.orders',
      ],
    },
  ),
];

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
      'a checkout that fails says nothing': ["isOpen ? notContinued.notReceived : ''", "''"],
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
    ['features/statistics-user.simulate'],
    {
      'the sums of a user who has left stay on a hidden page': [
        '(this.isHidden && reading.listId === this.listId)',
        'this.isHidden',
      ],
    },
  ),
  ...mutantsOf('miniprogram/features/shared/route.ts', ['features/shared/route'], {
    'a page that does not open is not explained': ["explain('page', url.split('?')[0]);", ''],
    'a parameter stays encoded': ['return decodeURIComponent(text).trim();', 'return text;'],
    'the word undefined is a number': ["if (text === 'undefined') return '';", ''],
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

/** Faults in miniprogram/features and miniprogram/configure.ts. */
export const FEATURES: readonly Mutant[] = [...HISTORY, ...DETAIL, ...SHARED];
