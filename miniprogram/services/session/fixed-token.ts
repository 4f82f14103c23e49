import { watchUser, type Session } from './session';

/**
 * Creates a session of a token that the app has.
 *
 * @param token - The token, or a function that gives it and is called before every request. A refused
 * token is sent again only if the function gives another one; else the request fails as `unauthorized`.
 * @param userOf - Names the user of a token. Without it another token counts as another user, and nothing
 * is kept on the phone.
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
