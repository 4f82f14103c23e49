import { systemClock, type Clock } from '../../core/clock';
import { ApiError } from '../api-error';
import { createSend, type Connection } from '../http/send';

/** Who is asking: the token of the signed-in user, however the app comes by it. */
export interface Session {
  /** A token that is valid as far as is known here. */
  token(): Promise<string>;
  /** Forgets that very token, because the server refused it; any other stays. */
  drop(token: string): void | Promise<void>;
  /**
   * Names the user at once, without a request; null while it is not certain who it is. What is kept on the
   * phone is shown to that user only; a session without it has nothing kept.
   */
  user?(): string | null;
  /** Calls when another user than before has signed in, before anything is asked for them; the result ends that. */
  onUserChange?(listener: () => void): () => void;
}

/** Source: Hydrogen's SDK; the Web API's own page documents only other ways to sign in. */
const LOGIN_PATH = '/hserve/v2.5/idp/wechat/silent-login/';
/** Milliseconds until WeChat has to have given a code. */
const LOGIN_TIMEOUT_MS = 10_000;
/** A token is not used during its last 30 seconds. */
const EXPIRY_MARGIN_MS = 30_000;

/** Notices that the user is another one. */
export function watchUser() {
  const listeners = new Set<() => void>();
  let last: unknown = null;
  return {
    /** @param user - Who it is now; null or undefined where that is not known, which changes nothing. */
    seen: (user: unknown): void => {
      if (user === null || user === undefined) return;
      const another = last !== null && user !== last;
      last = user;
      if (another) listeners.forEach((listener) => listener());
    },
    onUserChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * A token that the host app gives.
 *
 * @param token - The token; or a function that gives it, also later, and is asked before every request. A
 * token that was refused is not sent again: the request stays unauthorized unless the function gives another.
 * @param userOf - Names whose a token is. Without it another token counts as another user's, and nothing is
 * kept on the phone.
 */
export function fixedToken(
  token: string | (() => string | Promise<string>),
  userOf?: (token: string) => string | number | null | undefined,
): Session {
  const { seen, onUserChange } = watchUser();
  let last = typeof token === 'string' ? token : '';
  return {
    async token() {
      last = typeof token === 'string' ? token : await token();
      if (last) seen(userOf ? userOf(last) : last);
      return last;
    },
    drop: () => undefined,
    user() {
      const user = last && userOf ? userOf(last) : null;
      return user === null || user === undefined ? null : `${user}`;
    },
    onUserChange,
  };
}

/**
 * Signs the WeChat user in without asking them: `wx.login` for a code, the code for a token.
 * Whoever asks meanwhile shares the one login under way, because two at a time may create two users.
 *
 * @param connection - Host and app, as for every request.
 * @param clock - Tells when a token expires.
 * @returns A session whose `token()` rejects with {@link ApiError}.
 * @throws Error when the host is not usable.
 */
export function silentLogin(
  connection: Connection,
  clock: Pick<Clock, 'now'> = systemClock,
): Session {
  const send = createSend(connection);
  const { seen, onUserChange } = watchUser();
  let current: { readonly token: string; readonly usableUntil: number } | null = null;
  let underWay: Promise<string> | null = null;

  const login = async (): Promise<string> => {
    try {
      const body = { code: await loginCode(), create_user: true, login_with_unionid: false };
      const granted = decodeGrant(await send({ method: 'POST', path: LOGIN_PATH, body }));
      current = {
        token: granted.token,
        usableUntil: clock.now() + granted.expiresInMs - EXPIRY_MARGIN_MS,
      };
      seen(granted.user);
      return granted.token;
    } finally {
      underWay = null;
    }
  };

  return {
    token() {
      if (current && clock.now() < current.usableUntil) return Promise.resolve(current.token);
      return underWay || (underWay = login());
    },
    drop(token) {
      if (current && current.token === token) current = null;
    },
    // Whoever uses this WeChat: its storage is theirs alone, and the login signs in nobody else.
    user: () => 'wechat',
    onUserChange,
  };
}

const loginFailure = (kind: 'network' | 'malformed', facts: { cause?: unknown; status?: number }) =>
  new ApiError({ kind, method: 'POST', path: LOGIN_PATH, ...facts });

const loginCode = () =>
  new Promise<string>((resolve, reject) => {
    wx.login({
      timeout: LOGIN_TIMEOUT_MS,
      success: ({ code }) => resolve(code),
      fail: (cause) => reject(loginFailure('network', { cause })),
    });
  });

/** Without a readable lifetime a token is used until the server refuses it. */
function decodeGrant(body: unknown) {
  const { token, expires_in, user_info, user_id } = Object(body) as Record<string, unknown>;
  if (typeof token !== 'string' || !token) throw loginFailure('malformed', { status: 201 });
  // Older versions of the login answer flat.
  const { id = user_id } = Object(user_info) as { id?: unknown };
  const user = id === undefined ? null : id;
  const expiresInMs = typeof expires_in === 'number' ? expires_in * 1000 : Infinity;
  return { token, expiresInMs, user };
}
