const INTERVAL_MS = 25;
const DEADLINE_MS = 30_000;

/**
 * Waits for a state, never for a time.
 *
 * @param what - names the state in the error when it does not come
 * @returns what `reached` gave, once that is neither false, null nor undefined
 */
export const until = async <T>(
  what: string,
  reached: () => Promise<T | false | null | undefined>,
): Promise<T> => {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const value = await reached();
    if (value !== false && value !== null && value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`not reached within ${DEADLINE_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
};
