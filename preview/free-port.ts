/** How many ports after the wanted one are tried before giving up. */
const ATTEMPTS = 50;

/**
 * Starts a server at the wanted port, or at the next one that is free.
 *
 * @param wanted - 0 for any free port
 * @param start - listens at the port it is given, and fails with EADDRINUSE when that is taken
 * @throws whatever else `start` fails with, or that a long row of ports is taken
 */
export const atFreePort = async <Server>(
  wanted: number,
  start: (port: number) => Promise<Server>,
): Promise<Server> => {
  for (let port = wanted; port < wanted + ATTEMPTS; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`ports ${wanted} to ${wanted + ATTEMPTS - 1} are all taken: end what holds them`);
};
