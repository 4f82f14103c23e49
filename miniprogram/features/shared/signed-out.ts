import { kindOf } from './error-text';

/** Whether a request failed because nobody is signed in: a person who returns to the page may be by now. */
export function isSignedOut(error: unknown): boolean {
  return kindOf(error) === 'unauthorized';
}
