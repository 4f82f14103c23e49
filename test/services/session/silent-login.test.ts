import { silentLogin } from '../../../miniprogram/services/session/silent-login';
import type { Transport } from '../../../miniprogram/services/http/transport';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { installStorage, installWx } from '../../support/wx';
import { serve, type Handler, type TestServer } from '../support/server';

let server: TestServer | undefined;
afterEach(() => server?.close());

let clock = 1_700_000_000_000;
const signIn = async (handler: Handler) => {
  const started = await serve(handler);
  server = started;
  return silentLogin({ host: started.url, clientId: 'app', platform: { now: () => clock } });
};

/** Grants t-1, t-2, … for 100 seconds each. */
const granting = (): Handler => {
  let granted = 0;
  return () => {
    granted += 1;
    return { status: 201, body: JSON.stringify({ token: `t-${granted}`, expires_in: 100 }) };
  };
};

test('exchanges the code of wx.login for a token', async () => {
  installWx('code-1');
  const session = await signIn(granting());
  await expect(session.token()).resolves.toBe('t-1');
  expect(server?.received).toHaveLength(1);
  const [login] = server?.received ?? [];
  expect(login).toMatchObject({
    method: 'POST',
    url: '/hserve/v2.5/idp/wechat/silent-login/',
    headers: { 'x-hydrogen-client-id': 'app', 'content-type': 'application/json' },
  });
  expect(login?.headers.authorization).toBeUndefined();
  expect(JSON.parse(login?.body ?? '')).toEqual({
    code: 'code-1',
    create_user: true,
    login_with_unionid: false,
  });
});

test('twenty concurrent calls share one login', async () => {
  const wxRecord = installWx('code-1');
  const session = await signIn(granting());
  const tokens = await Promise.all(Array.from({ length: 20 }, () => session.token()));
  expect(new Set(tokens)).toEqual(new Set(['t-1']));
  expect(wxRecord.logins).toBe(1);
  expect(server?.received).toHaveLength(1);
});

test('uses a token until 30 seconds before it expires', async () => {
  installWx('code-1', 'code-2');
  const session = await signIn(granting());
  await session.token();
  clock += 69_000;
  await expect(session.token()).resolves.toBe('t-1');
  clock += 1000;
  await expect(session.token()).resolves.toBe('t-2');
});

test('drops only the token that was refused', async () => {
  installWx('code');
  const session = await signIn(granting());
  await session.token();
  await session.drop('t-0');
  await expect(session.token()).resolves.toBe('t-1');
  await session.drop('t-1');
  await expect(session.token()).resolves.toBe('t-2');
  await session.drop('t-1');
  await expect(session.token()).resolves.toBe('t-2');
});

test('uses a token without a readable lifetime until it is refused', async () => {
  installWx('code');
  const session = await signIn(() => ({ status: 201, body: '{"token":"t","expires_in":null}' }));
  await session.token();
  clock += 1e12;
  await expect(session.token()).resolves.toBe('t');
  expect(server?.received).toHaveLength(1);
});

test('a login that fails for a moment is repeated with another code', async () => {
  const wxRecord = installWx('code-1', 'code-2');
  let answers = 0;
  const session = await signIn(() =>
    (answers += 1) === 1 ? { status: 502 } : { status: 201, body: '{"token":"t"}' },
  );
  await expect(session.token()).resolves.toBe('t');
  expect(wxRecord.logins).toBe(2);
  expect(server?.received.map(({ body }) => (JSON.parse(body) as { code: string }).code)).toEqual([
    'code-1',
    'code-2',
  ]);
});

