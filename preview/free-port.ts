/** Number of ports that are tried. */
const ATTEMPTS = 50;

/**
 * Starts a server at the wanted port or at the next free one.
 *
 * @param wanted - 0 for any free port
 * @param start - listens at the given port; fails with EADDRINUSE when it is taken
 * @throws Error when all tried ports are taken, or any other error of `start`
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
  throw new Error(
    `ports ${wanted} to ${wanted + ATTEMPTS - 1} are all taken: stop the processes that use them`,
  );
};

/** The wanted ports, each with its server's name, at which another process listens; 0 wants none. */
export const takenPorts = <Name extends string>(
  wanted: Readonly<Record<Name, number>>,
  urls: Readonly<Record<Name, string | undefined>>,
): string[] =>
  (Object.keys(wanted) as Name[])
    .filter((name) => wanted[name] !== 0 && urls[name] !== undefined)
    .filter((name) => Number(new URL(urls[name] ?? '').port || 80) !== wanted[name])
    .map((name) => `${name} ${wanted[name]}`);
