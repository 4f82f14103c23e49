import type { Finding, Judged } from './support/look-with-axe';
import { runScript } from './support/run-script';

const LOOK_MS = 600_000;

/** Smallest width and height of a touch target, in px. */
const LEAST_TARGET = 44;

/** Accepted findings and their reasons. */
const EXCEPTIONS: readonly { rule: string; element: RegExp; reason: string }[] = [
  {
    rule: 'label-content-name-mismatch',
    element: /class="[\w-]*--row[ "]/,
    reason:
      'the label of a row is one sentence with all its texts: the amount stands before the time, and the letter of the mark is omitted',
  },
  {
    rule: 'scrollable-region-focusable',
    element: /class="[\w-]*--months"/,
    reason:
      'the rule is for keyboards, and WeChat has no keyboard focus; a screen reader moves from month to month, and the sheet scrolls with it',
  },
];

const isException = ({ rule, element }: Finding): boolean =>
  EXCEPTIONS.some((exception) => exception.rule === rule && exception.element.test(element));

describe('every screen, light and dark, in Chinese and English, at text sizes 1, 1.75 and 0.94', () => {
  let judged: Judged[];

  beforeAll(async () => {
    judged = await runScript<Judged[]>('look-with-axe.ts');
  }, LOOK_MS);

  test('is checked under every condition', () => {
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
      'statistics',
      'way to a month',
    ]);
    expect(judged).toHaveLength(names.size * 9);
    expect(judged.filter(({ language }) => language === 'en')).toHaveLength(names.size * 4);
  });

  // https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
  test('has no serious or critical finding of axe', () => {
    const findings = judged.flatMap((screen) => screen.findings);
    const grave = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.filter((finding) => !isException(finding))).toEqual([]);
  });

  test.each(EXCEPTIONS)('still needs the exception for $rule', (exception) => {
    const findings = judged.flatMap((screen) => screen.findings);
    expect(findings.some(({ rule }) => rule === exception.rule)).toBe(true);
  });

  test('labels every row with all its visible texts', () => {
    expect(judged.flatMap(({ unsaid }) => unsaid)).toEqual([]);
  });

  test('has no touch target below 44 px', () => {
    const targets = judged.flatMap(({ where, targets }) =>
      targets.map((target) => ({ where, ...target })),
    );
    expect(targets.length).toBeGreaterThan(judged.length * 3);
    expect(targets.filter(({ width, height }) => Math.min(width, height) < LEAST_TARGET)).toEqual(
      [],
    );
  });

  test('runs no animation under prefers-reduced-motion', () => {
    expect(judged.filter(({ moving }) => moving.length > 0)).toEqual([]);
  });
});
