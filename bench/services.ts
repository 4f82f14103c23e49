import { decodeOrders } from '../miniprogram/services/orders/decode-order';
import { deliver, type Dialect } from '../sandbox/dialects/dialect';
import { seedOrders } from '../sandbox/seed/seed-orders';
import { median } from './list/stats';

const ROUNDS = 60;
const WARM_UP = 20;
/** Orders per timed run; small pages are repeated so that the clock can measure them. */
const STRETCH = 4000;

/** The text of a list response of the sandbox. */
function page(dialect: Dialect, count: number): string {
  const orders = seedOrders(1, 1000, 1_790_000_000).filter(({ user }) => user === 1);
  const objects = orders.slice(-count).map((order) => deliver(order, dialect));
  const meta = { limit: count, offset: 0, next: null, previous: null, total_count: 1000 };
  return JSON.stringify({ meta, objects });
}

const parse = (text: string) => (JSON.parse(text) as { objects: unknown[] }).objects;

/** The time of work per order, in µs. */
function timed(count: number, work: () => unknown): number {
  const repetitions = Math.ceil(STRETCH / count);
  const begun = performance.now();
  for (let repetition = 0; repetition < repetitions; repetition++) work();
  return ((performance.now() - begun) * 1000) / repetitions / count;
}

/** Measures parsing and parsing with decoding in turns, so that machine load affects both. */
function compare(dialect: Dialect, count: number, details: boolean) {
  const text = page(dialect, count);
  const alone: number[] = [];
  const both: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = timed(count, () => parse(text));
    const decoded = timed(count, () => decodeOrders(parse(text), { details }));
    if (round < WARM_UP) continue;
    alone.push(bare);
    both.push(decoded);
    ratios.push(bare / decoded);
  }
  return { parse: median(alone), both: median(both), ratio: median(ratios) };
}

/** The least ratios of a list; details have none. */
const TARGETS: Readonly<Record<Dialect, number>> = { documented: 0.8, captured: 0.6 };

/** Measures decoding against `JSON.parse`. A ratio of 1 means that decoding costs nothing; times are µs per order. */
export function benchServices(): void {
  const lines: object[] = [];
  for (const details of [false, true])
    for (const dialect of ['documented', 'captured'] as const)
      for (const orders of [20, 100, 1000]) {
        const { parse: alone, both, ratio } = compare(dialect, orders, details);
        const [parse, decode, times] = [alone, both, ratio].map((figure) => figure.toFixed(2));
        const target = details ? '' : `>= ${TARGETS[dialect]}`;
        lines.push({ dialect, details, orders, parse, '+ decode': decode, ratio: times, target });
      }
  console.table(lines);
}
