import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as configureModule from '../miniprogram/configure';
import { fixedToken } from '../miniprogram/services/session/fixed-token';
import type { Session } from '../miniprogram/services/session/session';
import { silentLogin } from '../miniprogram/services/session/silent-login';
import { SNAPSHOT_KEY } from '../miniprogram/services/storage-keys';
import { order } from './features/support/order';
import { installStorage, installWx } from './support/wx';
import { LIST, LOGIN, startWithOrders } from './services/support/sandbox';

/** Each test starts with a module that is not configured. */
let configure: typeof configureModule;
beforeEach(async () => {
  jest.resetModules();
  configure = await import('../miniprogram/configure');
});

const settings = {
  host: 'https://app.example',
  clientId: 'app',
  session: fixedToken('t'),
};

test('names the missing call when it is not configured', () => {
  expect(() => configure.paymentHistory()).toThrow(
    'Payment history is not configured: call configurePaymentHistory({ host, clientId }) in App.onLaunch.',
  );
});

test('refuses a host without https and stays unconfigured', () => {
  expect(() =>
    configure.configurePaymentHistory({ ...settings, host: 'http://app.example' }),
  ).toThrow(/host "http:\/\/app\.example" is not usable/);
  expect(() => configure.paymentHistory()).toThrow(/not configured/);
});

test.each([
  ['zh_CN', 'zh-CN'],
  ['zh_TW', 'zh-CN'],
  ['en', 'en'],
  ['ja', 'en'],
  ['ZH_CN', 'zh-CN'],
  ['', 'zh-CN'],
  [undefined, 'zh-CN'],
  [null, 'zh-CN'],
  [1, 'zh-CN'],
])('with WeChat in %s the default language is %s', (wechats, ours) => {
  Object.assign(globalThis, { wx: { getAppBaseInfo: () => ({ language: wechats }) } });
  configure.configurePaymentHistory(settings);
  expect(configure.paymentHistory().language).toBe(ours);
  configure.configurePaymentHistory({ ...settings, language: 'zh-CN' });
  expect(configure.paymentHistory().language).toBe('zh-CN');
});

test('uses the clock of the phone by default', () => {
  configure.configurePaymentHistory(settings);
  const { clock } = configure.paymentHistory();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5000);
});

test('uses the language and the clock of the settings', () => {
  const platform = { now: () => 1_700_000_000_000 };
  configure.configurePaymentHistory({ ...settings, language: 'en', platform });
  const { language, clock } = configure.paymentHistory();
  expect([language, clock.now()]).toEqual(['en', 1_700_000_000_000]);
});

test('the owner of kept data is host, app and user, where the user is certain', () => {
  const owner = (session: Session) => {
    configure.configurePaymentHistory({ ...settings, session });
    return configure.paymentHistory().owner();
  };
  expect(owner(fixedToken('t', () => 7))).toBe('https://app.example app 7');
  expect(owner(silentLogin(settings))).toBeNull();
  expect(owner(fixedToken('t'))).toBeNull();
  expect(owner({ token: () => Promise.resolve('t'), drop: () => undefined })).toBeNull();
});

test('the owner is the user that the last login named, also in the next visit', async () => {
  const { sandbox } = await startWithOrders({ count: 3 });
  const kept = installStorage();
  const connection = { host: sandbox.url, clientId: 'sandbox-client' };
  configure.configurePaymentHistory(connection);
  expect(configure.paymentHistory().owner()).toBeNull();
  await configure.paymentHistory().orders.list();
  const owner = configure.paymentHistory().owner();
  expect(owner).toMatch(/^http:.+ sandbox-client 6173\d+1$/);
  configure.configurePaymentHistory(connection);
  expect(configure.paymentHistory().owner()).toBe(owner);
  configure.configurePaymentHistory({ ...connection, clientId: 'another-app' });
  expect(configure.paymentHistory().owner()).toBeNull();
  expect(kept.size).toBe(1);
  await sandbox.close();
});

