import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import automator from 'miniprogram-automator';
import { until } from '../../../testing/until';
import { openPreview, type OpenPreview } from '../../support/open-preview';

const DIST = path.join(__dirname, '../../../dist');
const PACKAGE = 'miniprogram_npm/hydrogen-payment-history';

/** A host app after 构建 npm: the package in miniprogram_npm, one configure call, one tag. */
const FILES: Record<string, string> = {
  'app.json': '{"pages":["pages/mine/mine"]}',
  'app.js': `
    const { configurePaymentHistory } = require('hydrogen-payment-history/configure');
    const { silentLogin } = require('hydrogen-payment-history/services/session/silent-login');
    const { host } = wx.getExtConfigSync().paymentHistory;
    App({
      onLaunch() {
        const connection = { host, clientId: 'sandbox-client' };
        configurePaymentHistory({ host, clientId: 'sandbox-client', session: silentLogin(connection) });
      },
    });`,
  'pages/mine/mine.json': `{"usingComponents":{
    "payment-history":"hydrogen-payment-history/features/payment-history/payment-history"}}`,
  'pages/mine/mine.js': 'Page({})',
  'pages/mine/mine.wxml': '<payment-history id="history" />',
};

const START_MS = 120_000;

describe('a mini program that embeds the module', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'embedding-'));
  let preview: OpenPreview;

  beforeAll(async () => {
    for (const [file, content] of Object.entries(FILES)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
    cpSync(DIST, path.join(folder, PACKAGE), { recursive: true });
    preview = await openPreview(['--dist', folder]);
  }, START_MS);

  afterAll(async () => {
    await preview?.stop();
    rmSync(folder, { recursive: true });
  });

  test('shows payments after one configure call and one tag', async () => {
    const client = await automator.connect({ wsEndpoint: preview.automatorUrl });
    const page = await client.currentPage();
    const history = (await page?.$('#history')) as unknown as {
      data(path: string): Promise<unknown>;
      $(selector: string): Promise<{ text(): Promise<string> } | null>;
    };
    await until('the history is ready', async () => (await history.data('phase')) === 'ready');
    expect(await (await history.$('payment-chunk'))?.text()).toContain('已支付');
    client.disconnect();
  }, 30_000);
});
