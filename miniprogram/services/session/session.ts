import type { CancelSignal } from '../../core/cancellation';
import { createEvent } from '../../core/event';
import { createDeadline } from '../http/deadline';
import type { RequestTarget } from '../http/reject-when-cancelled';
import { withRetry } from '../http/retry';
import { resolvePlatform, watchAppVisibility, type Platform } from '../platform';

/** Milliseconds after which a login fails that has not answered. */
const LOGIN_TIMEOUT_MS = 15_000;

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
   * Finds out again who is signed in, where `user` cannot know it otherwise. Nothing that is kept is drawn
   * before the promise settles; without one, `user` is certain at once. Must not reject.
   */
  identify?(): void | Promise<void>;
  /**
   * Calls `listener` when another user has signed in, before a request is sent for that user, and when the
   * user has signed out.
   *
   * @returns A function that removes the listener.
   */
  onUserChange?(listener: () => void): () => void;
}

/** Creates the part of a session that notices another user, or none. */
export function watchUser() {
  const changed = createEvent();
  let last: unknown = null;
  return {
    /** @param user - The current user; null or undefined where none is known. */
    seen: (user: unknown): void => {
      const isOther = last !== null && user !== last;
      last = user ?? null;
      if (isOther) changed.emit();
    },
    onUserChange: changed.subscribe,
  };
}

/**
 * Creates a function that runs a login, or joins the running one: two concurrent logins may create two
 * users. A login that fails is repeated as a request is. One that does not answer within `LOGIN_TIMEOUT_MS` is
 * cancelled and fails as `timeout`, so that the next call begins another.
 */
export function createSharedLogin(
  login: (signal: CancelSignal) => Promise<string>,
  target: RequestTarget,
  replaced?: Partial<Platform>,
): () => Promise<string> {
  const platform = resolvePlatform(replaced);
  const visibility = watchAppVisibility(platform);
  const withDeadline = createDeadline(LOGIN_TIMEOUT_MS, visibility, platform);
  const repeated = withRetry(
    (_target: RequestTarget, signal) => login(signal),
    {},
    visibility,
    platform,
  );
  let running: Promise<string> | null = null;
  return () => {
    if (running) return running;
    const started = withDeadline((signal) => repeated(target, signal), target);
    const end = () => void (running = null);
    started.then(end, end);
    return (running = started);
  };
}

/** A user's id as text; null for anything else. */
export function userName(user: unknown): string | null {
  return user && (typeof user === 'string' || typeof user === 'number') ? `${user}` : null;
}
