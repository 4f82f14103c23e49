import type { CancelSignal } from '../../core/cancellation';
import { ApiError, isApiError, type ApiErrorFacts } from '../api-error';
import { fieldsOf } from '../http/json';
import { createSend, explain, kindOfFailure, type Connection } from '../http/send';
import { resolvePlatform } from '../platform';
import { wxStorage } from '../storage';
import { createSharedLogin, userName, watchUser, type Session } from './session';

/** Source: Hydrogen's SDK; the page of the Web API documents only other logins. */
const LOGIN_PATH = '/hserve/v2.5/idp/wechat/silent-login/';
/** Milliseconds in which WeChat has to give a code. */
const CODE_TIMEOUT_MS = 10_000;
/** A token is not used in its last 30 seconds, or in the second half of a shorter lifetime. */
const EXPIRY_MARGIN_MS = 30_000;

/**
 * Creates a session that signs the WeChat user in without a dialog: `wx.login` gives a code, and Hydrogen
 * exchanges it for a token. Concurrent calls of `token()` share one login. `token()` rejects with
 * {@link ApiError}. The user of the last login is kept on the phone and counts as signed in until a login
 * names another one.
 *
 * @param connection - Host and app, as for every request.
 * @throws Error when the host or the client id is not usable.
 */
export function silentLogin(connection: Connection): Session {
  const send = createSend(connection);
  const { now } = resolvePlatform(connection.platform);
  const { seen, onUserChange } = watchUser();
  let current: { readonly token: string; readonly usableUntil: number } | null = null;
  const userKey = ['hydrogen-payment-history:user', connection.host, connection.clientId].join(' ');
  let user: string | null | undefined;

  /** The user of the last login, also of an earlier visit. */
  const lastUser = () => (user === undefined ? (user = userName(wxStorage.get(userKey))) : user);

  function signIn(named: unknown): void {
    seen(lastUser());
    const next = userName(named);
    if (next === null) wxStorage.remove(userKey);
    else if (next !== user) wxStorage.set(userKey, next);
    user = next;
    seen(next);
  }

  /** The code of `wx.login` is fresh: the app that it is sent for is wrong. */
  function refused(error: unknown): never {
    if (isApiError(error) && error.kind === 'unauthorized')
      explain('client-id', connection.clientId);
    throw error;
  }

  const login = createSharedLogin(
    async (signal: CancelSignal) => {
      const body = { code: await loginCode(), create_user: true, login_with_unionid: false };
      const answer = await send({ method: 'POST', path: LOGIN_PATH, body }, signal).catch(refused);
      const { token, lifetimeMs, ...named } = decodeLogin(answer);
      const usableUntil = now() + Math.max(lifetimeMs - EXPIRY_MARGIN_MS, lifetimeMs / 2);
      current = { token, usableUntil };
      signIn(named.user);
      return token;
    },
    { method: 'POST', path: LOGIN_PATH },
    connection.platform,
  );

  return {
    token() {
      if (current && now() < current.usableUntil) return Promise.resolve(current.token);
      return login();
    },
    drop(token) {
      if (current && current.token === token) current = null;
    },
    user: lastUser,
    onUserChange,
  };
}

const loginFailure = (kind: ApiErrorFacts['kind'], facts: Partial<ApiErrorFacts>) =>
  new ApiError({ kind, method: 'POST', path: LOGIN_PATH, ...facts });

const loginCode = () =>
  new Promise<string>((resolve, reject) => {
    wx.login({
      timeout: CODE_TIMEOUT_MS,
      success: ({ code }) => resolve(code),
      fail: (cause) => reject(loginFailure(kindOfFailure(cause), { cause })),
    });
  });

/** Reads the answer of a login. A token without a readable lifetime is used until the server refuses it. */
function decodeLogin(body: unknown) {
  const { token, expires_in, user_info, user_id } = fieldsOf(body);
  if (typeof token !== 'string' || !token) throw loginFailure('malformed', { status: 201 });
  // Older versions of the login have the user's id outside `user_info`.
  const { id: user = user_id } = fieldsOf(user_info);
  const lifetimeMs = typeof expires_in === 'number' ? expires_in * 1000 : Infinity;
  return { token, lifetimeMs, user };
}
