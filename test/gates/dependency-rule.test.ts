import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** The lint rules that report each source text as the content of its file. */
const reportedRules = (cases: [file: string, source: string][]): string[][] =>
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
/** Ways around the dependency rule, and the lint rules that report them. */
const DETOURS: [file: string, source: string, rule: string][] = [
  [STATE, "export const late = () => import('../../services/http/send');", SYNTAX],
  [STATE, "export const late: unknown = require('../../services/http/send');", SYNTAX],
  [STATE, 'export const late = (name: string): unknown => require(name);', SYNTAX],
  [STATE, 'export const load = require;', SYNTAX],
  [PAGE, "export const late: unknown = require.async('../../services/http/send');", SYNTAX],
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
/** Source texts that these rules accept. */
const STRAIGHT: [file: string, source: string][] = [
  [STATE, "export const late = (): unknown => require('./merged');"],
  [HTTP, "export const task = () => wx.request({ url: 'https://a' });"],
  [ROW, 'export const copy = () => wx.hideLoading();'],
  [ORDERS, "export const here = typeof wx !== 'undefined';"],
  [ORDERS, 'export type Phone = typeof wx;'],
];

describe('the dependency rule', () => {
  // One run for all texts, because starting a typed linter takes long.
  const found = reportedRules([
    ...FORBIDDEN.map(([file, target]): [string, string] => [file, importing(target)]),
    ...ALLOWED.map(([file, target]): [string, string] => [file, importing(target)]),
    ...DETOURS.map(([file, source]): [string, string] => [file, `${source}\n`]),
    ...STRAIGHT.map(([file, source]): [string, string] => [file, `${source}\n`]),
  ]);
  const imports = FORBIDDEN.length + ALLOWED.length;

  test.each(FORBIDDEN.map((pair, index) => [...pair, index] as const))(
    'reports that %s imports %s',
    (_file, _target, index) => expect(found[index]).toContain('no-restricted-imports'),
  );

  test.each(ALLOWED.map((pair, index) => [...pair, FORBIDDEN.length + index] as const))(
    'accepts that %s imports %s',
    (_file, _target, index) => expect(found[index]).not.toContain('no-restricted-imports'),
  );

  test.each(DETOURS.map((detour, index) => [...detour, index] as const))(
    'reports in %s: %s (%s)',
    (_file, _source, rule, index) => expect(found[imports + index]).toContain(rule),
  );

  test.each(STRAIGHT.map((own, index) => [...own, index] as const))(
    'accepts in %s: %s',
    (_file, _source, index) => {
      const reported = found[imports + DETOURS.length + index];
      expect(reported).not.toContain(SYNTAX);
      expect(reported).not.toContain(GLOBALS);
    },
  );
});
