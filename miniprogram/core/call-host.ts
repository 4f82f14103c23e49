/**
 * Calls a function of the host app. What it throws goes to the console, and stops nothing here; so does what the
 * promise of an async function rejects with.
 */
export function callHost<Args extends readonly unknown[]>(
  hook: (...args: Args) => void,
  ...args: Args
): void {
  try {
    Promise.resolve(hook(...args)).catch(reportHostFailure);
  } catch (error) {
    reportHostFailure(error);
  }
}

/** Writes what a function of the host app has thrown to the console. */
export function reportHostFailure(error: unknown): void {
  console.error('Payment history: a function of the host app has failed.', error);
}