test('a login that WeChat interrupts in the background is repeated in the foreground', async () => {
  const wxRecord = installWx('code-1', 'code-2');
  const world = virtualPlatform();
  const fails: Parameters<Transport>[0]['fail'][] = [];
  const session = silentLogin({
    host: 'https://app.example',
    clientId: 'app',
    platform: world.platform,
    transport: ({ success, fail }) => {
      if (fails.push(fail) === 2) success({ statusCode: 201, data: '{"token":"t"}', header: {} });
      return undefined;
    },
  });
  const token = session.token();
  await settled();
  world.hide();
  fails[0]?.({ errno: 600003, errMsg: 'request:fail interrupted' });
  await settled();
  expect(wxRecord.logins).toBe(1);
  world.show();
  await expect(token).resolves.toBe('t');
});

test('a token of a short lifetime is used for half of it', async () => {
  installWx('code-1');
  const session = await signIn(() => ({ status: 201, body: '{"token":"t","expires_in":20}' }));
  await session.token();
  clock += 9_000;
  await session.token();
  expect(server?.received).toHaveLength(1);
  clock += 1_000;
  await session.token();
  expect(server?.received).toHaveLength(2);
});

test('a failed login fails all concurrent calls, and the next call signs in again', async () => {
  const wxRecord = installWx('code');
  let answers = 0;
  const session = await signIn(() =>
    (answers += 1) <= 3 ? { status: 500 } : { status: 201, body: '{"token":"t"}' },
  );
  const failed = { kind: 'server', method: 'POST', path: '/hserve/v2.5/idp/wechat/silent-login/' };
  const waiting = [session.token(), session.token()];
  for (const result of await Promise.allSettled(waiting)) {
    expect(result).toMatchObject({ status: 'rejected', reason: failed });
  }
  await expect(session.token()).resolves.toBe('t');
  expect(wxRecord.logins).toBe(4);
});

test.each(['null', '{}', '{"token":""}', '{"token":5}', '[]', '"t"'])(
  'an answer of %s is malformed',
  async (body) => {
    installWx('code');
    const session = await signIn(() => ({ status: 201, body }));
    await expect(session.token()).rejects.toMatchObject({ kind: 'malformed', method: 'POST' });
  },
);

test('a failure of wx.login is a network failure', async () => {
  installWx();
  const session = await signIn(granting());
  await expect(session.token()).rejects.toMatchObject({
    kind: 'network',
    cause: { errMsg: 'login:fail no code' },
  });
  expect(server?.received).toHaveLength(0);
});

test.each([
  ['user_info.id', (id: number) => ({ user_info: { id } })],
  ['user_id of older versions', (id: number) => ({ user_id: id })],
])('reports another user, whose id is %s, before it gives the token', async (_name, idFields) => {
  installWx('code');
  const users = [5, 5, 6];
  const session = await signIn(() => {
    const body = { token: `t-${users.length}`, expires_in: 100, ...idFields(users.shift() ?? 0) };
    return { status: 201, body: JSON.stringify(body) };
  });
  const log: string[] = [];
  session.onUserChange?.(() => log.push('another user'));
  while (log.length < 4) {
    const token = await session.token();
    log.push(token);
    await session.drop(token);
  }
  expect(log).toEqual(['t-3', 't-2', 'another user', 't-1']);
});

test('the user of the last login counts as signed in until a login names another one', async () => {
  const wxRecord = installWx('code');
  const kept = installStorage();
  const users: unknown[] = [5, 5, 6, undefined];
  await signIn(() => {
    const body = { token: `t-${users.length}`, user_info: { id: users.shift() } };
    return { status: 201, body: JSON.stringify(body) };
  });
  const visit = () => {
    const session = silentLogin({ host: server?.url ?? '', clientId: 'app' });
    const log: unknown[] = [session.user?.()];
    session.onUserChange?.(() => log.push('change', session.user?.()));
    return { log, login: () => session.token() };
  };
  const logs: unknown[] = [];
  while (users.length > 0) {
    const { log, login } = visit();
    await login();
    logs.push(log);
  }
  expect(logs).toEqual([[null], ['5'], ['5', 'change', '6'], ['6', 'change', null]]);
  expect([wxRecord.logins, kept.size]).toEqual([4, 0]);
});

