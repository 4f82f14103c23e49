import { mutantsOf, type Mutant } from '../mutant';

const PREVIEW: readonly Mutant[] = [
  ...mutantsOf('preview/server/relay.ts', ['preview/server/relay', 'preview/server/server'], {
    'the relay compares only the beginning of the host': [
      'url.origin !== allowedOrigin',
      '!url.origin.startsWith(allowedOrigin)',
    ],
    'a device that goes leaves its requests running': [
      'for (const controller of running.values()) controller.abort();',
      '',
    ],
    'an aborted request runs on': ['running.get(call.id)?.abort();', ''],
    'the relay follows a redirect that WeChat returns': [
      "request.redirect === 'follow' && REDIRECTS",
      'REDIRECTS',
    ],
    'an incomplete answer has no end': ["response.on('error', reject);", ''],
  }),
  ...mutantsOf('preview/server/access.ts', ['preview/server/server'], {
    'a foreign site uses the preview': [
      '&& (origin === undefined || origin === `http://${host}`)',
      '',
    ],
    'a foreign host name reaches the preview': ['LOCAL_HOSTS.test(host) && ', ''],
    'a request has two hosts': ['more.length === 0 && ', ''],
    'a request names a host in its target': ["&& request.url?.startsWith('/') === true", ''],
    'a foreign site frames the preview': ['"frame-ancestors \'self\'"', '"frame-ancestors *"'],
  }),
  ...mutantsOf('preview/server/sockets.ts', ['preview/server/server', 'preview/server/process'], {
    'a binary message is read': ['isBinary ? undefined : parsed(data)', 'parsed(data)'],
    'a malformed message is ignored': [
      "else socket.close(POLICY_VIOLATION, 'malformed message');",
      '',
    ],
    'a malformed message ends the process': [
      '} catch {\n    return undefined;\n  }',
      '} finally {\n  }',
    ],
    'a program opens the sockets of a page': [
      '!accept || !isPage || refusalOf',
      '!accept || refusalOf',
    ],
  }),
  ...mutantsOf('preview/server/server.ts', ['preview/server/process', 'preview/server/server'], {
    'the token is served without the secret address': [
      'const base = `/${options.secret}`;',
      "const base = '/preview';",
    ],
  }),
  ...mutantsOf(
    'preview/automator/endpoint.ts',
    ['preview/server/process', 'preview/server/server'],
    {
      'a client without the secret reads the token': [
        '(options.secret === undefined || req.url === path)',
        'true',
      ],
      'a web page is a client': ['!origin && (options', '(options'],
    },
  ),
  ...mutantsOf('preview/automator/device-link.ts', ['preview/server/server'], {
    'a device in the background reports': [
      'else if (socket === current()) onEvent',
      'else onEvent',
    ],
    'requests of a closed device wait on': ["rejectAll('the device was closed', socket);", ''],
  }),
  ...mutantsOf('preview/child-environment.ts', ['preview/isolation.browser'], {
    'child processes know every secret of the environment': ['PASSED.test(entry[0]) && ', ''],
  }),
  ...mutantsOf('preview/private-folder.ts', ['preview/isolation.browser'], {
    'a program in a shared folder is executed': [
      ' && (found.mode & FOREIGN_PERMISSIONS) === 0',
      '',
    ],
  }),
  ...mutantsOf('preview/host/wx/storage.ts', ['preview/isolation.browser'], {
    'two apps share their storage': [
      '`mini-program:${encodeURIComponent(app)}:`',
      "'mini-program:'",
    ],
  }),
  ...mutantsOf(
    'preview/host/page-stack.ts',
    ['preview/host/leaks.browser', 'preview/host/lifecycle.browser'],
    {
      'a closed page leaves its style sheets': ['page.removeStyles();', ''],
      'pages open without a limit': ['stack.length >= MAX_PAGES', 'false'],
    },
  ),
  ...mutantsOf('preview/host/wx/request.ts', ['preview/host/network.browser'], {
    'requests run without a limit': ['running >= MAX_CONCURRENT', 'false'],
    'a request runs on without a network': ["if (now.network === 'none') end(offline());", ''],
  }),
  ...mutantsOf('preview/host/realm.ts', ['preview/host/logic-layer.browser'], {
    'a mini program compiles text': [
      "builtIns['Function'] = forbidCodeFromText(compile, shared);",
      '',
    ],
  }),
  ...mutantsOf('preview/host/set-data.ts', ['preview/host/logic-layer.browser'], {
    'a value that JSON loses is sent': ['if (isStrict) throw error;', ''],
  }),
];

