import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseMoment } from '../sandbox/clock';
import { maxCount } from '../sandbox/settings';
import { DIST } from './paths';
import { ANY_PORTS, type DEFAULT_PORTS, type RealApp, type StageOptions } from './stage';

/** Options of `npm start`. */
export interface CliOptions {
  realApp?: RealApp;
  orders: number;
  dialect: 'documented' | 'captured';
  port: number | undefined;
  /** Folder of the built mini program. */
  dist: string;
  /** Whether an element, behavior or call that the preview does not have is an error. */
  isStrict: boolean;
  /** Fixed time of the clocks in epoch milliseconds. */
  now: number | undefined;
  headless: boolean;
  open: boolean;
  watch: boolean;
  /** Shows the gallery instead of the demo. */
  gallery: boolean;
}

/** A mistake in the command line or environment; it is printed without a stack. */
export class UsageError extends Error {}

/** Output of `npm start -- --help`. */
export const USAGE = `npm start -- [options]

  --orders N        payments of the sandbox's user, at most ${maxCount} (95)
  --dialect NAME    shape of the sandbox's answers: documented, captured (documented)
  --host URL        show a real app's payments: its address, like https://abc.myminapp.com
  --client-id ID    its client id; the token comes in the variable HYDROGEN_TOKEN
  --dist FOLDER     built mini program (dist)
  --strict          with --dist: what the preview does not have is an error
  --port N          wanted port of the preview (5170); 0 uses free ports for all servers
  --clock TIME      fixed time of all clocks, like 2026-11-23T16:00:00+08:00
  --gallery         every component in every state instead of the demo
  --headless        open it in a headless browser, for automated tests
  --no-open         do not open a browser
  --watch           build and reload when a source changes
  --help            show this
`;

const LOOPBACK = /^(127\.0\.0\.1|localhost)$/;

const wholeNumber = (name: string, text: string, max: number): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new UsageError(`--${name} must be a whole number from 0 to ${max}, not "${text}"`);
};

const moment = (text: string): number => {
  const now = parseMoment(text);
  if (!Number.isNaN(now)) return now;
  throw new UsageError(
    `--clock must be a time with its zone from 1970 to 9999, like 2026-11-23T16:00:00+08:00, not "${text}"`,
  );
};

/** Refuses a folder that holds no mini program. */
const assertMiniProgram = (folder: string): void => {
  const file = path.join(folder, 'app.json');
  if (!existsSync(file)) {
    throw new UsageError(
      `--dist must be the folder of app.json, like miniprogramRoot of project.config.json: "${folder}" has none`,
    );
  }
  let app: { pages?: unknown } | null;
  try {
    app = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as typeof app;
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const pages = app?.pages;
  if (Array.isArray(pages) && pages.length > 0 && pages.every((page) => typeof page === 'string'))
    return;
  throw new UsageError(`${file} must list the pages, like {"pages": ["pages/index/index"]}`);
};

const realApp = (
  host: string | undefined,
  clientId: string | undefined,
  token: string | undefined,
): RealApp | undefined => {
  if (host === undefined && clientId === undefined) return undefined;
  if (!host || !clientId) {
    throw new UsageError(
      '--host and --client-id belong together: give both, or neither for the sandbox',
    );
  }
  let url: URL;
  try {
    url = new URL(host);
  } catch {
    throw new UsageError(`--host must be an address like https://abc.myminapp.com, not "${host}"`);
  }
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isSafe)
    throw new UsageError(`--host must be https, so that the token stays secret: "${host}" is not`);
  if (!token) {
    throw new UsageError("HYDROGEN_TOKEN is empty: set it to the user's access token of that app");
  }
  return { host: url.origin, clientId, token };
};

/**
 * Reads the command line.
 *
 * @param token - the person's token of a real app, from the variable HYDROGEN_TOKEN
 * @throws UsageError with the mistake and the allowed values
 */
export const readCliOptions = (args: string[], token: string | undefined): CliOptions => {
  let values: Partial<Record<string, string | boolean>>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        orders: { type: 'string', default: '95' },
        dialect: { type: 'string', default: 'documented' },
        host: { type: 'string' },
        'client-id': { type: 'string' },
        port: { type: 'string' },
        clock: { type: 'string' },
        dist: { type: 'string' },
        strict: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        gallery: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const text = (name: string) => values[name] as string | undefined;
  const dialect = text('dialect');
  if (dialect !== 'documented' && dialect !== 'captured') {
    throw new UsageError(`--dialect must be documented or captured, not "${dialect}"`);
  }
  const port = text('port');
  const dist = text('dist');
  if (dist !== undefined && values['watch']) {
    throw new UsageError('--watch builds this project: leave it out with --dist');
  }
  if (dist !== undefined && values['gallery']) {
    throw new UsageError("--gallery shows this project's components: leave it out with --dist");
  }
  if (dist !== undefined) assertMiniProgram(dist);
  const app = realApp(text('host'), text('client-id'), token);
  return {
    ...(app && { realApp: app }),
    orders: wholeNumber('orders', text('orders') ?? '', maxCount),
    dialect,
    port: port === undefined ? undefined : wholeNumber('port', port, 65_535),
    now: text('clock') === undefined ? undefined : moment(text('clock') ?? ''),
    dist: path.resolve(dist ?? DIST),
    // This project's own mini program uses nothing that the preview does not have.
    isStrict: values['strict'] === true || dist === undefined,
    headless: values['headless'] === true,
    open: values['no-open'] !== true && values['headless'] !== true,
    watch: values['watch'] === true,
    gallery: values['gallery'] === true,
  };
};

/** `--port 0` applies to all ports. */
const portsFor = (port: number | undefined): Partial<typeof DEFAULT_PORTS> => {
  if (port === undefined) return {};
  return port === 0 ? ANY_PORTS : { preview: port };
};

/** What the command line says about the stage. */
export const stageOptionsOf = (options: CliOptions): StageOptions => ({
  dist: options.dist,
  isStrict: options.isStrict,
  ...(options.realApp && { realApp: options.realApp }),
  sandbox: { count: options.orders, dialect: options.dialect },
  ports: portsFor(options.port),
  ...(options.now !== undefined && { now: options.now }),
  headless: options.headless,
});
