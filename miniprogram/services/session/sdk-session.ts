import { ApiError } from '../api-error';
import { watchUser, type Session } from './session';

/** The part of minapp-sdk (`wx.BaaS`) that a session needs. */
export interface HydrogenSdk {
  /** A promise since 3.13, whatever its typings say. */
  getAuthToken(): string | Promise<string>;
  clearSession(): void | Promise<void>;
  readonly auth: { loginWithWechat(): Promise<unknown> };
  readonly storage?: { get(key: string): unknown };
}

/** The SDK's own codes for being offline and for waiting in vain. */
const KINDS = { 600: 'network', 601: 'timeout' } as const;

/**
 * The session that an app with minapp-sdk has already. Only the SDK ever signs in: a login beside its own
 * may create two users.
 *
 * @param sdk - `wx.BaaS`, after its `init`; or a function that gives it.
 */
export function sdkSession(sdk: HydrogenSdk | (() => HydrogenSdk)): Session {
  const { seen, onUserChange } = watchUser();
  let refused: string | null = null;
  let underWay: Promise<string> | null = null;

  const hydrogen = () => (typeof sdk === 'function' ? sdk() : sdk);
  const userOf = ({ storage }: HydrogenSdk) => (storage && storage.get('uid')) || null;

  const usable = async () => {
    const baas = hydrogen();
    const token = (await baas.getAuthToken()) || '';
    if (!token || token === refused) return '';
    seen(userOf(baas));
    return token;
  };

  const login = async () => {
    try {
      const baas = hydrogen();
      // Someone else may have signed in while the request was on its way.
      const token = await usable();
      if (token) return token;
      // With a session that looks unexpired the SDK would ask with the refused token again.
      await baas.clearSession();
      await baas.auth.loginWithWechat().catch(loginFailed);
      return await usable();
    } finally {
      underWay = null;
    }
  };

  return {
    token: async () => (await usable()) || (underWay = underWay || login()),
    drop: (token) => void (refused = token),
    user() {
      const user = userOf(hydrogen());
      return user === null ? null : `${user as string}`;
    },
    onUserChange,
  };
}

function loginFailed(cause: unknown): never {
  const { code } = Object(cause) as { code?: keyof typeof KINDS };
  const kind = (code && KINDS[code]) || 'unauthorized';
  throw new ApiError({ kind, method: 'SDK', path: 'loginWithWechat', cause });
}