describe('a login that does not answer', () => {
  /** A phone whose `wx.login` and `wx.request` answer only where the test lets them. */
  const silentPhone = () => {
    const { platform, advance, hide, show } = virtualPlatform();
    const phone = {
      advance,
      hide,
      show,
      logins: 0,
      requests: 0,
      aborts: 0,
      answers: false,
      givesCode: false,
    };
    const login = ({ success }: { success: (result: { code: string }) => void }) => {
      phone.logins += 1;
      if (phone.answers || phone.givesCode) success({ code: 'code' });
    };
    Object.assign(globalThis, { wx: { login } });
    const transport: Transport = ({ success }) => {
      phone.requests += 1;
      if (phone.answers) success({ statusCode: 201, data: '{"token":"t"}' });
      return { abort: () => void (phone.aborts += 1) };
    };
    const connection = { host: 'https://a.example', clientId: 'app', transport, platform };
    return { phone, session: silentLogin(connection) };
  };

  const timedOut = {
    kind: 'timeout',
    method: 'POST',
    path: '/hserve/v2.5/idp/wechat/silent-login/',
  };

  test('is given up by wx.login, and the next call begins another', async () => {
    const { phone, session } = silentPhone();
    const failed = expect(session.token()).rejects.toMatchObject(timedOut);
    await phone.advance(14_999);
    void session.token().catch(() => undefined);
    expect(phone.logins).toBe(1);
    await phone.advance(1);
    await failed;
    phone.answers = true;
    await expect(session.token()).resolves.toBe('t');
    expect(phone.logins).toBe(2);
  });

  test('is given up by the server, and its request is aborted before the next one', async () => {
    const { phone, session } = silentPhone();
    phone.givesCode = true;
    const failed = expect(session.token()).rejects.toMatchObject(timedOut);
    await phone.advance(15_000);
    await failed;
    expect(phone).toMatchObject({ requests: 1, aborts: 1 });
    phone.answers = true;
    await expect(session.token()).resolves.toBe('t');
  });

  test('has its whole time again after the mini program was in the background', async () => {
    const { phone, session } = silentPhone();
    let isOver = false;
    const over = session.token().catch(() => (isOver = true));
    phone.hide();
    await phone.advance(60_000);
    phone.show();
    await phone.advance(14_999);
    expect(isOver).toBe(false);
    await phone.advance(15_001);
    await over;
    expect(isOver).toBe(true);
  });
});

test.each([
  ['login:fail timeout', 'timeout'],
  ['login:fail 请求超时。', 'timeout'],
  ['login:fail network error', 'network'],
])('a failure of wx.login by %s is of the kind %s', async (errMsg, kind) => {
  const login = ({ fail }: { fail: (cause: object) => void }) => fail({ errMsg });
  Object.assign(globalThis, { wx: { login } });
  const session = silentLogin({ host: 'https://a.example', clientId: 'app' });
  await expect(session.token()).rejects.toMatchObject({ kind, cause: { errMsg } });
});

test('the user of the last login is known to a later visit, but not to another app or host', async () => {
  installWx('code');
  installStorage();
  const transport: Transport = ({ success }) => {
    success({ statusCode: 201, data: { token: 't', expires_in: 60, user_info: { id: 7 } } });
  };
  const connection = { host: 'https://a.example', clientId: 'app', transport };
  await silentLogin(connection).token();
  expect(silentLogin(connection).user?.()).toBe('7');
  expect(silentLogin({ ...connection, clientId: 'other' }).user?.()).toBeNull();
  expect(silentLogin({ ...connection, host: 'https://b.example' }).user?.()).toBeNull();
});

test('the developer reads once which client id Hydrogen refuses', async () => {
  const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  installWx('code');
  const session = await signIn(() => ({ status: 401, body: '{}' }));
  await expect(session.token()).rejects.toMatchObject({ kind: 'unauthorized' });
  await expect(session.token()).rejects.toMatchObject({ kind: 'unauthorized' });
  expect(report.mock.calls).toEqual([[expect.stringContaining('the app "app"')]]);
  report.mockRestore();
});
