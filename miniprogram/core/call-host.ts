/**
 * Calls a function of the host app. What it throws goes to the console, and stops nothing here; so does what the
 * promise of an async function rejects with.
 */
export function callHost<Args extends readonly unknown[]>(
  hook: (...args: Args) => void,
  ...args: Args
): void {
  const report = (error: unknown) =>
    console.error('Payment history: a function of the host app has failed.', error);
  try {
    Promise.resolve(hook(...args)).catch(report);
  } catch (error) {
    report(error);
  }
}
