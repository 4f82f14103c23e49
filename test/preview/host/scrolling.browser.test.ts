import { useHost } from '../support/host';

const host = useHost();

const until = async (what: string, reached: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 5000; Date.now() < deadline;) if (await reached()) return;
  throw new Error(`not reached: ${what}`);
};

/** Collects the log until an entry is in it. */
const logged = async (entry: string): Promise<string[]> => {
  const seen: string[] = [];
  await until(entry, async () => seen.push(...(await host.takeLog())) > 0 && seen.includes(entry));
  return seen;
};

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
describe('scrolling a page', () => {
  test('is told to onPageScroll', async () => {
    await host.miniProgram.pageScrollTo(321);
    await until('the place', async () => (await (await page()).data('scrolledTo')) === 321);
  });

  test('reaches the bottom at the distance the page names, once each time', async () => {
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
    expect(await logged('tall onReachBottom')).toHaveLength(1);
    await host.miniProgram.pageScrollTo(bottom);
    await until('the place', async () => (await (await page()).data('scrolledTo')) === bottom);
    expect(await host.takeLog()).toEqual([]);
    await host.miniProgram.pageScrollTo(0);
    await until('the top', async () => (await (await page()).data('scrolledTo')) === 0);
    await host.miniProgram.pageScrollTo(bottom);
    expect(await logged('tall onReachBottom')).toHaveLength(1);
  });

  test('does not happen by coming back to a page', async () => {
    const { height } = await (await page()).size();
    await host.miniProgram.pageScrollTo(Number(height));
    await logged('tall onReachBottom');
    await host.wx('navigateTo', { url: '/pages/tall/tall' });
    await host.wx('navigateBack');
    await (await page()).callMethod('watch', '#end', 0);
    expect(await logged('#end seen')).toEqual(['#end seen']);
  });

  test('goes to an element', async () => {
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

  test('happens when the page is pulled far enough', async () => {
    await pull(200);
    expect(await logged('tall onPullDownRefresh')).toHaveLength(1);
    await host.wx('stopPullDownRefresh');
  });

  test('does not happen for a short pull, or away from the top, or where it is not enabled', async () => {
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

  test('can be asked for', async () => {
    await host.wx('startPullDownRefresh');
    expect(await logged('tall onPullDownRefresh')).toHaveLength(1);
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
describe('an intersection observer', () => {
  test('tells at once of what is on screen, and later of what comes and goes', async () => {
    await (await page()).callMethod('watch', '#start', 0);
    await logged('#start seen');
    await host.miniProgram.pageScrollTo(1500);
    await logged('#start gone');
    await host.miniProgram.pageScrollTo(0);
    await logged('#start seen');
  });

  test('says nothing of what is not on screen', async () => {
    await (await page()).callMethod('watch', '#end', 0);
    await (await page()).callMethod('watch', '#start', 0);
    expect(await logged('#start seen')).toEqual(['#start seen']);
  });

  test('sees ahead by its margin', async () => {
    await (await page()).callMethod('watch', '#end', 3000);
    await logged('#end seen');
  });
});
