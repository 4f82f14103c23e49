import automator from 'miniprogram-automator';
import { until } from '../../../testing/until';
import { openPreview } from '../../support/open-preview';
import { miniProgram } from '../support/mini-program';

const noted = (name: string, constructor: string) =>
  `getApp().scripts.push('${name}'); ${constructor};`;

const FILES = {
  'app.js': 'App({ scripts: [] })',
  'pages/a/a.json': JSON.stringify({
    usingComponents: { plain: '/plain', late: '/late' },
    componentPlaceholder: { late: 'view' },
  }),
  'pages/a/a.js': noted('a', 'Page({ data: { isOpen: false } })'),
  'pages/a/a.wxml': '<plain /><late wx:if="{{isOpen}}" text="hello" />',
  'pages/b/b.json': '{}',
  'pages/b/b.js': noted('b', 'Page({})'),
  'pages/b/b.wxml': '<view>b</view>',
  'plain.json': '{"component":true}',
  'plain.js': noted('plain', 'Component({})'),
  'plain.wxml': '<view>plain</view>',
  'late.json': '{"component":true,"usingComponents":{"inner":"/inner"}}',
  'late.js': noted('late', 'Component({ properties: { text: String } })'),
  'late.wxml': '<view class="late"><inner />{{text}}</view>',
  'late.wxss': '.late { height: 77px; }',
  'inner.json': '{"component":true}',
  'inner.js': noted('inner', 'Component({})'),
  'inner.wxml': '<view />',
};

const PAGES = ['pages/a/a', 'pages/b/b'];

/** Starts the mini program on the preview. */
async function start(app: object) {
  const folder = miniProgram({ ...FILES, 'app.json': JSON.stringify({ pages: PAGES, ...app }) });
  const preview = await openPreview(['--dist', folder]);
  const client = await automator.connect({ wsEndpoint: preview.automatorUrl });
  return {
    client,
    scripts: () =>
      client.evaluate(() => (getApp() as unknown as { scripts: string[] }).scripts) as Promise<
        string[]
      >,
    stop: async () => {
      client.disconnect();
      await preview.stop();
    },
  };
}

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/lazyload.html
describe('with lazy code loading', () => {
  let started: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    started = await start({ lazyCodeLoading: 'requiredComponents' });
  });
  afterAll(() => started.stop());

  test('runs the scripts of the page and of the components without a placeholder', async () => {
    expect(await started.scripts()).toEqual(['plain', 'a']);
  });

  test('runs the script of a component with a placeholder when it is rendered', async () => {
    const page = await started.client.currentPage();
    await page?.setData({ isOpen: true });
    const late = await until('the component', async () => (await page?.$('late'))?.$('.late'));
    expect(await late?.text()).toBe('hello');
    expect(await late?.size()).toMatchObject({ height: 77 });
    expect(await started.scripts()).toEqual(['plain', 'a', 'inner', 'late']);
  });

  test('runs the scripts of another page when it is opened', async () => {
    await started.client.navigateTo('/pages/b/b');
    expect(await started.scripts()).toContain('b');
  });
});

describe('without lazy code loading', () => {
  let started: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    started = await start({});
  });
  afterAll(() => started.stop());

  test('runs all scripts at the start and shows no placeholder', async () => {
    const { client, scripts } = started;
    expect([...(await scripts())].sort()).toEqual(['a', 'b', 'inner', 'late', 'plain']);
    const page = await client.currentPage();
    await page?.setData({ isOpen: true });
    expect(await (await page?.$('late'))?.$('.late')).not.toBeNull();
  });
});
