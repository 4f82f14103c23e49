import { createEvent } from '../../core/event';
import type { Platform } from '../platform';
import type { Session } from './session';

/** Milliseconds after which a session that has not named the user counts as signed out. */
const ANSWER_MS = 15_000;

/** Who is signed in, for everything that is kept of a user. */
export interface CurrentUser {
  /** False while the session is asked: nothing that is kept may be drawn. */
  readonly isKnown: boolean;
  /** Asks the session again; to be called before anything that is kept is drawn. */
  ask(): void;
  /** Names the user; null while not certain. */
  name(): string | null;
  /** Calls `listener` when `isKnown` changes. @returns A function that removes it. */
  onKnown(listener: () => void): () => void;
  /** The session; it also reports another user, or none, that `ask` has found. */
  readonly session: Session;
}

/** Watches the user of a session; asks again each time the mini program returns to the foreground. */
export function createCurrentUser(
  session: Session,
  { after, onShow }: Pick<Platform, 'after' | 'onShow'>,
): CurrentUser {
  const changed = createEvent();
  const known = createEvent();
  let last: string | null = null;
  let isKnown = true;
  let isLost = false;
  let asks = 0;

  function name(): string | null {
    try {
      return session.user && !isLost ? session.user() : null;
    } catch {
      // An app's own session may throw, and so does one whose SDK is not loaded yet.
      return null;
    }
  }

  /** An app's own session may throw. */
  function identify(): Promise<unknown> | undefined {
    try {
      const answer: unknown = session.identify?.();
      return answer ? Promise.resolve(answer) : undefined;
    } catch {
      return undefined;
    }
  }

  function change(): void {
    last = name();
    changed.emit();
  }

  /** Everything of the former user is dropped before anything is drawn again. */
  function settle(lost: boolean): void {
    isLost = lost;
    if (last !== null && name() !== last) change();
    last = name();
    if (isKnown) return;
    isKnown = true;
    known.emit();
  }

  function ask(): void {
    asks += 1;
    const own = asks;
    const answer = identify();
    if (!answer) return settle(false);
    // A later question replaces this one.
    const unlessReplaced = (lost: boolean) => () => void (own === asks && settle(lost));
    const stop = after(ANSWER_MS, unlessReplaced(true));
    [unlessReplaced(false), stop].forEach((then) => void answer.then(then, then));
    if (!isKnown) return;
    isKnown = false;
    known.emit();
  }

  session.onUserChange?.(change);
  onShow(ask);

  return {
    get isKnown() {
      return isKnown;
    },
    ask,
    name,
    onKnown: known.subscribe,
    session: {
      token: () => session.token(),
      drop: (token) => session.drop(token),
      onUserChange: changed.subscribe,
    },
  };
}
