import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { createSecret } from '../../../preview/server/access';
import { startPreview, type Preview } from '../../../preview/server/server';
import { until } from '../../../testing/until';
import { miniProgram, ONE_PAGE } from '../support/mini-program';

/** Nothing listens there, so a request that the preview server sends is refused. */
const HOST = 'http://127.0.0.1:1';
const REFUSED = 'request:fail ECONNREFUSED';

const FILES = {
  ...ONE_PAGE,
  'pages/a/a.wxml': `<view id="small" bindtap="send" data-size="1">small</view>
    <view id="large" bindtap="send" data-size="70000000">large</view><view id="outcome">{{outcome}}</view>`,
  'pages/a/a.js': `Page({
    data: { outcome: '' },
    send({ currentTarget }) {
      this.setData({ outcome: 'sent' });
      const data = 'x'.repeat(currentTarget.dataset.size);
      wx.request({ url: '${HOST}', method: 'POST', data, fail: ({ errMsg }) => this.setData({ outcome: errMsg }) });
    },
  })`,
};

const START_MS = 120_000;

describe('wx.request without the preview server', () => {
  const dist = miniProgram(FILES);
  const secret = createSecret();
  let [preview, browser, page]: [Preview?, Browser?, Page?] = [];

  const serve = (port: number) =>
    startPreview({
      ...{ dist, secret, port, host: HOST, isStrict: false, app: 'a' },
      ...{ extConfig: {}, conditions: {}, onDevice: () => undefined },
    });
  const outcomeOf = async (size: 'small' | 'large'): Promise<string> => {
    const shown = () => page?.locator('[id$=outcome]').innerText();
    await page?.locator(`[id$=${size}]`).click();
    await until('the outcome', async () => !['', 'sent'].includes((await shown()) ?? ''));
    return (await shown()) ?? '';
  };

  beforeAll(async () => {
    preview = await serve(0);
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`${preview.url}/device`);
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });

  test('a body that is too large fails, and the next request is sent', async () => {
    expect(await outcomeOf('large')).toBe('request:fail the preview sends 64 MB at most');
    expect(await outcomeOf('small')).toBe(REFUSED);
  });

  test('a request fails at once, and is sent again by another server', async () => {
    const { port } = new URL(preview?.url ?? '');
    await preview?.close();
    expect(await outcomeOf('small')).toBe('request:fail the preview server is gone');
    expect(await outcomeOf('small')).toBe('request:fail the preview server is gone');
    preview = await serve(Number(port));
    expect(await outcomeOf('small')).toBe(REFUSED);
  });
});
