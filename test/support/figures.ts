import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const PRETTIER = path.join(ROOT, 'node_modules/prettier/bin/prettier.cjs');

/** The page that has figures of long runs. */
export const RELIABILITY_PAGE = path.join(ROOT, 'docs/reliability.md');

const HEADING = '\n## Long runs\n';

/** The part of docs/reliability.md that has the figures of long runs; empty where there is none. */
export function longRunsIn(page: string): string {
  const at = page.indexOf(HEADING);
  return at < 0 ? '' : page.slice(at);
}

/**
 * Prints the figures of a long run and writes them into a page, between the comments of this name.
 *
 * @param page - Path from the root. @default 'docs/reliability.md'
 * @throws Error where the page has no such comments.
 */
export function writeFigures(name: string, figures: string, page = 'docs/reliability.md'): void {
  process.stdout.write(`${figures}\n`);
  const file = path.join(ROOT, page);
  const before = readFileSync(file, 'utf8');
  const between = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- end -->)`);
  if (!between.test(before)) throw new Error(`${page} has no place for ${name}`);
  const insert = (_all: string, begin: string, end: string) => begin + figures + end;
  writeFileSync(file, before.replace(between, insert));
  execFileSync(process.execPath, [PRETTIER, '--write', '--log-level', 'warn', file]);
}
