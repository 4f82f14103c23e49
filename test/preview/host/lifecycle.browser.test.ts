import { until } from '../../../testing/until';
import { useHost } from '../support/host';

const host = useHost();

// https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/page-life-cycle.html
// https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/lifetimes.html
describe('the lifecycle', () => {
  test('starts with the app, then components, then the page', async () => {
    expect(await host.logUntil('first onReady')).toEqual([
      'app onLaunch pages/first/first',
      'app onShow',
      'component created',
      'component attached',
      'first onLoad {}',
      'component show',
      'first onShow',
      'component ready',
      'first onReady',
    ]);
  });

  test('hides the covered page and loads the new one', async () => {
    await host.wx('navigateTo', { url: '/pages/second/second?id=1' });
    expect(await host.logUntil('second onReady')).toEqual([
      'component hide',
      'first onHide',
      'component created',
      'component attached',
      'second onLoad {"id":"1"}',
      'component show',
      'second onShow',
      'component ready',
      'second onReady',
    ]);
  });

  test('unloads the top page and shows the one below', async () => {
    await host.wx('navigateBack');
    expect(await host.logUntil('first onShow')).toEqual([
      'second onUnload',
      'component detached',
      'component show',
      'first onShow',
    ]);
  });

  test('unloads a page that is replaced', async () => {
    await host.wx('redirectTo', { url: '/pages/second/second' });
    const log = await host.logUntil('second onReady');
    expect(log.slice(0, 2)).toEqual(['first onUnload', 'component detached']);
    expect(log).toContain('second onLoad {}');
    expect(await host.miniProgram.pageStack()).toHaveLength(1);
  });

  test('unloads every page on reLaunch', async () => {
    await host.wx('navigateTo', { url: '/pages/first/first' });
    await host.wx('reLaunch', { url: '/pages/tall/tall' });
    const log = await host.logUntil('second onUnload');
    expect(log).toContain('first onUnload');
    expect((await host.miniProgram.pageStack()).map((page) => page?.path)).toEqual([
      'pages/tall/tall',
    ]);
  });

  test('reports the background to app, components and page', async () => {
    await host.open('first/first');
    await host.logUntil('first onReady');
    await host.set({ foreground: false });
    expect(await host.logUntil('app onHide')).toEqual([
      'component hide',
      'first onHide',
      'app onHide',
    ]);
    await host.takeLog();
    await host.set({ foreground: true });
    expect(await host.logUntil('first onShow')).toEqual([
      'app onShow',
      'component show',
      'first onShow',
    ]);
  });

  test('calls listeners of wx after the hooks of the app', async () => {
    await host.evaluate(() => {
      const { log } = getApp() as unknown as { log: string[] };
      const onShow = () => log.push('wx onAppShow');
      wx.onAppHide(() => log.push('wx onAppHide'));
      wx.onAppShow(onShow);
    });
    await host.set({ foreground: false });
    const hidden = await host.logUntil('wx onAppHide');
    expect(hidden.slice(-2)).toEqual(['app onHide', 'wx onAppHide']);
    await host.set({ foreground: true });
    expect((await host.logUntil('first onShow')).slice(0, 2)).toEqual([
      'app onShow',
      'wx onAppShow',
    ]);
    await host.evaluate(() => (wx.offAppHide(), wx.offAppShow()));
  });

  test('passes uncaught errors to onError of the app', async () => {
    await host.evaluate(() => {
      setTimeout(() => {
        throw new Error('not caught');
      }, 0);
    });
    const log = await host.logUntil('app onError not caught');
    expect(log.filter((entry) => entry.startsWith('app onError'))).toHaveLength(1);
  });

  test('lets a page redirect in onLoad', async () => {
    await host.open('first/first');
    await host.logUntil('first onReady');
    await host.wx('navigateTo', { url: '/pages/second/second?redirect=tall' });
    const seen: string[] = [];
    await until(
      'the redirect',
      async () => (await host.miniProgram.currentPage())?.path === 'pages/tall/tall',
    );
    // When a later page is ready, no event of the redirected page is pending.
    await host.wx('navigateTo', { url: '/pages/first/first' });
    seen.push(...(await host.logUntil('first onReady')));
    // WeChat does not define whether the redirected page becomes ready.
    const ofSecond = seen.filter((entry) => /^second (?!onReady)/.test(entry));
    expect(ofSecond).toEqual([
      'second onLoad {"redirect":"tall"}',
      'second onShow',
      'second onUnload',
    ]);
    expect((await host.miniProgram.pageStack()).map((page) => page?.path)).toEqual([
      'pages/first/first',
      'pages/tall/tall',
      'pages/first/first',
    ]);
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html
describe('navigation', () => {
  test('fails beyond ten pages', async () => {
    await host.open('first/first');
    for (let count = 1; count < 10; count += 1) {
      await host.wx('navigateTo', { url: '/pages/second/second' });
    }
    await expect(host.wx('navigateTo', { url: '/pages/second/second' })).rejects.toThrow(
      'navigateTo:fail webview count limit exceed',
    );
    expect(await host.miniProgram.pageStack()).toHaveLength(10);
  });

  test('goes back by delta, at most to the first page', async () => {
    await host.wx('navigateBack', { delta: 4 });
    expect(await host.miniProgram.pageStack()).toHaveLength(6);
    await host.wx('navigateBack', { delta: 100 });
    expect((await host.miniProgram.pageStack()).map((page) => page?.path)).toEqual([
      'pages/first/first',
    ]);
  });

  test('resolves a relative address', async () => {
    await host.open('first/first');
    await host.wx('navigateTo', { url: '../second/second?a=1' });
    expect(await host.miniProgram.currentPage()).toMatchObject({
      path: 'pages/second/second',
      query: { a: '1' },
    });
  });

  test('refuses a page that is not in app.json, and keeps the stack', async () => {
    await host.open('first/first');
    for (const way of ['navigateTo', 'redirectTo', 'reLaunch']) {
      await expect(host.wx(way, { url: '/pages/none/none' })).rejects.toThrow(
        `${way}:fail page "pages/none/none" is not found`,
      );
    }
    expect(await host.miniProgram.pageStack()).toHaveLength(1);
  });

  // https://developers.weixin.qq.com/community/develop/doc/0004e8d93c4c080eddc36298661800
  test.each([
    ['a=%E4%B8%AD', { a: '%E4%B8%AD' }],
    ['a&b=1', { a: 'undefined', b: '1' }],
    ['a=b=c', { a: 'b' }],
    ['a=1?b=2', { a: '1' }],
    ['a=', { a: '' }],
  ])('parses ?%s as WeChat does', async (search, query) => {
    await host.wx('reLaunch', { url: `/pages/second/second?${search}` });
    expect((await host.miniProgram.currentPage())?.query).toEqual(query);
  });

  test('keeps the scroll position of every page', async () => {
    await host.open('tall/tall');
    await host.miniProgram.pageScrollTo(700);
    await host.wx('navigateTo', { url: '/pages/tall/tall' });
    expect(await (await host.miniProgram.currentPage())?.scrollTop()).toBe(0);
    await host.wx('navigateBack');
    expect(await (await host.miniProgram.currentPage())?.scrollTop()).toBe(700);
  });
});
