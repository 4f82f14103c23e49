import type * as configureModule from '../miniprogram/configure';
import { fixedToken, silentLogin, type Session } from '../miniprogram/services/session/session';
import { installWx } from './support/wx';
import { startWithOrders } from './services/support/sandbox';

/** Each test starts with the module as an app finds it: not configured. */
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

test('says what to call when nothing is configured', () => {
  expect(() => configure.paymentHistory()).toThrow(
    'Payment history is not configured: call configurePaymentHistory({ host, clientId, session }) in App.onLaunch.',
  );
});

test('refuses a host that a token must not go to, and stays as it was', () => {
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
])('speaks what WeChat speaks, unless told otherwise: %s', (wechats, ours) => {
  Object.assign(globalThis, { wx: { getAppBaseInfo: () => ({ language: wechats }) } });
  configure.configurePaymentHistory(settings);
  expect(configure.paymentHistory().language).toBe(ours);
  configure.configurePaymentHistory({ ...settings, language: 'zh-CN' });
  expect(configure.paymentHistory().language).toBe('zh-CN');
});

test('follows the clock of the phone unless told otherwise', () => {
  configure.configurePaymentHistory(settings);
  const { clock } = configure.paymentHistory();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5000);
});

test('takes language and clock from the app', () => {
  const platform = { now: () => 1_700_000_000_000 };
  configure.configurePaymentHistory({ ...settings, language: 'en', platform });
  const { language, clock } = configure.paymentHistory();
  expect([language, clock.now()]).toEqual(['en', 1_700_000_000_000]);
});

test('names the owner of what is kept: host, app and user, where the user is certain', () => {
  const owner = (session: Session) => {
    configure.configurePaymentHistory({ ...settings, session });
    return configure.paymentHistory().owner();
  };
  expect(owner(fixedToken('t', () => 7))).toBe('https://app.example app 7');
  expect(owner(silentLogin(settings))).toBe('https://app.example app wechat');
  expect(owner(fixedToken('t'))).toBeNull();
  expect(owner({ token: () => Promise.resolve('t'), drop: () => undefined })).toBeNull();
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

  test('shows the payments of the host its surroundings name', async () => {
    const { sandbox } = await startWithOrders({ count: 3, clientId: 'another-app' });
    const { orders, language } = await launch({
      paymentHistory: { host: sandbox.url, clientId: 'another-app', language: 'en' },
    });
    await expect(orders.list()).resolves.toMatchObject({ totalCount: 3 });
    expect(language).toBe('en');
    await sandbox.close();
  });

  test('uses a token it is given instead of signing in', async () => {
    const { sandbox } = await startWithOrders({ count: 3 });
    const { orders } = await launch({ paymentHistory: { host: sandbox.url, token: 'given' } });
    await expect(orders.list()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
    const [request, ...others] = sandbox.requests();
    expect(request?.headers.authorization).toBe('Hydrogen-r1 given');
    expect(others).toEqual([]);
    await sandbox.close();
  });

  test('is configured without any surroundings', async () => {
    expect((await launch({})).language).toBe('zh-CN');
  });
});
