import { createEvent } from '../../core/event';

/** The sign-in of one user. */
export interface Session {
  /** @returns A token that is valid as far as the session knows. */
  token(): Promise<string>;
  /** Forgets this token, which the server has refused; any other token is kept. */
  drop(token: string): void | Promise<void>;
  /**
   * Names the user without a request; null while the user is not certain. Data that is kept on the phone
   * is shown to this user only; without this function nothing is kept.
   */
  user?(): string | null;
  /**
   * Calls `listener` when another user has signed in, before a request is sent for that user.
   *
   * @returns A function that removes the listener.
   */
  onUserChange?(listener: () => void): () => void;
}

/** Creates the part of a session that notices another user. */
export function watchUser() {
  const changed = createEvent();
  let last: unknown = null;
  return {
    /** @param user - The current user; null or undefined where not known, which changes nothing. */
    seen: (user: unknown): void => {
      if (user === null || user === undefined) return;
      const isAnother = last !== null && user !== last;
      last = user;
      if (isAnother) changed.emit();
    },
    onUserChange: changed.subscribe,
  };
}
