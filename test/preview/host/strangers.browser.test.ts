import automator from 'miniprogram-automator';
import { openPreview, type OpenPreview } from '../../support/open-preview';
import { startPreview } from '../../support/preview-process';
import { until } from '../../../testing/until';
import { miniProgram } from '../support/mini-program';

const FILES = {
  'app.json': '{"pages":["pages/a/a"],"usingComponents":{"none":"/none/none"}}',
  'app.js': "App({ failures: [] }); throw new Error('in app.js')",
  'pages/a/a.wxml': `<view>first</view>
<map id="map"><view id="inside">inside</view></map><none id="none" />
<broken id="broken" /><wxs module="typo" src="./typo.wxs" /><wxs module="throws">module.exports.x = none.x;</wxs>
<view id="wxs">{{typo.x}}{{throws.x}}wxs</view><view id="last">last</view>`,
  'pages/a/typo.wxs': 'var o = {};\nreturn o. }',
  'pages/a/a.json': '{"usingComponents":{"broken":"/broken"}}',
  'pages/a/a.js': `Page({
  behaviors: ['wx://unheard-of'],
  onLoad() {
    wx.chooseImage({ fail: ({ errMsg }) => getApp().failures.push(errMsg) });
    wx.createInnerAudioContext().play();
    this.setData({ moment: new Date(0) });
  },
})`,
  'broken.json': '{"component":true}',
  'broken.wxml': '<view id="shown">shown</view>',
  'broken.js': "require('./missing'); Component({})",
};

const START_MS = 120_000;

describe('a mini program with parts that the preview does not have', () => {
  let preview: OpenPreview;
  let client: Awaited<ReturnType<typeof automator.connect>>;
  const lines: string[] = [];

  beforeAll(async () => {
    preview = await openPreview(['--dist', miniProgram(FILES)]);
    client = await automator.connect({ wsEndpoint: preview.automatorUrl });
    client.on('console', ({ args }: { args: unknown[] }) => lines.push(args.join(' ')));
    client.on('exception', ({ message }: { message: string }) => lines.push(message));
    await client.reLaunch('/pages/a/a');
  }, START_MS);
  afterAll(async () => {
    client?.disconnect();
    await preview?.stop();
  });

  const element = async (selector: string) => {
    const page = await client.currentPage();
    return until(selector, async () => page?.$(selector));
  };

  test('shows an unknown element as a box with its content', async () => {
    expect(await (await element('#inside')).text()).toBe('inside');
    expect((await (await element('#map')).size()).height).toBeGreaterThan(0);
  });

  test('shows a component that is missing as a box', async () => {
    expect((await (await element('#none')).size()).height).toBeGreaterThan(0);
  });

  test('shows the template of a component whose script fails, and the rest of the page', async () => {
    const broken = await element('#broken');
    expect(await (await broken.$('#shown'))?.text()).toBe('shown');
    expect(await (await element('#last')).text()).toBe('last');
  });

  test('fails an unknown call, and prints it with its place', async () => {
    const failures = () =>
      client.evaluate(() => (getApp() as unknown as { failures: string[] }).failures) as Promise<
        string[]
      >;
    await until('the failure', async () => (await failures()).length > 0);
    expect((await failures())[0]).toBe('chooseImage:fail not supported in the preview');
  });

  test('gives the element of the page, and its WXML', async () => {
    const page = await client.currentPage();
    const root = await page?.$('page');
    expect(root?.tagName).toBe('page');
    expect(await root?.wxml()).toContain('<view>first</view>');
  });

  test('shows a page whose WXS is no JavaScript, or throws', async () => {
    expect(await (await element('#wxs')).text()).toBe('wxs');
  });

  test('shows the pages of an app whose app.js fails', async () => {
    expect((await client.currentPage())?.path).toBe('pages/a/a');
  });

  test('answers canIUse with false', async () => {
    expect(await client.callWxMethod('canIUse', 'chooseImage')).toBe(false);
    expect(await client.callWxMethod('canIUse', 'map')).toBe(false);
  });

  test('warns about a value that setData loses', async () => {
    await until('the warning', () =>
      Promise.resolve(lines.some((line) => line.includes('"moment" is an instance of'))),
    );
  });

  test('is refused by a strict preview', async () => {
    await expect(startPreview(['--dist', miniProgram(FILES), '--strict'])).rejects.toThrow(
      'the preview ended with 1',
    );
  });
});
