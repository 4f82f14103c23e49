/** Calls a function of the host app. What it throws goes to the console, and stops nothing here. */
export function callHost<Args extends readonly unknown[]>(
  hook: (...args: Args) => void,
  ...args: Args
): void {
  try {
    hook(...args);
  } catch (error) {
    console.error('Payment history: a function of the host app has failed.', error);
  }
}