test('a user who is found to have signed out takes the stored payments along', () => {
  installWx('code');
  const kept = installStorage();
  const user = { name: 'anna' as string | null };
  configure.configurePaymentHistory({
    ...settings,
    session: { token: () => Promise.resolve('t'), drop: () => undefined, user: () => user.name },
  });
  const { currentUser, orderCache } = configure.paymentHistory();
  const anna = order({ transactionNo: 'T1' });
  orderCache.keep(anna);
  kept.set(SNAPSHOT_KEY, 'rows');
  currentUser.ask();
  expect(orderCache.get({ transactionNo: 'T1' })).toBe(anna);
  user.name = null;
  currentUser.ask();
  expect([orderCache.get({ transactionNo: 'T1' }), kept.size]).toEqual([null, 0]);
});

test('signs the WeChat user in once where the settings have no session', async () => {
  const { sandbox, asked } = await startWithOrders({ count: 3 });
  const wxRecord = installWx('code');
  configure.configurePaymentHistory({ host: sandbox.url, clientId: 'sandbox-client' });
  const { orders } = configure.paymentHistory();
  const pages = await Promise.all([orders.list(), orders.list({ limit: 1 })]);
  expect(pages.map(({ totalCount }) => totalCount)).toEqual([3, 3]);
  expect([wxRecord.logins, asked()]).toEqual([1, [`POST ${LOGIN}`, `GET ${LIST}`, `GET ${LIST}`]]);
  await sandbox.close();
});

test('the default session uses the transport and the clock of the settings', async () => {
  installWx('code-1', 'code-2');
  let now = 1_700_000_000_000;
  const paths: string[] = [];
  configure.configurePaymentHistory({
    host: 'https://app.example',
    clientId: 'app',
    platform: { now: () => now },
    transport: ({ url, method, success }) => {
      paths.push(`${method} ${new URL(url).pathname}`);
      const login = { token: 't', expires_in: 100 };
      const data = JSON.stringify(method === 'POST' ? login : { objects: [] });
      success({ statusCode: 200, data });
      return { abort: () => undefined };
    },
  });
  const { orders } = configure.paymentHistory();
  await orders.list();
  now += 60_000;
  await orders.list();
  now += 60_000;
  await orders.list();
  const [login, list] = [`POST ${LOGIN}`, `GET ${LIST}`];
  expect(paths).toEqual([login, list, list, login, list]);
});

describe('copies of the module in one mini program', () => {
  const app: Record<string, unknown> = {};
  const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let copy: typeof configureModule;

  beforeEach(async () => {
    for (const name of Object.keys(app)) delete app[name];
    report.mockClear();
    Object.assign(globalThis, { getApp: () => app });
    jest.resetModules();
    copy = await import('../miniprogram/configure');
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'getApp'));

  it('share the configuration of one of them, also a later one', () => {
    configure.configurePaymentHistory(settings);
    expect(copy.paymentHistory()).toBe(configure.paymentHistory());
    configure.configurePaymentHistory({ ...settings, language: 'en' });
    expect(copy.paymentHistory().language).toBe('en');
    expect(report).not.toHaveBeenCalled();
  });

  it('share it where WeChat gives the app after onLaunch only', async () => {
    Object.assign(globalThis, { getApp: () => undefined });
    configure.configurePaymentHistory(settings);
    expect(() => copy.paymentHistory()).toThrow('not configured');
    Object.assign(globalThis, { getApp: () => app });
    await Promise.resolve();
    expect(copy.paymentHistory()).toBe(configure.paymentHistory());
  });

  it('that are both configured have their own, and the developer reads it', () => {
    configure.configurePaymentHistory(settings);
    copy.configurePaymentHistory(settings);
    expect(copy.paymentHistory()).not.toBe(configure.paymentHistory());
    expect(report.mock.calls).toEqual([[expect.stringContaining('Two copies')]]);
  });

  it('of different versions share nothing, and the error names both', () => {
    app['hydrogenPaymentHistory'] = { version: '9.9.9', module: {} };
    expect(() => copy.paymentHistory()).toThrow(
      `Payment history ${copy.VERSION} is not configured, but a second copy of the module, 9.9.9, is`,
    );
  });

  it('know their version', () => {
    const manifest = readFileSync(path.join(__dirname, '../package.json'), 'utf8');
    expect(copy.VERSION).toBe((JSON.parse(manifest) as { version: string }).version);
  });
});

