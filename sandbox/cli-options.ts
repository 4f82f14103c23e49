import { parseArgs } from 'node:util';
import { parseClock } from './clock';
import { isDialect } from './dialects/dialect';
import type { SandboxOptions } from './server';
import { maxCount } from './settings';

/** The port that the mini program uses when no host is configured. */
const defaultPort = 5180;

/** The text of `--help`. */
export const usage = `Usage: hydrogen-payment-history-sandbox [options]

  --port N              port on 127.0.0.1; 0 picks a free one (${defaultPort})
  --client-id ID        client id that requests must carry (sandbox-client)
  --seed N              same seed, count and clock: same orders (1)
  --count N             orders of user 1, at most ${maxCount} (95)
  --dialect NAME        documented or captured (documented)
  --now TIME            "real", epoch seconds, or ISO 8601 with a zone (real)
  --max-limit N         largest page size (100)
  --ignore-order-by     lists are oldest-first whatever order_by says
  --control             answer the control API under /sandbox/
  --help                show this`;

/** An invalid argument; the message names it and the rule. */
export class UsageError extends Error {}

function integer(name: string, text: string, min: number, max: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`--${name} must be an integer from ${min} to ${max}, got "${text}"`);
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'client-id': { type: 'string' },
        seed: { type: 'string' },
        count: { type: 'string' },
        dialect: { type: 'string' },
        now: { type: 'string' },
        'max-limit': { type: 'string' },
        'ignore-order-by': { type: 'boolean' },
        control: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Parses the command line.
 *
 * @returns The options, or null for `--help`.
 * @throws UsageError for an unknown argument or an invalid value.
 */
export function readOptions(args: string[]): SandboxOptions | null {
  const values = read(args);
  if (values.help === true) return null;
  const options: SandboxOptions = { port: defaultPort };
  if (values.port !== undefined) options.port = integer('port', values.port, 0, 65535);
  if (values.seed !== undefined) options.seed = integer('seed', values.seed, 0, 2 ** 31);
  if (values.count !== undefined) options.count = integer('count', values.count, 0, maxCount);
  if (values['max-limit'] !== undefined) {
    options.maxLimit = integer('max-limit', values['max-limit'], 1, 1_000_000);
  }
  if (values['client-id'] !== undefined) {
    if (values['client-id'] === '') throw new UsageError('--client-id must not be empty');
    options.clientId = values['client-id'];
  }
  if (values.dialect !== undefined) {
    if (!isDialect(values.dialect)) {
      throw new UsageError(`--dialect must be documented or captured, got "${values.dialect}"`);
    }
    options.dialect = values.dialect;
  }
  if (values.now !== undefined) {
    try {
      parseClock(values.now);
    } catch (error) {
      throw new UsageError(`--${(error as Error).message}`);
    }
    options.now = values.now;
  }
  if (values['ignore-order-by'] === true) options.honourOrderBy = false;
  if (values.control === true) options.control = true;
  return options;
}
