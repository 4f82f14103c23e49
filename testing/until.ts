const INTERVAL_MS = 50;
/** Time for a state to be reached. */
export const DEADLINE_MS = 30_000;

/** An element was found, and drawn again or removed before it was read. */
const REPLACED = /is stale|there is no element/;

/**
 * Polls until a state is reached. A read is repeated when an element is replaced in the middle of it.
 *
 * @param what - Names the state in the error message.
 * @returns The first result of `reached` that is not false, null or undefined.
 * @throws Error after 30 seconds.
 */
export const until = async <T>(
  what: string,
  reached: () => Promise<T | false | null | undefined>,
): Promise<T> => {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    let cause: unknown;
    const value = await reached().catch((error: unknown) => {
      if (!REPLACED.test(String(error))) throw error;
      cause = error;
      return null;
    });
    if (value !== false && value !== null && value !== undefined) return value;
    if (Date.now() > deadline) {
      const why = cause instanceof Error ? `; ${cause.message}` : '';
      throw new Error(`not reached within ${DEADLINE_MS} ms: ${what}${why}`);
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
};
