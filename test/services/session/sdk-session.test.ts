import { sdkSession } from '../../../miniprogram/services/session/sdk-session';
import { virtualPlatform } from '../../support/virtual-platform';

/** The observed behaviour of minapp-sdk: a login keeps the old token while the session looks unexpired. */
function sdk(token = 'sdk-1') {
  const calls: string[] = [];
  const state = { token, user: 'anna', logins: 0, failWith: null as unknown };
  const baas = {
    getAuthToken: () => Promise.resolve(state.token),
    clearSession: () => {
      calls.push('clearSession');
      state.token = '';
      return Promise.resolve();
    },
    auth: {
      async loginWithWechat() {
        calls.push('loginWithWechat');
        await Promise.resolve();
        if (state.failWith !== null) throw state.failWith as Error;
        if (state.token === '') state.token = `sdk-${(state.logins += 1) + 1}`;
      },
    },
    storage: { get: (key: string) => (key === 'uid' ? state.user : null) },
  };
  return { baas, calls, state };
}

test('uses the token that the SDK has, without signing in', async () => {
  const { baas, calls } = sdk();
  await expect(sdkSession(baas).token()).resolves.toBe('sdk-1');
  expect(calls).toEqual([]);
});

test('calls the function that gives the SDK, and reads the token of an SDK before 3.13', async () => {
  const { baas } = sdk();
  const older = { ...baas, getAuthToken: () => 'sync' };
  await expect(sdkSession(() => older).token()).resolves.toBe('sync');
});

test('lets the SDK sign in when it has no token', async () => {
  const { baas, calls } = sdk('');
  await expect(sdkSession(baas).token()).resolves.toBe('sdk-2');
  expect(calls).toEqual(['clearSession', 'loginWithWechat']);
});

test('clears a refused token before the SDK signs in, once for twenty callers', async () => {
  const { baas, calls } = sdk();
  const session = sdkSession(baas);
  await session.token();
  const renewed = await Promise.all(
    Array.from({ length: 20 }, async () => {
      await session.drop('sdk-1');
      return session.token();
    }),
  );
  expect(new Set(renewed)).toEqual(new Set(['sdk-2']));
  expect(calls).toEqual(['clearSession', 'loginWithWechat']);
});

test('does not sign in when the app has done so meanwhile', async () => {
  const { baas, calls, state } = sdk();
  const session = sdkSession(baas);
  await session.token();
  await session.drop('sdk-1');
  state.token = 'of-the-host';
  await expect(session.token()).resolves.toBe('of-the-host');
  expect(calls).toEqual([]);
});

test.each([
  [{ code: 600 }, 'network'],
  [{ code: 601 }, 'timeout'],
  [{ code: 604 }, 'unauthorized'],
  [null, 'unauthorized'],
  ['no', 'unauthorized'],
])('a login of the SDK that fails with %j fails as %s', async (cause, kind) => {
  const { baas, state } = sdk('');
  state.failWith = cause ?? undefined;
  const session = sdkSession(baas);
  await expect(session.token()).rejects.toMatchObject({ name: 'ApiError', kind });
  state.failWith = null;
  await expect(session.token()).resolves.toBe('sdk-2');
});

test('reports another user of the SDK', async () => {
  const { baas, state } = sdk();
  const session = sdkSession(baas);
  let changes = 0;
  session.onUserChange?.(() => changes++);
  await session.token();
  await session.token();
  expect(changes).toBe(0);
  state.user = 'ben';
  await session.token();
  expect(changes).toBe(1);
});

test('names the user of the SDK without a request', () => {
  const { baas, calls } = sdk();
  expect(sdkSession(baas).user?.()).toBe('anna');
  expect(sdkSession({ ...baas, storage: { get: () => '' } }).user?.()).toBeNull();
  expect(calls).toEqual([]);
});

test.each(['clearSession', 'loginWithWechat'] as const)(
  'gives up a login whose %s does not answer, and the next call begins another',
  async (name) => {
    const { baas, calls } = sdk('');
    const { platform, advance } = virtualPlatform();
    const state = { isSilent: true };
    const silent = () => new Promise<never>(() => calls.push(name));
    const session = sdkSession(() => {
      if (!state.isSilent) return baas;
      if (name === 'clearSession') return { ...baas, clearSession: silent };
      return { ...baas, auth: { loginWithWechat: silent } };
    }, platform);
    const failed = expect(session.token()).rejects.toMatchObject({
      kind: 'timeout',
      method: 'SDK',
      path: 'loginWithWechat',
    });
    await advance(15_000);
    await failed;
    state.isSilent = false;
    await expect(session.token()).resolves.toBe('sdk-2');
  },
);
