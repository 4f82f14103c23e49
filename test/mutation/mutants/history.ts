import { mutantsOf, type Mutant } from '../mutant';

/** Faults in the list of payments. */
export const HISTORY: readonly Mutant[] = [
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
      'a stored value of any form is drawn': [' && isList(orders)', ''],
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
    'miniprogram/features/payment-history/screen.ts',
    [
      'features/payment-history/screen',
      'features/payment-history/renderer',
      'features/payment-history/first-rows',
    ],
    {
      'a measurement that WeChat never answers stops the list': [
        'clock.after(LOST_MS, () => resolve(null))',
        '(): void => undefined',
      ],
      'an observer of an earlier watch counts': ['if (!isOver) see(seen);', 'see(seen);'],
      'the top of another list is shown after its month': ['changes === before && ', ''],
      'a look is believed after a scroll': ['if (changes !== before) return look();', ''],
      'a look is believed in another list': ['      changes += 1;\n      owed', '      owed'],
      'a look at a hidden page counts': [
        'if (!measured || isHidden || isDisposed) return;',
        'if (!measured) return;',
      ],
      'a hidden page is watched': ['if (hidden) return unwatch();', ''],
      "the host's navigation bar covers what is measured": ['measure(coveredTop())', 'measure(0)'],
      'the content of the host never grows': ['      ({ origin } = location);\n', ''],
      'the last list is watched in another one': [
        '    restart() {\n      unwatch();',
        '    restart() {',
      ],
      'the page above a hidden one is scrolled': ['if (isHidden) owed = scrollTop;\n    else ', ''],
      'a page that is back is not scrolled': ['if (owed !== null) void scrollTo(owed);', ''],
      'a page that is gone is scrolled': ['else if (!isDisposed) await', 'else await'],
      'another list is scrolled for the last one': [
        '      owed = null;\n      expect(TOP);',
        '      expect(TOP);',
      ],
      'another list begins where the last one was scrolled to': ['      expect(TOP);\n', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/renderer.ts',
    [
      'features/payment-history/renderer',
      'features/payment-history/first-rows',
      'features/payment-history/chunk-order',
    ],
    {
      'a hidden page is drawn': ['if (isHidden) return;\n    const isW', 'const isW'],
      'the first rows wait for all others': ['shown, isBeginning);', 'shown);'],
      'the rows beside the first ones never come': [
        'stopWaiting();\n        show();',
        'stopWaiting();',
      ],
      'a later state is drawn before the first rows are on screen': [' || held !== null;', ';'],
      'rows above are measured before the page is scrolled for earlier ones': [
        'isScrolling = scrollTop !== null || ',
        'isScrolling = ',
      ],
      'the next page is asked for before the first rows are on screen': [
        'screen.unwatch();\n    return own;',
        'return own;',
      ],
      'what was drawn before the first rows says that they are there': [
        'if (held) return own?.release();',
        'isOnScreen?.();',
      ],
      'a report that never comes stops the list': [
        'clock.after(LOST_MS, own.release)',
        '(): void => undefined',
      ],
      'the beginning is drawn where the person is elsewhere': [' && viewport.top <= 0', ''],
      'the veil waits': ['if (state.isVeiled && !view.isVeiled) veil();', ''],
      'the veil waits for a measurement that it asks for': [
        'if (state.isVeiled && !view.isVeiled) veil();\n    if (isWaiting) return;',
        'if (isWaiting) return state.isVeiled ? veil() : undefined;',
      ],
      'rows stay where the person was before the month': [
        'screen.expect({ top: goalTop ?? top + shift, height });',
        '',
      ],
      'rows that are seen again are drawn again': [
        '!isSameViewport(screen.viewport, shown.facts.viewport)',
        'shown',
      ],
      'the measurement of a list that is gone moves another one': [
        'if (measurement !== asked) return;',
        '',
      ],
      'another list waits for the measurement of the last one': [
        'measurement = null;\n      return draw',
        'return draw',
      ],
      'a page that is hidden is watched': ['if (isDisposed || isHidden) return;', ''],
      'a draw of the last list scrolls another one': [
        ' || listId !== last.listId) return;',
        ') return;',
      ],
      'another list is measured before its top is shown': [
        ' || (isOtherList && list.outline.rows > 0);',
        ';',
      ],
      'a list without rows waits for its top': [
        ' && list.outline.rows > 0);\n    const own',
        ');\n    const own',
      ],
      'a look before the first rows reads the next page': [
        'if (!held) sight.emit();',
        'sight.emit();',
      ],
      'chunks are never put in list order': [
        'view = { ...view, order };\n      element.setData({ order });',
        'view = { ...view, order };',
      ],
      'the chunks of a hidden page wait for its scrolling': ['isHidden ? next.order : ', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/scroll-view.ts',
    ['features/payment-history/scroll-view'],
    {
      'a scroll-view is measured before it has scrolled': [
        '.exec(() => resolve());',
        '.exec();\n        resolve();',
      ],
      'a scroll-view is as high as its list': ['height: view.height', 'height: list.height'],
    },
  ),
  ...mutantsOf(
    'miniprogram/features/payment-history/viewport.ts',
    ['features/payment-history/viewport', 'features/payment-history/renderer'],
    {
      'a page has no height': ['wx.getWindowInfo().windowHeight || 0', '0'],
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
      'a filter by refund is not applied': [
        '(refund === null || isOfRefund(order, refund)) &&',
        '',
      ],
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