describe('the base library', () => {
  const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const configureIn = (SDKVersion: unknown, envVersion = 'develop') => {
    report.mockClear();
    const wx = {
      getAppBaseInfo: () => ({ SDKVersion }),
      getAccountInfoSync: () => ({ miniProgram: { envVersion } }),
    };
    Object.assign(globalThis, { wx });
    configure.configurePaymentHistory(settings);
    return report.mock.calls.length;
  };

  it.each(['3.2.1', '3.1.9', '2.33.0'])('%s is too old: the developer reads it', (version) => {
    expect(configureIn(version)).toBe(1);
    expect(report.mock.calls[0]).toEqual([expect.stringContaining(`${version}, is older`)]);
    expect(configureIn(version)).toBe(0);
  });

  it.each(['3.2.2', '3.2.10', '3.10.0', '4.0.0', undefined])('%s is new enough', (version) => {
    expect(configureIn(version)).toBe(0);
  });

  it('is also noticed before wx.getAppBaseInfo', () => {
    report.mockClear();
    const wx = { getSystemInfoSync: () => ({ SDKVersion: '2.10.0' }) };
    Object.assign(globalThis, { wx });
    configure.configurePaymentHistory(settings);
    expect(report.mock.calls).toEqual([[expect.stringContaining('2.10.0, is older')]]);
  });

  it('is not reported in a released mini program', () => {
    expect(configureIn('3.2.1', 'release')).toBe(0);
  });
});

describe('the words of the host app', () => {
  const texts = { 'zh-TW': { title: '付款紀錄' }, ja: { title: '支払い' } };

  it.each([
    ['zh_TW', 'zh-TW'],
    ['zh_CN', 'zh-CN'],
    ['ja', 'ja'],
    ['fr', 'en'],
  ])('with WeChat in %s the language is %s', (language, ours) => {
    Object.assign(globalThis, { wx: { getAppBaseInfo: () => ({ language }) } });
    configure.configurePaymentHistory({ ...settings, texts });
    const { language: chosen, texts: kept } = configure.paymentHistory();
    expect([chosen, kept]).toEqual([ours, texts]);
  });
});

describe('a setting of a host in JavaScript', () => {
  it.each([
    [{ checkOut: 'pay' }, 'checkOut is not a function'],
    [{ refunds: 'yes' }, 'refunds is not a function'],
    [{ onEvent: true }, 'onEvent is not a function'],
    [{ onPaymentParameters: 'keep' }, 'onPaymentParameters is not a function'],
    [{ session: 'token' }, 'session is not usable. Allowed: silentLogin({ … })'],
    [{ session: () => 'token' }, 'session is not usable'],
    [{ session: { token: 'abc', drop() {} } }, 'session is not usable'],
    [{ texts: '付款记录' }, "texts is not usable. Allowed: words by language, such as { 'zh-CN'"],
    [{ texts: { title: '付款记录' } }, 'texts is not usable'],
    [{ texts: { zh_CN: { title: '付款记录' } } }, 'texts is not usable'],
    [{ customerService: 'wecom' }, "customerService is not usable. Allowed: 'wechat', 'event'"],
    [{ customerService: { corpId: 'ww1' } }, 'customerService is not usable'],
  ])('that is %j is named at launch', (given, mistake) => {
    const configured = { ...settings, ...given } as unknown as typeof settings;
    expect(() => configure.configurePaymentHistory(configured)).toThrow(mistake);
  });

  it.each([
    { checkOut: null, refunds: undefined, customerService: null, session: null, texts: null },
    { texts: { 'zh-CN': null, 'zh-Hant-TW': {} }, platform: null, transport: null },
    { customerService: 'none' },
    { customerService: { corpId: 'ww1', url: 'https://work.weixin.qq.com/kfid/1' } },
  ])('that is %j is used', (given) => {
    const configured = { ...settings, ...given } as unknown as typeof settings;
    expect(() => configure.configurePaymentHistory(configured)).not.toThrow();
  });
});

