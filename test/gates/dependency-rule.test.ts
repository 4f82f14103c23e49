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
const PAGE = 'miniprogram/pages/payments/payments.ts';
const HISTORY = 'miniprogram/features/payment-history/payment-history.ts';

const FORBIDDEN: [file: string, target: string][] = [
  ['miniprogram/domain/money.ts', '../services/http/send'],
  ['miniprogram/services/http/send.ts', '../../state/paging/paging'],
  ['miniprogram/state/paging/paging.ts', '../../domain/order'],
  [ROW, '../../services/orders/orders'],
  [ROW, '../../texts/texts'],
  [HISTORY, '../../pages/payments/payments'],
  [PAGE, '../../services/orders/orders'],
  [PAGE, '../../texts/texts'],
  [PAGE, '../../configure'],
  ['miniprogram/app.ts', '../sandbox/server'],
  [HISTORY, '../../../preview/stage'],
];
const ALLOWED: [file: string, target: string][] = [
  ['miniprogram/services/orders/orders.ts', '../../domain/order'],
  [ROW, '../../domain/order'],
  [HISTORY, '../../services/orders/orders'],
  [PAGE, '../../features/payment-history/payment-history'],
];

const ORDERS = 'miniprogram/services/orders/orders.ts';
const HTTP = 'miniprogram/services/http/send.ts';
const STATE = 'miniprogram/state/paging/paging.ts';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';
/** Ways around the rule, and what finds them. */
const DETOURS: [file: string, source: string, rule: string][] = [
  [STATE, "export const late = () => import('../../services/http/send');", SYNTAX],
  [STATE, "export const late: unknown = require('../../services/http/send');", GLOBALS],
  [PAGE, "export const late: unknown = require.async('../../services/http/send');", GLOBALS],
  [
    STATE,
    "import http = require('../../services/http/send');\nexport const late: unknown = http;",
    SYNTAX,
  ],
  [STATE, "export type Late = typeof import('../../services/http/send');", SYNTAX],
  [ORDERS, "export const task = () => wx.request({ url: 'https://a' });", SYNTAX],
  [ORDERS, "export const task = () => wx?.request({ url: 'https://a' });", SYNTAX],
  [ORDERS, "export const task = () => wx.downloadFile({ url: 'https://a' });", SYNTAX],
  [ORDERS, "export const task = () => wx['request']({ url: 'https://a' });", SYNTAX],
  [HTTP, 'export const task = (name: keyof typeof wx): unknown => wx[name];', SYNTAX],
  [ORDERS, 'export const { request } = wx;', SYNTAX],
  [ORDERS, 'export const phone = wx;', SYNTAX],
  [ORDERS, "export const task: unknown = Reflect.get(wx, 'request');", SYNTAX],
  [ORDERS, 'export const phone: unknown = (globalThis as Record<string, unknown>).wx;', SYNTAX],
  ['miniprogram/domain/money.ts', 'export const copy = () => wx.hideLoading();', GLOBALS],
  [STATE, 'export const copy = () => wx.hideLoading();', GLOBALS],
  [STATE, 'export const app: unknown = getApp();', GLOBALS],
  ['miniprogram/texts/en.ts', 'export const language = () => wx.getAppBaseInfo();', GLOBALS],
];
/** What the same rules leave alone. */
const STRAIGHT: [file: string, source: string][] = [
  [HTTP, "export const task = () => wx.request({ url: 'https://a' });"],
  [ROW, 'export const copy = () => wx.hideLoading();'],
  [ORDERS, "export const here = typeof wx !== 'undefined';"],
  [ORDERS, 'export type Phone = typeof wx;'],
];

describe('the dependency rule is a lint rule that bites', () => {
  // One run for all: starting a linter that knows types is what takes long.
  const found = complaints([
    ...FORBIDDEN.map(([file, target]): [string, string] => [file, importing(target)]),
    ...ALLOWED.map(([file, target]): [string, string] => [file, importing(target)]),
    ...DETOURS.map(([file, source]): [string, string] => [file, `${source}\n`]),
    ...STRAIGHT.map(([file, source]): [string, string] => [file, `${source}\n`]),
  ]);
  const imports = FORBIDDEN.length + ALLOWED.length;

  test.each(FORBIDDEN.map((pair, index) => [...pair, index] as const))(
    '%s must not import %s',
    (_file, _target, index) => expect(found[index]).toContain('no-restricted-imports'),
  );

  test.each(ALLOWED.map((pair, index) => [...pair, FORBIDDEN.length + index] as const))(
    '%s may import %s',
    (_file, _target, index) => expect(found[index]).not.toContain('no-restricted-imports'),
  );

  test.each(DETOURS.map((detour, index) => [...detour, index] as const))(
    'in %s no %s: %s',
    (_file, _source, rule, index) => expect(found[imports + index]).toContain(rule),
  );

  test.each(STRAIGHT.map((own, index) => [...own, index] as const))(
    'in %s rightly %s',
    (_file, _source, index) => {
      const complained = found[imports + DETOURS.length + index];
      expect(complained).not.toContain(SYNTAX);
      expect(complained).not.toContain(GLOBALS);
    },
  );
});
