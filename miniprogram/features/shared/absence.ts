import type { ServerClock } from '../../core/server-clock';

/** What a person saw before a longer absence may be outdated. In milliseconds. */
const LONG_MS = 60_000;

/** Measures how long a person was away from a page. */
export interface Absence {
  /** Notes whether the person is away now. @returns Whether they are back after a minute or more. */
  setAway(isAway: boolean): boolean;
}

/** Starts with a person who is there. */
export function createAbsence({ elapsed }: Pick<ServerClock, 'elapsed'>): Absence {
  let since: number | null = null;
  return {
    setAway(isAway) {
      // The absolute value: the phone's clock may have been set back meanwhile.
      const isLong = !isAway && since !== null && Math.abs(elapsed() - since) >= LONG_MS;
      since = isAway ? (since ?? elapsed()) : null;
      return isLong;
    },
  };
}
