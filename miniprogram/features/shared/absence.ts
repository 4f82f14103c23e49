import type { ServerClock } from '../../core/server-clock';
import type { CurrentUser } from '../../services/session/current-user';
import { kindOf } from './error-text';

/** What a person saw before a longer absence may be outdated. In milliseconds. */
const LONG_MS = 60_000;

/** Notices when a person comes back to a page. */
export interface Absence {
  readonly isAway: boolean;
  /**
   * Notes whether the person is away now.
   *
   * @param error - Of the page's last request. @default null It has not failed.
   * @returns Whether the page is to be read again: the person is back after a minute or more, or may have signed
   * in after an `unauthorized` error.
   */
  setAway(isAway: boolean, error?: unknown): boolean;
}

/** Starts with a person who is there. */
export function createAbsence(
  { elapsed }: Pick<ServerClock, 'elapsed'>,
  { name }: Pick<CurrentUser, 'name'>,
): Absence {
  let since: number | null = null;
  let isRepeated = false;

  /**
   * Whether the person may have signed in since the request failed. While the user is unknown this is true only
   * once: the session may open a sign-in page, and the person must be able to leave that page.
   */
  function mayBeSignedIn(error: unknown): boolean {
    if (error === null) isRepeated = false;
    if (kindOf(error) !== 'unauthorized') return false;
    const isDue = !isRepeated || name() !== null;
    isRepeated = true;
    return isDue;
  }

  return {
    get isAway() {
      return since !== null;
    },
    setAway(isAway, error = null) {
      // The absolute value: the phone's clock may have been set back meanwhile.
      const isLong = !isAway && since !== null && Math.abs(elapsed() - since) >= LONG_MS;
      since = isAway ? (since ?? elapsed()) : null;
      return isLong || (!isAway && mayBeSignedIn(error));
    },
  };
}
