import { watchUser, type Session } from './session';

/**
 * Creates a session of a token that the app has.
 *
 * @param token - The token, or a function that gives it. It is called before every request, each time a tag
 * is attached or its page is shown, and when the mini program returns to the foreground. An empty token, or
 * an error, means that no user is signed in. A refused token is sent again only if the function gives another
 * one; else the request fails as `unauthorized`.
 * @param userOf - Names the user of a token. Without it another token counts as another user, and nothing
 * is kept on the phone.
 */
export function fixedToken(
  token: string | (() => string | Promise<string>),
  userOf?: (token: string) => string | number | null | undefined,
): Session {
  const { seen, onUserChange } = watchUser();
  let last = typeof token === 'string' ? token : '';
  let asks = 0;
  let answered = 0;

  const userIn = (given: string) => (given && userOf ? userOf(given) : null);

  function take(given: string, own: number): string {
    answered = own;
    last = given;
    seen(userOf ? userIn(given) : given || null);
    return given;
  }

  function ask(): string | Promise<string> {
    asks += 1;
    const own = asks;
    // An answer that arrives after a later one may be of a former user.
    const isLate = () => own < answered;
    const fail = (error: unknown): never => {
      if (!isLate()) take('', own);
      throw error;
    };
    try {
      const given = typeof token === 'string' ? token : token();
      if (!isPromise(given)) return take(given, own);
      return given.then((one) => (isLate() ? ask() : take(one, own)), fail);
    } catch (error) {
      return fail(error);
    }
  }

  return {
    token: async () => ask(),
    drop: () => undefined,
    identify() {
      try {
        const given = ask();
        if (isPromise(given)) return given.then(ignore, ignore);
      } catch {
        // The request that needs the token reports the error.
      }
      return undefined;
    },
    user() {
      const user = userIn(last);
      return user === null || user === undefined ? null : `${user}`;
    },
    onUserChange,
  };
}

const ignore = () => undefined;

function isPromise(given: string | Promise<string>): given is Promise<string> {
  return typeof given === 'object' && given !== null;
}
