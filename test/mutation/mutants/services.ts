import { mutantsOf, type Mutant } from '../mutant';

/** Faults in miniprogram/services except its sessions and orders. */
const HTTP: readonly Mutant[] = [
  ...mutantsOf('miniprogram/services/api-error.ts', ['services/api-error', 'services/canaries'], {
    'the cause is a part of the JSON of an error': ['enumerable: false', 'enumerable: true'],
    '429 is an invalid request': ["  429: 'rate-limited',\n", ''],
    'a redirect is an error of the server': [
      "'invalid-request' : 'malformed'",
      "'invalid-request' : 'server'",
    ],
    'an unreadable answer is not read again': [
      "malformed: ['malformed answer', true]",
      "malformed: ['malformed answer', false]",
    ],
  }),
  ...mutantsOf(
    'miniprogram/services/http/message-in-body.ts',
    ['services/http/message-in-body', 'services/api-error', 'services/canaries'],
    {
      'the message of a server keeps private data': [".replace(PRIVATE, '…')", ''],
      'the whole of a long message is searched': [
        '.slice(0, LONGEST_SEARCH)',
        '',
        'only the time differs',
      ],
      'a quotation that is cut is shown': ["start.replace(OPEN_QUOTE, '…')", 'start'],
      'a body of any length is parsed': [
        "if (typeof body === 'string' && body.length > LONGEST_BODY) return null;",
        '',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/http/client.ts',
    ['services/http/http', 'services/http/options'],
    {
      'a refused token is not dropped': ['await ofSession(() => session.drop(token));', ''],
      'a request is not repeated after 401': [
        "error.kind !== 'unauthorized') throw",
        'error.kind) throw',
      ],
      'a refused token is sent again': ['if (renewed === token) throw error;', ''],
      'a limit of 0 is taken': ['!(Number(value) >= least)', 'Number.isNaN(Number(value))'],
      'a token with a line break is sent': ['/^[!-~]+$/', '/^[^]+$/'],
    },
  ),
  ...mutantsOf('miniprogram/services/http/deadline.ts', ['services/http/deadline'], {
    'time in the background counts': ['if (wasHidden || rateLimit.isFull', 'if (rateLimit.isFull'],
    'a deadline of more than 24 days ends at once': [
      'if (milliseconds <= LONGEST_TIMER_MS) start();',
      'start();',
    ],
    'a wait for the limit per minute counts': [
      'wasHidden || rateLimit.isFull || rateLimit.waits > waits',
      'wasHidden',
    ],
    'a request goes on after its deadline': [
      "detail: 'deadline' }));\n          cancel();",
      "detail: 'deadline' }));",
    ],
  }),
  ...mutantsOf('miniprogram/services/http/dedupe.ts', ['services/http/dedupe'], {
    'two users share an answer': [
      '[message.token, message.path, message.query]',
      '[message.path, message.query]',
    ],
    'the first caller that leaves cancels the others': ['if (--shared.callers > 0) return;', ''],
    'a cancelled request is shared': [
      'if (inFlight.get(key) === shared) inFlight.delete(key);\n',
      '',
    ],
  }),
  ...mutantsOf('miniprogram/services/http/rate-limit.ts', ['services/http/rate-limit'], {
    'one request per minute too many': ['sent.length >= perMinute', 'sent.length > perMinute'],
    'one request at a time too many': ['running < inFlight', 'running <= inFlight'],
    'a cancelled request waits on': ['queue = queue.filter((one) => one !== waiting);', ''],
    'a clock that is set back stops requests': [
      'Math.min(MINUTE, oldest + MINUTE - now())',
      'oldest + MINUTE - now()',
    ],
  }),
  ...mutantsOf('miniprogram/services/http/retry.ts', ['services/http/retry'], {
    'pauses do not grow': ['step *= 2;', ''],
    'a long pause is waited for': [' || wait > LONGEST_WAIT_MS', ''],
    'Retry-After is ignored': ['error.retryAfterMs ?? (step', '(step'],
    'all phones repeat at the same moment': ['(step * (1 + platform.random())) / 2', 'step'],
    'a request interrupted in the background is counted': [
      'wasHidden && isInterrupted(error.cause)',
      'false',
    ],
  }),
  ...mutantsOf(
    'miniprogram/services/http/send.ts',
    [
      'services/http/http',
      'services/http/server-time',
      'services/http/wrapped-transport',
      'services/http/options',
    ],
    {
      'an answer without a header stops the request': ['header ?? {}', 'header as object'],
      'a success without an answer is read': [
        'given ? resolve(given) :',
        '!given ? resolve({ statusCode: 200 }) :',
      ],
      'the promise of a wrapper is left alone': [
        '(cause) => reject(failed(cause)),\n        );',
        '() => undefined,\n        );',
      ],
      'the answer of a promise is left alone': ['isAnswer(given) && resolve(given)', 'undefined'],
      'a promise that gives nothing ends a request': [
        'isAnswer(given) && resolve(given)',
        'resolve(given as WireAnswer)',
      ],
      'Retry-After goes by the phone': [
        'retryAfterOf(answer, at ?? now())',
        'retryAfterOf(answer, now())',
      ],
      'any client id is sent': ['validateClientId(clientId)', 'clientId'],
      'a redirect is followed': ["redirect: 'manual',", "redirect: 'follow' as never,"],
      'WeChat parses the answer': ["dataType: '其他',", "dataType: 'json' as never,"],
      'a cancelled request is not aborted': ['task?.abort?.();', ''],
      'a redirect is not answered': [
        'if (headers.statusCode >= 300 && headers.statusCode < 400) resolve(headers);',
        '',
      ],
      'any text is a date': [
        "typeof value === 'string' && HTTP_DATE.test(value)",
        "typeof value === 'string'",
      ],
      'header names are lower case': ['one.toLowerCase() === wanted', 'one === wanted'],
      'the token is sent without a word before it': ['`Hydrogen-r1 ${token}`', 'token'],
      'a date in Retry-After is ignored': ['Date.parse(text) - now', 'NaN'],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/http/mistakes.ts',
    ['services/http/mistakes', 'services/orders/refunds', 'e2e/platform.browser'],
    {
      'an unreachable server of the host is an error': [
        "? 'warn' : 'error'",
        "? 'error' : 'error'",
      ],
      'a mistake is explained each time': ['explained.has(line) || ', ''],
      'people of a released mini program get advice': [
        ' || isReleased()',
        ' || (isReleased() && false)',
      ],
    },
  ),
  ...mutantsOf('miniprogram/services/http/url.ts', ['services/http/url'], {
    'the token is sent without encryption': ['^(https:\\/\\/[a-z', '^(https?:\\/\\/[a-z'],
    'a path leads to another path': ['return PATH.test(path) ? host', 'return path ? host'],
    'a lone surrogate throws': [".replace(/[\\ud800-\\udfff]/gu, '\\ufffd')", ''],
    'an undefined value is sent': [
      "if (value === undefined || value === null || value === '') continue;",
      '',
    ],
  }),
  ...mutantsOf('miniprogram/services/http/wechat-failure.ts', ['services/http/wechat-failure'], {
    'an aborted connection is a cancellation': ['/^request:fail abort$/i', '/abort/i'],
    'a host that is not allowed is a network error': ['errno: [600002, 600005]', 'errno: []'],
  }),
  ...mutantsOf(
    'miniprogram/services/http/json.ts',
    ['services/orders/decode-order', 'services/orders/details'],
    {
      'a list is an object': [' && !Array.isArray(value)', ''],
      'JSON inside JSON is not read': ['decoded < 2', 'decoded < 1'],
      'a number that is not exact is read': [' && Number.isSafeInteger(value) ?', ' ?'],
    },
  ),
  ...mutantsOf('miniprogram/services/network.ts', ['services/network'], {
    'another network counts as a change': ['if (isOffline === !isConnected) return;', ''],
    'a late answer ends being offline': ['if (wasOffline) set(true);', 'set(true);'],
  }),
  ...mutantsOf('miniprogram/services/platform.ts', ['services/network'], {
    'a late answer of WeChat overrides an event': ['own === latest && listener', 'listener'],
  }),
];

const SESSIONS: readonly Mutant[] = [
  ...mutantsOf('miniprogram/services/session/current-user.ts', ['services/session/current-user'], {
    'another user is not reported': ['if (last !== null && name() !== last) change();', ''],
    'what is kept is drawn while the session is asked': ['isKnown = false;\n    known.emit();', ''],
    'a silent session keeps its user': [
      'after(ANSWER_MS, unlessReplaced(true))',
      'after(ANSWER_MS, unlessReplaced(false))',
    ],
    'the session is not asked in the foreground': ['onShow(ask);', ''],
    'a session that cannot name the user stops the tag': [
      'return null;\n    }\n  }',
      'throw new Error();\n    }\n  }',
    ],
    'an old answer counts': ['own === asks && settle(lost)', 'settle(lost)'],
  }),
  ...mutantsOf('miniprogram/services/session/fixed-token.ts', ['services/session/fixed-token'], {
    'an old answer wins': ['isLate() ? ask() : take(one, own)', 'take(one, own)'],
    'after an error the user stays': ["if (!isLate()) take('', own);", ''],
  }),
  ...mutantsOf('miniprogram/services/session/sdk-session.ts', ['services/session/sdk-session'], {
    'the session of the SDK is not cleared': ['await baas.clearSession();', ''],
    'a refused token of the SDK is used': [' || token === refused', ''],
    'a timeout of the SDK is a refusal': ["code === 601 ? 'timeout' : ", ''],
  }),
  ...mutantsOf(
    'miniprogram/services/session/session.ts',
    ['services/session/silent-login', 'services/session/fixed-token'],
    {
      'two logins run at once': ['if (running) return running;', ''],
      'the first user is another user': ['last !== null && user !== last', 'user !== last'],
    },
  ),
  ...mutantsOf('miniprogram/services/session/silent-login.ts', ['services/session/silent-login'], {
    'a token is used until its last second': [' - EXPIRY_MARGIN_MS', ''],
    'the user of the login is not kept': [
      'else if (next !== user) wxStorage.set(userKey, next);',
      '',
    ],
    'two apps share the user': ["connection.host, connection.clientId].join(' ')", "].join(' ')"],
    'a dropped token drops the next one': [
      'if (current && current.token === token) current = null;',
      'current = null;',
    ],
  }),
];

const ORDERS: readonly Mutant[] = [
  ...mutantsOf(
    'miniprogram/services/orders/decode-order.ts',
    ['services/orders/decode-order', 'services/orders/details', 'services/orders/bodies.property'],
    {
      'a refund in the status is not read': [
        "statusRaw === 'complete' || statusRaw === 'partial' ? statusRaw : null",
        'null',
      ],
      'a blank refund status is unknown': [
        "isNothing(wire['refund_status']) ? 'none' : knownWord",
        'knownWord',
      ],
      'the currency of an amount is ignored': [
        "parseYuan(wire['total_cost'], currency)",
        "parseYuan(wire['total_cost'])",
      ],
      'an order is known by its id': [
        'transactionNo || id || tradeNo',
        'id || transactionNo || tradeNo',
      ],
      "WeChat Pay's number is not found in text": [
        'TRANSACTION_ID.exec(info)?.[1] ?? null',
        'null',
      ],
      'a row that is no object breaks the page': [
        'isRow(wire) ? decodeOrder(wire, fields, details) : null',
        'decodeOrder(wire as Row, fields, details)',
      ],
      'details are read into a list': ['if (!details) return order;', ''],
      'the parameters of a paid order are passed on': [
        "if (!hook || order.status !== 'pending') return;",
        'if (!hook) return;',
      ],
      'an order without gateway_type is never one of WeChat': [
        '(wechat !== null || isPrepaid(info))',
        'false',
      ],
      'a web address with an id is one of a mini program': [
        '/package\\W{1,9}prepay_id=/',
        '/prepay_id=/',
      ],
      "an app's parameters are those of a mini program": [
        "prepaid.startsWith('prepay_id=')",
        "prepaid !== ''",
      ],
      'an exception of the host fails a request': [
        'callHost(hook, order, parameters)',
        'hook(order, parameters)',
      ],
      'a paid_at of 0 is unreadable': [
        "isNothing(value) || word(value) === '0'",
        'isNothing(value)',
      ],
      'an unreadable amount is not reported': [
        "if (amountFen === null) unreadable.push('total_cost');",
        '',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/orders/decode-page.ts',
    [
      'services/orders/decode-order',
      'services/orders/get-and-all',
      'services/orders/orders-over-http',
      'services/orders/filters-over-http',
    ],
    {
      'a short page is the last one': [
        'received === 0 || offset + received === total',
        'received < limit',
      ],
      'a page that ends at the total is not the last one': [
        'received === 0 || offset + received === total',
        'received === 0',
      ],
      'an order that does not match stays': ['wrong.length === 0 ? order : null', 'order'],
      'the total of all orders is that of a filter': [
        'wanted.every(({ sent }) => sent) ? total : null',
        'total',
      ],
      'a granted page of 0 rows is believed': [
        'countOf(granted.limit) || asked.limit',
        'countOf(granted.limit) ?? asked.limit',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/orders/gateway-info.ts',
    ['services/orders/details', 'services/orders/decode-order'],
    {
      'the price is what was paid': [
        "totalFen: parseFen(response['total_fee'])",
        "totalFen: parseFen(response['cash_fee'])",
      ],
      'parameters without a signature are passed on': [' && isText(paySign)', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/orders/order-cache.ts',
    ['features/payment-detail/detail-load', 'configure'],
    {
      'orders of the former user stay in memory': [
        'onUserChange(() => (latest = []));',
        'onUserChange(() => undefined);',
      ],
      'every order stays in memory': ['.slice(0, max)', ''],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/orders/orders.ts',
    ['services/orders/get-and-all', 'services/orders/orders-over-http'],
    {
      'all() gives an order twice': ['if (order && known.has(order.key)) continue;', ''],
      'all() misses an order when one leaves': [
        'if (gone > 0 && offset > wentBackAt) {',
        'if (false) {',
      ],
      'all() never ends where the offset is ignored': ['if (knownPages > 1) return false;', ''],
      'all() gives more than it may': [
        'if (left <= 0) return false;\n            offset',
        'offset',
      ],
      'all() goes on with the orders of another user': [
        'if (isAnotherUser) throw',
        'if (false) throw',
      ],
      'all() reads no more than one page': ['if (page.isLast) return true;', 'return true;'],
      'a number costs a request more where the server has its path': ['hasDetailPath = true;', ''],
      'only the path of one order knows an order': [
        'if (found) return found;\n      throw error;',
        'throw error;',
      ],
      'another order than the requested one is given': [
        '!order || order.transactionNo !== number',
        '!order',
      ],
      'the first row is the order of a number': [
        'orders.find((order) => order[filter] === number)',
        'orders[0]',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/orders/pending-payments.ts',
    ['services/orders/pending-payments'],
    {
      'a payment begins twice': ['if (paying.has(transactionNo)) return false;', ''],
      'a paid payment is free after one read': ['(reads === 1 && !isPaid)', 'reads === 1'],
      'a payment is gone after one answer': ["(answer === 'gone' && wasGone)", "answer === 'gone'"],
      'a paid payment is offered again after it is gone': ['(isOver && !isPaid)', 'isOver'],
      'a paid payment becomes stale': [' && !unsettled.has(one)', ''],
      'payments of the former user stay': [
        '[runs, unsettled, paying].forEach((records) => records.clear());',
        '',
      ],
      'a payment is not followed when the network is back': [
        'void settle(transactionNo, outcome)',
        'void outcome',
      ],
    },
  ),
  ...mutantsOf(
    'miniprogram/services/orders/query.ts',
    ['services/orders/query', 'services/orders/filters-over-http'],
    {
      'the absence of a refund is asked of the server': [
        "filter !== 'refund' || value !== 'none'",
        'true',
      ],
      'an error repeats a text': ["return 'another text';", 'return value;'],
      'an error repeats a number': ["rule === text ? 'a number' : `${value}`", '`${value}`'],
      'the newest orders come last': [
        "=== 'oldest-first' ? 'created_at'",
        "!== 'oldest-first' ? 'created_at'",
      ],
      'a blank number is sent': ["value.trim() !== '' && ", ''],
    },
  ),
];

/** Faults in miniprogram/services. */
export const SERVICES: readonly Mutant[] = [...HTTP, ...SESSIONS, ...ORDERS];
