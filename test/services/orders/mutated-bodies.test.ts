import { isDialect, deliver } from '../../../sandbox/dialects/dialect';
import { Random } from '../../../sandbox/seed/random';
import { seedOrders } from '../../../sandbox/seed/seed-orders';
import { writeFigures } from '../../support/figures';
import { answering } from '../support/bodies';
import { mutated } from '../support/mutation';

const SHORT = 50_000;
/** The long run: see docs/reliability.md. */
const BODIES = Number(process.env['BODIES'] ?? SHORT);
const SEED = Number(process.env['SEED'] ?? 1);
/** Milliseconds of processor time allowed per 100 KB in the long run. */
const ALLOWED_MS = 50;

const stored = seedOrders(1, 400, 1_790_000_000);
const page = (dialect: string, from: number, count: number) => {
  if (!isDialect(dialect)) throw new Error(dialect);
  const objects = stored.slice(from, from + count).map((order) => deliver(order, dialect));
  const meta = { limit: count, offset: from, next: null, previous: null, total_count: 400 };
  // A copy, so that the mutation does not change the rows of the next pages.
  return JSON.parse(JSON.stringify({ meta, objects })) as object;
};

test(
  `${BODIES} mutated bodies are a list or an ApiError`,
  async () => {
    const { outcomeOf } = answering();
    const timed = async (body: string) => {
      // Processor time, which does not depend on the other processes of the machine.
      const begun = process.cpuUsage();
      const { kind } = await outcomeOf(body);
      const { user, system } = process.cpuUsage(begun);
      const hundreds = Math.ceil(Math.max(1, body.length) / 100_000);
      return { kind, taken: (user + system) / 1000 / hundreds };
    };
    const random = new Random(SEED);
    const outcomes = new Map<string, number>();
    let slowest = 0;
    let largest = 0;
    for (let count = 0; count < BODIES; count++) {
      // One body in 500 is a page of 100 to 300 rows.
      const rows = random.chance(0.002) ? random.integer(100, 300) : random.integer(0, 3);
      const dialect = random.pick(['documented', 'captured']);
      const body = mutated(page(dialect, random.integer(0, 99), rows), random);
      let { kind, taken } = await timed(body);
      // Measured again: a single slow run may be the garbage collector's.
      for (let again = 0; taken >= ALLOWED_MS && again < 3; again++)
        ({ kind, taken } = await timed(body));
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      slowest = Math.max(slowest, taken);
      largest = Math.max(largest, body.length);
    }
    expect(outcomes.get('list') ?? 0).toBeGreaterThan(BODIES / 5);
    expect(outcomes.get('malformed') ?? 0).toBeGreaterThan(BODIES / 20);
    expect(Object.keys(Object.prototype)).toEqual([]);
    if (BODIES === SHORT) return;
    const kinds = [...outcomes].map(([kind, times]) => `${kind} ${times}`).join(', ');
    expect(slowest).toBeLessThan(ALLOWED_MS);
    writeFigures(
      'mutated-bodies',
      `${BODIES} mutated bodies, seed ${SEED}: 0 other errors; ${kinds}; largest ${largest} characters, ` +
        `slowest ${slowest.toFixed(1)} ms of processor time per 100 KB.`,
    );
  },
  Math.max(60_000, BODIES),
);
