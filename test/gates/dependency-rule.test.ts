import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** Names of the rules that complain about each text, as if it stood in that file. */
const complaints = (cases: [file: string, source: string][]): string[][] =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'lint-texts.mjs')], {
      cwd: ROOT,
      input: JSON.stringify(cases),
      encoding: 'utf8',
    }),
  ) as string[][];

const importing = (target: string) =>
  `import * as target from '${target}';\nexport const value: unknown = target;\n`;

const ROW = 'miniprogram/components/payment-row/payment-row.ts';
const HISTORY = 'miniprogram/features/payment-history/payment-history.ts';

const FORBIDDEN: [file: string, target: string][] = [
  ['miniprogram/domain/money.ts', '../services/http'],
  ['miniprogram/services/http.ts', '../state/paging'],
  ['miniprogram/state/paging.ts', '../domain/order'],
  [ROW, '../../services/orders'],
  [ROW, '../../texts/texts'],
  [HISTORY, '../../pages/payments/payments'],
  ['miniprogram/pages/payments/payments.ts', '../../services/orders'],
  ['miniprogram/app.ts', '../sandbox/server'],
  [HISTORY, '../../../preview/stage'],
];
const ALLOWED: [file: string, target: string][] = [
  ['miniprogram/services/orders.ts', '../domain/order'],
  [ROW, '../../domain/order'],
  [HISTORY, '../../services/orders'],
];
const REQUEST = "export const task = () => wx.request({ url: 'https://a' });\n";

describe('the dependency rule is a lint rule that bites', () => {
  // One run for all: starting a linter that knows types is what takes long.
  const found = complaints([
    ...FORBIDDEN.map(([file, target]): [string, string] => [file, importing(target)]),
    ...ALLOWED.map(([file, target]): [string, string] => [file, importing(target)]),
    ['miniprogram/services/orders.ts', REQUEST],
    ['miniprogram/services/http.ts', REQUEST],
  ]);
  const [elsewhere, inHttp] = found.slice(-2);

  test.each(FORBIDDEN.map((pair, index) => [...pair, index] as const))(
    '%s must not import %s',
    (_file, _target, index) => expect(found[index]).toContain('no-restricted-imports'),
  );

  test.each(ALLOWED.map((pair, index) => [...pair, FORBIDDEN.length + index] as const))(
    '%s may import %s',
    (_file, _target, index) => expect(found[index]).not.toContain('no-restricted-imports'),
  );

  test('only services/http says wx.request', () => {
    expect(elsewhere).toContain('no-restricted-syntax');
    expect(inHttp).not.toContain('no-restricted-syntax');
  });
});
