import fc from 'fast-check';
import { createHttpClient } from '../../../miniprogram/services/http/client';
import { isInterrupted, kindOfFailure } from '../../../miniprogram/services/http/wechat-failure';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { fixedToken } from '../../../miniprogram/services/session/fixed-token';

/** Messages and codes that WeChat documents or that developers have reported, by kind. */
const REPORTED = {
  misconfigured: [
    { errMsg: 'request:fail url not in domain list' },
    { errMsg: 'request:fail url not in domain list:101.36.73.140', errno: 600002 },
    { errMsg: 'request:fail not in the request legal domain list' },
    { errMsg: 'request:fail 不在以下 request 合法域名列表中' },
    { errMsg: 'request:fail', errno: 600002 },
    { errMsg: 'request:fail request protocol must be http or https', errno: 600005 },
    { errMsg: 'request:fail jsapi has no permission' },
  ],
  'invalid-request': [
    { errMsg: 'request:fail net::ERR_INVALID_URL' },
    { errMsg: 'request:fail invalid url' },
    { errMsg: 'request:fail', errno: 600009 },
    { errMsg: 'request:fail parameter error: parameter.url should be String' },
  ],
  timeout: [
    { errMsg: 'request:fail timeout' },
    { errMsg: 'request:fail timeout', errno: 5 },
    { errMsg: 'request:fail', errno: 5 },
    { errMsg: 'request:fail 请求超时。' },
    { errMsg: 'request:fail 要求逾時。' },
    { errMsg: 'request:fail The request timed out.' },
    { errMsg: 'request:fail connect time out' },
    { errMsg: 'request:fail socket time out timeout:10000' },
    { errMsg: 'request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION' },
    { errMsg: 'request:fail errcode:-1001 cronet_error_code:0', errno: 600001 },
    { errMsg: 'request:fail net::ERR_CONNECTION_TIMED_OUT', errno: 600001 },
    { errMsg: 'login:fail timeout' },
  ],
  network: [
    { errMsg: 'request:fail' },
    { errMsg: 'request:fail ' },
    { errMsg: 'request:fail interrupted', errno: 600003 },
    { errMsg: 'request:fail 似乎已断开与互联网的连接。' },
    { errMsg: 'request:fail 网络连接已中断。' },
    { errMsg: 'request:fail 未能找到使用指定主机名的服务器。' },
    { errMsg: 'request:fail request connect error' },
    { errMsg: 'request:fail Unable to resolve host "a.cn": No address associated with hostname' },
    { errMsg: 'request:fail ssl hand shake error' },
    { errMsg: 'request:fail net::ERR_CONNECTION_ABORTED' },
    { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' },
    {
      errMsg:
        'request:fail errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED',
    },
    { errMsg: 'request:fail errcode:-1009 cronet_error_code:0', errno: 600001 },
    {
      errMsg:
        'request:fail errcode:10011 cronet_error_code:0 error_msg:network change, cancel all task',
      errno: 600001,
    },
    { errMsg: 'request:fail', errno: 600000 },
    { errMsg: 'request:fail', errno: 600004 },
    { errMsg: 'login:fail no code' },
  ],
  cancelled: [{ errMsg: 'request:fail abort' }],
} as const;

const cases = Object.entries(REPORTED).flatMap(([kind, causes]) =>
  causes.map((cause) => [kind, cause] as const),
);

test.each(cases)('is of the kind %s: %j', (kind, cause) => {
  expect(kindOfFailure(cause)).toBe(kind);
});

test('letter case, blanks, a full stop and a code as text do not change the kind', () => {
  const variant = fc.record({
    nth: fc.nat({ max: cases.length - 1 }),
    change: fc.constantFrom(
      (text: string) => text.toUpperCase().replace(/^[A-Z]+:FAIL/, (start) => start.toLowerCase()),
      (text: string) => text.toLowerCase(),
      (text: string) => (text === 'request:fail abort' ? text : `${text} `),
      (text: string) => (text === 'request:fail abort' ? text : `${text}.`),
    ),
    asText: fc.boolean(),
  });
  fc.assert(
    fc.property(variant, ({ nth, change, asText }) => {
      const [kind, cause] = cases[nth] ?? ['network', { errMsg: '' }];
      const errno = 'errno' in cause ? { errno: asText ? `${cause.errno}` : cause.errno } : {};
      expect(kindOfFailure({ errMsg: change(cause.errMsg), ...errno })).toBe(kind);
    }),
  );
});

test('any other cause is a network error', () => {
  fc.assert(fc.property(fc.anything(), (errMsg) => void kindOfFailure({ errMsg, errno: errMsg })));
  for (const cause of [undefined, null, 'request:fail timeout', { errMsg: 5 }, { errno: null }]) {
    expect(kindOfFailure(cause)).toBe('network');
  }
});

test('an interruption in the background is recognised by its message or its code', () => {
  expect(isInterrupted({ errMsg: 'request:fail interrupted' })).toBe(true);
  expect(isInterrupted({ errMsg: 'request:fail', errno: 600003 })).toBe(true);
  expect(isInterrupted({ errMsg: 'request:fail timeout', errno: 5 })).toBe(false);
});

describe('a host that WeChat refuses', () => {
  const refused = { errMsg: 'request:fail url not in domain list', errno: 600002 };

  test('is reported to the developer once, by its name, and the request is not repeated', async () => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let sent = 0;
    const transport: Transport = ({ fail }) => {
      sent += 1;
      fail(refused);
      return { abort: () => undefined };
    };
    const host = 'https://unlisted.example';
    const http = createHttpClient({ host, clientId: 'c', session: fixedToken('t'), transport });
    const failed = { kind: 'misconfigured', retryable: false, cause: refused };
    await expect(http.get('/orders/')).rejects.toMatchObject(failed);
    await expect(http.get('/orders/')).rejects.toMatchObject({
      message: 'GET /orders/: misconfigured: WeChat refuses https://unlisted.example',
    });
    expect(sent).toBe(2);
    expect(report.mock.calls).toHaveLength(1);
    expect(report.mock.calls[0]?.[0]).toContain(host);
    report.mockRestore();
  });
});

describe('a transport', () => {
  const answer = { statusCode: 200, data: '{"a":1}' };
  const wrapped: readonly (readonly [name: string, task: ReturnType<Transport>])[] = [
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
  ];

  test.each(wrapped)('that returns %s answers, and its requests are cancelled', async (_, task) => {
    let sent = 0;
    let isSilent = false;
    const transport: Transport = ({ success }) => {
      sent += 1;
      if (!isSilent) queueMicrotask(() => success(answer));
      return task;
    };
    const http = createHttpClient({
      host: 'https://a.example',
      clientId: 'c',
      session: fixedToken('t'),
      transport,
    });
    await expect(http.get('/orders/')).resolves.toEqual({ a: 1 });
    isSilent = true;
    const cancelled = http.get(
      '/orders/',
      {},
      { cancelled: false, onCancel: (call) => setTimeout(call) },
    );
    await expect(cancelled).rejects.toMatchObject({ kind: 'cancelled' });
    expect(sent).toBe(2);
  });
});
