import { until } from '../../../testing/until';
import { useHost } from '../support/host';

const host = useHost();

const page = async () => {
  const current = await host.miniProgram.currentPage();
  if (!current) throw new Error('no page is open');
  return current;
};

beforeEach(async () => {
  await host.open('tall/tall');
  await host.takeLog();
});

// https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html
describe('scrolling', () => {
  test('calls onPageScroll', async () => {
    await host.miniProgram.pageScrollTo(321);
    await until('the place', async () => (await (await page()).data('scrolledTo')) === 321);
  });

  test('calls onReachBottom once at the distance of the page, and again after scrolling up', async () => {
    const { height } = await (await page()).size();
    const windowHeight = (await host.wx<{ windowHeight: number }>('getWindowInfo')).windowHeight;
    const bottom = Number(height) - windowHeight;
    await host.miniProgram.pageScrollTo(bottom - 201);
    await until(
      'the place',
      async () => (await (await page()).data('scrolledTo')) === bottom - 201,
    );
    expect(await host.takeLog()).toEqual([]);
    await host.miniProgram.pageScrollTo(bottom - 199);
    expect(await host.logUntil('tall onReachBottom')).toHaveLength(1);
    await host.miniProgram.pageScrollTo(bottom);
    await until('the place', async () => (await (await page()).data('scrolledTo')) === bottom);
    expect(await host.takeLog()).toEqual([]);
    await host.miniProgram.pageScrollTo(0);
    await until('the top', async () => (await (await page()).data('scrolledTo')) === 0);
    await host.miniProgram.pageScrollTo(bottom);
    expect(await host.logUntil('tall onReachBottom')).toHaveLength(1);
  });

  test('does not happen when a page is shown again', async () => {
    const { height } = await (await page()).size();
    await host.miniProgram.pageScrollTo(Number(height));
    await host.logUntil('tall onReachBottom');
    await host.wx('navigateTo', { url: '/pages/tall/tall' });
    await host.wx('navigateBack');
    await (await page()).callMethod('watch', '#end', 0);
    expect(await host.logUntil('#end seen')).toEqual(['#end seen']);
  });

  test('scrolls to an element', async () => {
    await host.wx('pageScrollTo', { selector: '#middle', duration: 0 });
    await until('the element', async () => (await (await page()).data('scrolledTo')) === 1000);
    await expect(host.wx('pageScrollTo', { selector: '#none' })).rejects.toThrow(
      'pageScrollTo:fail',
    );
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/ui/pull-down-refresh/wx.startPullDownRefresh.html
describe('pull-down refresh', () => {
  const pull = async (distance: number): Promise<void> => {
    const block = await (await page()).$('#start');
    await block?.touchstart({ touches: [{ identifier: 1, clientX: 100, clientY: 100 }] });
    await block?.touchmove({
      touches: [{ identifier: 1, clientX: 100, clientY: 100 + distance }],
    });
    await block?.touchend({
      changedTouches: [{ identifier: 1, clientX: 100, clientY: 100 + distance }],
    } as never);
  };

  test('starts after a long pull', async () => {
    await pull(200);
    expect(await host.logUntil('tall onPullDownRefresh')).toHaveLength(1);
    await host.wx('stopPullDownRefresh');
  });

  test('does not start after a short pull, below the top, or on a page without it', async () => {
    await pull(60);
    await host.miniProgram.pageScrollTo(500);
    await pull(200);
    expect(await host.takeLog()).toEqual([]);
    await host.open('first/first');
    await host.takeLog();
    const title = await (await page()).$('#title');
    await title?.touchstart({ touches: [{ identifier: 1, clientX: 100, clientY: 10 }] });
    await title?.touchmove({ touches: [{ identifier: 1, clientX: 100, clientY: 300 }] });
    await title?.touchend();
    expect((await host.takeLog()).join()).not.toContain('onPullDownRefresh');
  });

  test('starts by wx.startPullDownRefresh', async () => {
    await host.wx('startPullDownRefresh');
    expect(await host.logUntil('tall onPullDownRefresh')).toHaveLength(1);
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
describe('the intersection observer', () => {
  test('reports a visible target at once, and later changes', async () => {
    await (await page()).callMethod('watch', '#start', 0);
    await host.logUntil('#start seen');
    await host.miniProgram.pageScrollTo(1500);
    await host.logUntil('#start gone');
    await host.miniProgram.pageScrollTo(0);
    await host.logUntil('#start seen');
  });

  test('does not report a target that is not visible', async () => {
    await (await page()).callMethod('watch', '#end', 0);
    await (await page()).callMethod('watch', '#start', 0);
    expect(await host.logUntil('#start seen')).toEqual(['#start seen']);
  });

  test('extends the viewport by its margin', async () => {
    await (await page()).callMethod('watch', '#end', 3000);
    await host.logUntil('#end seen');
  });
});
