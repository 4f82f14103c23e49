import { useHost } from '../support/host';

/** Waits until the log holds the entry, and gives all of it. */
const host = useHost();
const logUntil = async (entry: string): Promise<string[]> => {
  const seen: string[] = [];
  for (const deadline = Date.now() + 5000; Date.now() < deadline;) {
    seen.push(...(await host.takeLog()));
    if (seen.includes(entry)) return seen;
  }
  throw new Error(`"${entry}" did not happen; ${seen.join(', ')} did`);
};

// https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/page-life-cycle.html
// https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/lifetimes.html
describe('lifecycles', () => {
  test('begin with the app, then components, then the page', async () => {
    expect(await logUntil('first onReady')).toEqual([
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

  test('hide the page below and load the one above', async () => {
    await host.wx('navigateTo', { url: '/pages/second/second?id=1' });
    expect(await logUntil('second onReady')).toEqual([
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

  test('unload the page above and show the one below', async () => {
    await host.wx('navigateBack');
    expect(await logUntil('first onShow')).toEqual([
      'second onUnload',
      'component detached',
      'component show',
      'first onShow',
    ]);
  });

  test('unload a page that is replaced', async () => {
    await host.wx('redirectTo', { url: '/pages/second/second' });
    const log = await logUntil('second onReady');
    expect(log.slice(0, 2)).toEqual(['first onUnload', 'component detached']);
    expect(log).toContain('second onLoad {}');
    expect(await host.miniProgram.pageStack()).toHaveLength(1);
  });

  test('unload every page when the app is launched anew', async () => {
    await host.wx('navigateTo', { url: '/pages/first/first' });
    await host.wx('reLaunch', { url: '/pages/tall/tall' });
    const log = await logUntil('second onUnload');
    expect(log).toContain('first onUnload');
    expect((await host.miniProgram.pageStack()).map((page) => page?.path)).toEqual([
      'pages/tall/tall',
    ]);
  });

  test('tell app and page of the background', async () => {
    await host.open('first/first');
    await logUntil('first onReady');
    await host.set({ foreground: false });
    expect(await logUntil('app onHide')).toEqual(['component hide', 'first onHide', 'app onHide']);
    await host.takeLog();
    await host.set({ foreground: true });
    expect(await logUntil('first onShow')).toEqual([
      'app onShow',
      'component show',
      'first onShow',
    ]);
  });

  test('tell whoever asked wx, after the app', async () => {
    await host.evaluate(() => {
      const { log } = getApp() as unknown as { log: string[] };
      const onShow = () => log.push('wx onAppShow');
      wx.onAppHide(() => log.push('wx onAppHide'));
      wx.onAppShow(onShow);
    });
    await host.set({ foreground: false });
    const hidden = await logUntil('wx onAppHide');
    expect(hidden.slice(-2)).toEqual(['app onHide', 'wx onAppHide']);
    await host.set({ foreground: true });
    expect((await logUntil('first onShow')).slice(0, 2)).toEqual(['app onShow', 'wx onAppShow']);
    await host.evaluate(() => (wx.offAppHide(), wx.offAppShow()));
  });

  test('tell the app of errors nobody caught', async () => {
    await host.evaluate(() => {
      setTimeout(() => {
        throw new Error('nobody caught me');
      }, 0);
    });
    const log = await logUntil('app onError nobody caught me');
    expect(log.filter((entry) => entry.startsWith('app onError'))).toHaveLength(1);
  });

  test('let a page that guards itself send people elsewhere', async () => {
    await host.open('first/first');
    await logUntil('first onReady');
    await host.wx('navigateTo', { url: '/pages/second/second?redirect=tall' });
    const seen: string[] = [];
    while ((await host.miniProgram.currentPage())?.path !== 'pages/tall/tall');
    // Whatever was still to come has come when a later page is ready.
    await host.wx('navigateTo', { url: '/pages/first/first' });
    seen.push(...(await logUntil('first onReady')));
    // Whether it was drawn before it was gone, WeChat leaves open too.
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
describe('ways between pages', () => {
  test('end at ten pages', async () => {
    await host.open('first/first');
    for (let count = 1; count < 10; count += 1) {
      await host.wx('navigateTo', { url: '/pages/second/second' });
    }
    await expect(host.wx('navigateTo', { url: '/pages/second/second' })).rejects.toThrow(
      'navigateTo:fail webview count limit exceed',
    );
    expect(await host.miniProgram.pageStack()).toHaveLength(10);
  });

  test('go back as far as asked, and never further than the first page', async () => {
    await host.wx('navigateBack', { delta: 4 });
    expect(await host.miniProgram.pageStack()).toHaveLength(6);
    await host.wx('navigateBack', { delta: 100 });
    expect((await host.miniProgram.pageStack()).map((page) => page?.path)).toEqual([
      'pages/first/first',
    ]);
  });

  test('lead from where one is', async () => {
    await host.open('first/first');
    await host.wx('navigateTo', { url: '../second/second?a=1' });
    expect(await host.miniProgram.currentPage()).toMatchObject({
      path: 'pages/second/second',
      query: { a: '1' },
    });
  });

  test('refuse pages that app.json does not name, and leave everything as it was', async () => {
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
  ])('hand over ?%s as WeChat does', async (search, query) => {
    await host.wx('reLaunch', { url: `/pages/second/second?${search}` });
    expect((await host.miniProgram.currentPage())?.query).toEqual(query);
  });

  test('keep the place on every page', async () => {
    await host.open('tall/tall');
    await host.miniProgram.pageScrollTo(700);
    await host.wx('navigateTo', { url: '/pages/tall/tall' });
    expect(await (await host.miniProgram.currentPage())?.scrollTop()).toBe(0);
    await host.wx('navigateBack');
    expect(await (await host.miniProgram.currentPage())?.scrollTop()).toBe(700);
  });
});
