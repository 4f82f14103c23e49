import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { decodeOrders } from '../miniprogram/services/orders/decode-order';
import { deliver, type Dialect } from '../sandbox/dialects/dialect';
import { seedOrders } from '../sandbox/seed/seed-orders';
import { median } from './list/stats';
import { benchRequests } from './requests';

const KB = 1024;
const ROUNDS = 60;
const WARM_UP = 20;
/** Orders per timed run; small pages are repeated so that the clock can measure them. */
const STRETCH = 4000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const cell = (value: unknown, width = 12) => String(value).padStart(width);

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

const TARGETS: Readonly<Record<Dialect, number>> = { documented: 0.8, captured: 0.6 };

function throughput(): void {
  say(
    'Throughput of parse + decode against JSON.parse alone (1.00: decoding costs nothing), µs per order\n',
  );
  say(
    `${'dialect, what'.padEnd(26)}${cell('orders')}${cell('parse')}${cell('+ decode')}${cell('ratio')}${cell('target')}`,
  );
  for (const details of [false, true]) {
    for (const dialect of ['documented', 'captured'] as const) {
      for (const count of [20, 100, 1000]) {
        const { parse: alone, both, ratio } = compare(dialect, count, details);
        const name = `${dialect}, ${details ? 'with details' : 'list'}`;
        const target = details ? '-' : `>= ${TARGETS[dialect].toFixed(2)}`;
        const figures = [count, alone.toFixed(2), both.toFixed(2), ratio.toFixed(2), target];
        say(name.padEnd(26) + figures.map((figure) => cell(figure)).join(''));
      }
    }
  }
}

/** Export statements of the modules of a folder of miniprogram/, without those that match. */
const modules = (folder: string, without: RegExp) =>
  readdirSync(path.join('miniprogram', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !without.test(file))
    .map((file) => `export * from './miniprogram/${folder}/${file.replace(/\.ts$/, '')}';`);

const measured = (code: string) => ({
  raw: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).length,
});

async function sizeOf(entry: string) {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    target: 'es2018',
    format: 'esm',
  });
  return measured(outputFiles[0]?.text ?? '');
}

async function sizes(): Promise<void> {
  const names = /-names\.ts$/;
  const everything = [...modules('domain', names), ...modules('services', names)].join('\n');
  const inUse = `
  import { createHttpClient } from './miniprogram/services/http/client';
  import { createOrders } from './miniprogram/services/orders/orders';
  import { silentLogin } from './miniprogram/services/session/silent-login';
  export const start = (connection) =>
    createOrders(createHttpClient({ ...connection, session: silentLogin(connection) }));`;
  const thinnest = "export * from './miniprogram/services/orders/decode-order';";
  const tables = modules('texts', /(?<!-names)\.ts$/).join('\n');
  const sdk = readFileSync('node_modules/minapp-sdk/lib/index.js', 'utf8');

  say('\nSize, minified by esbuild for es2018, in bytes\n');
  say(`${''.padEnd(46)}${cell('minified')}${cell('gzip')}`);
  const rows = [
    ['domain + services, everything', await sizeOf(everything)],
    ['of that, silent login and list', await sizeOf(inUse)],
    ['of that, decoding alone', await sizeOf(thinnest)],
    ['target for domain + services', { raw: 12 * KB, gzip: 5 * KB }],
    ['tables of names, loaded where shown', await sizeOf(tables)],
    ['minapp-sdk, as published', measured(sdk)],
    [
      'minapp-sdk, minified by the same esbuild',
      measured((await transform(sdk, { minify: true, target: 'es2018' })).code),
    ],
  ] as const;
  for (const [name, { raw, gzip }] of rows) say(name.padEnd(46) + cell(raw) + cell(gzip));
}

const IMPORTS = 15;

/** Loads a built module in a new process and reports its files, their bytes and the milliseconds it took. */
function importOf(module: string): { files: number; bytes: number; ms: number } {
  const script = `
    const { statSync } = require('node:fs');
    const begun = performance.now();
    require(${JSON.stringify(path.resolve('dist', module))});
    const ms = performance.now() - begun;
    const files = Object.keys(require.cache);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(JSON.stringify({ files: files.length, bytes, ms }));`;
  const output = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return JSON.parse(output) as ReturnType<typeof importOf>;
}

function imports(): void {
  say('\nImport from dist/ in a new Node process: files, bytes, median ms\n');
  for (const module of ['index.js', 'services/session/silent-login.js', 'domain/money.js']) {
    const runs = Array.from({ length: IMPORTS }, () => importOf(module));
    const { files = 0, bytes = 0 } = runs[0] ?? {};
    const ms = median(runs.map((run) => run.ms)).toFixed(1);
    say(module.padEnd(46) + [files, bytes, ms].map((figure) => cell(figure)).join(''));
  }
}

/** Measures decoding against `JSON.parse`, the size of domain and services, the cost of importing them, and requests. */
export async function benchServices(): Promise<void> {
  throughput();
  await sizes();
  imports();
  await benchRequests(say);
}
