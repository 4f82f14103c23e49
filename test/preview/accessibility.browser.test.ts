import { fork } from 'node:child_process';
import path from 'node:path';
import type { Finding, Judged } from './support/look-with-axe';

const LOOK_MS = 180_000;

/** What a finger needs, in px. */
const LEAST_TARGET = 44;

/** Findings that stay, and why. */
const EXCEPTIONS: readonly { rule: string; element: RegExp; reason: string }[] = [
  {
    rule: 'label-content-name-mismatch',
    element: /class="[\w-]*--row[ "]/,
    reason:
      'a row is one sentence: what it says is all that it shows, the amount before the time and no letter of the mark',
  },
  {
    rule: 'scrollable-region-focusable',
    element: /class="[\w-]*--months"/,
    reason:
      'it is for keys, which move a focus that WeChat has not; a screen reader goes from month to month, and the sheet follows',
  },
];

const isException = ({ rule, element }: Finding): boolean =>
  EXCEPTIONS.some((exception) => exception.rule === rule && exception.element.test(element));

const look = async (): Promise<Judged[]> => {
  const child = fork(path.join(__dirname, 'support/look-with-axe.ts'), [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Judged[]));
    child.once('exit', (code) => reject(new Error(`looking ended with ${code}`)));
  });
};

describe('every screen, in light and dark, Chinese and English, with text of normal size, of 1.75 and of 0.94', () => {
  let judged: Judged[];

  beforeAll(async () => {
    judged = await look();
  }, LOOK_MS);

  test('was looked at', () => {
    const names = new Set(judged.map(({ where }) => where.split(',')[0]));
    expect([...names].sort()).toEqual([
      'detail not found',
      'detail partial',
      'detail pending',
      'empty',
      'error',
      'filter sheet',
      'filtered',
      'list',
      'month sheet',
      'search',
    ]);
    expect(judged).toHaveLength(names.size * 9);
    expect(judged.filter(({ language }) => language === 'en')).toHaveLength(names.size * 4);
  });

  // https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
  test('has no finding of axe that is serious or critical', () => {
    const findings = judged.flatMap((screen) => screen.findings);
    const grave = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.filter((finding) => !isException(finding))).toEqual([]);
  });

  test.each(EXCEPTIONS)('still needs the exception from $rule', (exception) => {
    const findings = judged.flatMap((screen) => screen.findings);
    expect(findings.some(({ rule }) => rule === exception.rule)).toBe(true);
  });

  test('says of every row all that it shows', () => {
    expect(judged.flatMap(({ unsaid }) => unsaid)).toEqual([]);
  });

  test('has nothing to tap that is smaller than a finger', () => {
    const targets = judged.flatMap(({ where, targets }) =>
      targets.map((target) => ({ where, ...target })),
    );
    expect(targets.length).toBeGreaterThan(judged.length * 3);
    expect(targets.filter(({ width, height }) => Math.min(width, height) < LEAST_TARGET)).toEqual(
      [],
    );
  });

  test('keeps still for whom motion makes unwell', () => {
    expect(judged.filter(({ moving }) => moving.length > 0)).toEqual([]);
  });
});
