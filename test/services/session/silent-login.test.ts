import { silentLogin } from '../../../miniprogram/services/session/silent-login';
import { installWx } from '../../support/wx';
import { serve, type Handler, type TestServer } from '../support/server';

let server: TestServer;
afterEach(() => server.close());

let clock = 1_700_000_000_000;
const signIn = async (handler: Handler) => {
  server = await serve(handler);
  return silentLogin({ host: server.url, clientId: 'app', platform: { now: () => clock } });
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
  expect(server.received).toHaveLength(1);
  const [login] = server.received;
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
  expect(server.received).toHaveLength(1);
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
  expect(server.received).toHaveLength(1);
});

test('a failed login fails all concurrent calls, and the next call signs in again', async () => {
  const wxRecord = installWx('code');
  let answers = 0;
  const session = await signIn(() =>
    (answers += 1) === 1 ? { status: 500 } : { status: 201, body: '{"token":"t"}' },
  );
  const failed = { kind: 'server', method: 'POST', path: '/hserve/v2.5/idp/wechat/silent-login/' };
  const waiting = [session.token(), session.token()];
  for (const result of await Promise.allSettled(waiting)) {
    expect(result).toMatchObject({ status: 'rejected', reason: failed });
  }
  await expect(session.token()).resolves.toBe('t');
  expect(wxRecord.logins).toBe(2);
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
  expect(server.received).toHaveLength(0);
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