const SANDBOX: readonly Mutant[] = [
  ...mutantsOf('sandbox/auth.ts', ['sandbox/auth', 'sandbox/minapp-sdk'], {
    'a token never expires': ['known.expiresAt <= this.now()', 'known.expiresAt < 0'],
    'a token is valid after a logout': ['this.#issued.delete(tokenIn(authorization));', ''],
    'any client id is accepted': ['if (given !== clientId) throw', 'if (given === null) throw'],
  }),
  ...mutantsOf('sandbox/routes/orders.ts', ['sandbox/auth', 'sandbox/paging', 'sandbox/dialects'], {
    'the sandbox shows orders of another user': [
      'order === null || order.user !== userOf(request)',
      'order === null',
    ],
    'a page is larger than the limit': [
      'Math.min(Number(query.limit ?? defaultLimit), settings.maxLimit)',
      'Number(query.limit ?? defaultLimit)',
    ],
    'order_by is always honoured': [
      "settings.honourOrderBy ? (query.order_by ?? 'created_at') : 'created_at'",
      "query.order_by ?? 'created_at'",
    ],
  }),
  ...mutantsOf('sandbox/control/control.ts', ['sandbox/control'], {
    'a web page controls the sandbox': [
      '(origin === undefined || loopback',
      '(origin !== null || loopback',
    ],
    'a foreign host name controls the sandbox': ['loopback.test(host) &&', ''],
  }),
  ...mutantsOf('sandbox/faults.ts', ['sandbox/faults'], {
    'a fault hits more requests than it should': ['fault.hits < (fault.times ?? Infinity) && ', ''],
    'a stalled request waits after the faults are cleared': [
      'for (const release of this.#held.splice(0)) release();',
      '',
    ],
  }),
  ...mutantsOf('sandbox/database.ts', ['sandbox/scale', 'sandbox/control', 'sandbox/paging'], {
    'a failed reset loses the orders': ["this.#database.exec('ROLLBACK');", ''],
  }),
  ...mutantsOf('sandbox/order-query.ts', ['sandbox/filters', 'sandbox/paging'], {
    'a blank refund status finds nothing': [
      "name === 'refund_status' && wanted.trim() === ''",
      'wanted === null',
    ],
    'pages of equal times overlap': [
      ': `${column} ${direction}, id ${direction}`',
      ': `${column} ${direction}, random()`',
    ],
  }),
  ...mutantsOf('sandbox/control/schemas.ts', ['sandbox/control'], {
    'an amount that breaks every later list is accepted': [
      "range('an integer', 0, maxInteger)",
      "range('an integer', 0, 2 ** 60)",
    ],
    'a time that breaks every later list is accepted': [
      "range('epoch seconds', 0, maxTime)",
      "range('epoch seconds', 0, 1e15)",
    ],
  }),
  ...mutantsOf('sandbox/dialects/captured.ts', ['sandbox/dialects'], {
    'the fen of captured amounts are cut': [
      "String(fen % 100).padStart(2, '0')",
      'String(fen % 100)',
    ],
    'a Python text is not escaped': [".replaceAll('\\\\', '\\\\\\\\')", ''],
  }),
  ...mutantsOf('sandbox/seed/make-order.ts', ['sandbox/scale', 'sandbox/seed'], {
    'two orders have one transaction number': [
      'for (let attempt = 1; isTaken(order.transaction_no); attempt++)',
      'for (let attempt = 1; attempt < 1; attempt++)',
    ],
  }),
  ...mutantsOf('sandbox/routes/pay.ts', ['sandbox/control'], {
    'an order is paid twice': ["if (order?.status !== 'pending') return;", 'if (!order) return;'],
  }),
];

/** Faults in preview/ and sandbox/. */
export const TOOLS: readonly Mutant[] = [...PREVIEW, ...SANDBOX];