test('a setting that is null counts as not given', () => {
  const nulls = { checkOut: null, customerService: null, texts: null, prefetch: null };
  configure.configurePaymentHistory({ ...settings, ...nulls } as unknown as typeof settings);
  const { checkOut, customerService, texts, prefetch } = configure.paymentHistory();
  expect({ checkOut, customerService, texts, prefetch }).toEqual({ prefetch: true });
});

test.each([undefined, null, 'https://shop.example'])('%j instead of settings is named', (given) => {
  const configured = given as unknown as typeof settings;
  expect(() => configure.configurePaymentHistory(configured)).toThrow('there are no settings');
});

describe('a misspelt setting', () => {
  it('is named to the developer, and the others are used', () => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    report.mockClear();
    const misspelt = { checkout: () => undefined, perminute: 20 };
    configure.configurePaymentHistory({ ...settings, ...misspelt, prefetch: false });
    expect(report.mock.calls).toEqual([[expect.stringContaining('checkout, perminute')]]);
    expect(configure.paymentHistory().prefetch).toBe(false);
    report.mockRestore();
  });
});

describe('the events of the host app', () => {
  it('arrive later, and a mistake in the handler stops nothing', async () => {
    const events: unknown[] = [];
    configure.configurePaymentHistory({ ...settings, onEvent: (event) => void events.push(event) });
    configure.paymentHistory().report?.({ name: 'payment-opened' });
    expect(events).toEqual([]);
    await Promise.resolve();
    expect(events).toEqual([{ name: 'payment-opened' }]);
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('of the host app');
      },
    ],
    ['rejects', () => Promise.reject(new Error('of the host app'))],
  ])('are reported to the developer where the handler %s', async (_how, onEvent) => {
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    configure.configurePaymentHistory({ ...settings, onEvent });
    configure.paymentHistory().report?.({ name: 'payment-opened' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(reported.mock.calls).toEqual([
      [expect.stringContaining('host app'), new Error('of the host app')],
    ]);
    reported.mockRestore();
  });

  it('are not made where the app has no handler', () => {
    configure.configurePaymentHistory(settings);
    expect(configure.paymentHistory().report).toBeNull();
  });
});

describe('the demo app', () => {
  const launch = async (extConfig: object) => {
    installWx('code');
    Object.assign(wx, {
      getExtConfigSync: () => extConfig,
      getAppBaseInfo: () => ({ language: 'zh_CN' }),
    });
    const apps: { onLaunch(): void }[] = [];
    Object.assign(globalThis, { App: (app: { onLaunch(): void }) => apps.push(app) });
    await import('../miniprogram/app');
    apps[0]?.onLaunch();
    return configure.paymentHistory();
  };

  test('reads the payments of the host in its ext config', async () => {
    const { sandbox } = await startWithOrders({ count: 3, clientId: 'another-app' });
    const { orders, language } = await launch({
      paymentHistory: { host: sandbox.url, clientId: 'another-app', language: 'en' },
    });
    await expect(orders.list()).resolves.toMatchObject({ totalCount: 3 });
    expect(language).toBe('en');
    await sandbox.close();
  });

  test('uses the token in its ext config instead of signing in', async () => {
    const { sandbox } = await startWithOrders({ count: 3 });
    const { orders } = await launch({ paymentHistory: { host: sandbox.url, token: 'given' } });
    await expect(orders.list()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
    const [request, ...others] = sandbox.requests();
    expect(request?.headers.authorization).toBe('Hydrogen-r1 given');
    expect(others).toEqual([]);
    await sandbox.close();
  });

  test('is configured without an ext config', async () => {
    expect((await launch({})).language).toBe('zh-CN');
  });
});
