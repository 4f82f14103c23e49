import { ApiError } from '../api-error';
import { fieldsOf } from '../http/json';
import type { Platform } from '../platform';
import { createSharedLogin, userName, watchUser, type Session } from './session';

/** The part of minapp-sdk (`wx.BaaS`) that a session needs. */
export interface HydrogenSdk {
  /** Returns a promise since 3.13, which the SDK's typings do not say. */
  getAuthToken(): string | Promise<string>;
  clearSession(): void | Promise<void>;
  readonly auth: { loginWithWechat(): Promise<unknown> };
  readonly storage?: { get(key: string): unknown };
}

/** How errors name the SDK's login. */
const LOGIN = { method: 'SDK', path: 'loginWithWechat' } as const;

/**
 * Creates a session of an app that uses minapp-sdk. Only the SDK signs in: two concurrent logins may create
 * two users.
 *
 * @param sdk - `wx.BaaS` after its `init`, or a function that returns it.
 * @param platform - Replaces the clock and the foreground events; for tests.
 */
export function sdkSession(
  sdk: HydrogenSdk | (() => HydrogenSdk),
  platform?: Partial<Platform>,
): Session {
  const { seen, onUserChange } = watchUser();
  let refused: string | null = null;

  const hydrogen = () => (typeof sdk === 'function' ? sdk() : sdk);

  /** The SDK's token; empty where there is none, or where the server has refused it. */
  const usableToken = async () => {
    const baas = hydrogen();
    const token = (await baas.getAuthToken()) || '';
    if (!token || token === refused) return '';
    seen(userOf(baas));
    return token;
  };

  const login = createSharedLogin(
    async () => {
      const baas = hydrogen();
      // The app may have signed in while the refused request was in flight.
      const token = await usableToken();
      if (token) return token;
      // While the session looks unexpired, the SDK's login keeps the refused token.
      await baas.clearSession();
      await baas.auth.loginWithWechat().catch(loginFailed);
      return usableToken();
    },
    LOGIN,
    platform,
  );

  return {
    token: async () => (await usableToken()) || login(),
    drop: (token) => void (refused = token),
    user: () => userOf(hydrogen()),
    onUserChange,
  };
}

function userOf({ storage }: HydrogenSdk): string | null {
  return userName(storage && storage.get('uid'));
}

function loginFailed(cause: unknown): never {
  const { code } = fieldsOf(cause);
  // 600 and 601 are the SDK's codes for a missing network and for a timeout.
  const kind = code === 600 ? 'network' : code === 601 ? 'timeout' : 'unauthorized';
  throw new ApiError({ kind, ...LOGIN, cause });
}
