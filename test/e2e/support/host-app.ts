import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const DIST = path.join(__dirname, '../../../dist');

/**
 * Writes an app that holds the module of dist/, with pages of its own. Its app configures another copy of the
 * module, as a bundler makes one. The folder is removed after the tests of the file.
 *
 * @param pages - WXML and script of each page, by its name.
 * @param settings - Further settings, as code.
 */
export const hostApp = (
  pages: Record<string, readonly [wxml: string, script: string]>,
  { settings = '', css = '' }: { settings?: string; css?: string } = {},
): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'host-app-'));
  cpSync(DIST, folder, { recursive: true });
  cpSync(DIST, path.join(folder, 'copy'), {
    recursive: true,
    filter: (file) => !path.extname(file) || /(?<!app|pages.*)\.js$/.test(file),
  });
  const names = Object.keys(pages);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write(
    'app.json',
    JSON.stringify({
      pages: [
        ...names.map((name) => `host/${name}`),
        'pages/payments/payments',
        'pages/payment/payment',
      ],
      darkmode: true,
      lazyCodeLoading: 'requiredComponents',
    }),
  );
  write('app.wxss', css);
  write(
    'app.js',
    `const { configurePaymentHistory, silentLogin } = require('./copy/index.js');
    App({
      events: [],
      onLaunch() {
        const { host } = wx.getExtConfigSync().paymentHistory;
        const clientId = 'sandbox-client';
        const app = this;
        configurePaymentHistory({ host, clientId, perMinute: Infinity, ${settings} });
      },
    });`,
  );
  const usingComponents = {
    'payment-history': '/features/payment-history/payment-history',
    'payment-detail': '/features/payment-detail/payment-detail',
  };
  for (const [name, [wxml, script]] of Object.entries(pages)) {
    write(`host/${name}.wxml`, wxml);
    write(`host/${name}.js`, `Page({${script}})`);
    write(`host/${name}.json`, JSON.stringify({ usingComponents }));
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
