import type { NavigationBar } from '../navigation-bar';
import { createEventChannel } from '../event-channel';
import { parseUrl, type PageStack } from '../page-stack';
import { resolveUrl } from '../router';
import type { TabBar } from '../tab-bar';
import type { PullDownRefresh } from '../pull-down-refresh';
import type { Caller } from '../types';
import { emptyQuery } from '../selector-query';
import { asyncApi } from './async-api';

type Url = { url: string };
type Events = Parameters<typeof createEventChannel>[0];

/** An address may be relative to the open page. */
const absolute = (pages: PageStack, url: unknown): string =>
  resolveUrl(pages.top()?.path ?? '', url);

/**
 * Navigation between pages, and the navigation bar.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html
 */
export const navigation = (pages: PageStack, navigationBar: NavigationBar, tabBar: TabBar) => {
  // Changes run one after another, and never inside the lifecycle hook that requested them.
  let last: Promise<unknown> = Promise.resolve();
  const change = (run: () => void): Promise<void> => {
    const turn = last.then(() => new Promise((resolve) => setTimeout(resolve, 0))).then(run);
    last = turn.catch(() => undefined);
    return turn;
  };
  const to =
    (go: (url: string) => void) =>
    ({ url }: Url) =>
      change(() => go(absolute(pages, url)));
  const refuseTab = (url: string): void => {
    if (tabBar.paths.includes(parseUrl(absolute(pages, url)).path))
      throw new Error('can not navigateTo a tabbar page');
  };
  return {
    navigateTo: asyncApi('navigateTo', async ({ url, events }: Url & { events?: Events }) => {
      refuseTab(url);
      const eventChannel = createEventChannel(events);
      await change(() =>
        pages.navigateTo(absolute(pages, url), {
          getOpenerEventChannel: () => eventChannel,
        }),
      );
      return { eventChannel };
    }),
    redirectTo: asyncApi('redirectTo', ({ url }: Url) => {
      if (tabBar.paths.includes(parseUrl(absolute(pages, url)).path))
        throw new Error('can not redirectTo a tabbar page');
      return change(() => pages.redirectTo(absolute(pages, url)));
    }),
    switchTab: asyncApi('switchTab', ({ url }: Url) =>
      change(() => pages.switchTab(absolute(pages, url), tabBar.paths)),
    ),
    showTabBar: asyncApi('showTabBar', () => tabBar.setHidden(false)),
    hideTabBar: asyncApi('hideTabBar', () => tabBar.setHidden(true)),
    setTabBarItem: asyncApi('setTabBarItem', tabBar.setItem),
    setTabBarStyle: asyncApi('setTabBarStyle', () => undefined),
    setTabBarBadge: asyncApi('setTabBarBadge', ({ index, text }: { index: number; text: string }) =>
      tabBar.setBadge(index, text),
    ),
    removeTabBarBadge: asyncApi('removeTabBarBadge', ({ index }: { index: number }) =>
      tabBar.setBadge(index, null),
    ),
    showTabBarRedDot: asyncApi('showTabBarRedDot', ({ index }: { index: number }) =>
      tabBar.setBadge(index, ''),
    ),
    hideTabBarRedDot: asyncApi('hideTabBarRedDot', ({ index }: { index: number }) =>
      tabBar.setBadge(index, null),
    ),
    setNavigationBarColor: asyncApi('setNavigationBarColor', navigationBar.setColors),
    reLaunch: asyncApi('reLaunch', to(pages.reLaunch)),
    navigateBack: asyncApi('navigateBack', ({ delta = 1 }: { delta?: number }) =>
      change(() => {
        if (pages.pages().length < 2) throw new Error('cannot navigate back at first page');
        pages.navigateBack(delta);
      }),
    ),
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }: { title: string }) =>
      navigationBar.setTitle(title),
    ),
    showNavigationBarLoading: asyncApi('showNavigationBarLoading', () =>
      navigationBar.setLoading(true),
    ),
    hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () =>
      navigationBar.setLoading(false),
    ),
  };
};

/** Default duration of pageScrollTo, in milliseconds. */
const DURATION_MS = 300;

interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  duration?: number;
  offsetTop?: number;
}

/**
 * Scrolling, pull-down refresh, and queries of element positions.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/wx.pageScrollTo.html
 */
export const scrolling = (pages: PageStack, pullDown: PullDownRefresh) => {
  const topOf = (selector: string): number => {
    const found = pages.top()?.node.getShadowRoot()?.querySelector(selector);
    const element = found?.getBackendElement() as unknown as HTMLElement | undefined;
    if (!element) throw new Error(`no element matches ${selector}`);
    return element.getBoundingClientRect().top + document.documentElement.scrollTop;
  };
  return {
    pageScrollTo: asyncApi('pageScrollTo', (target: ScrollTarget) => {
      const { selector, scrollTop = 0, offsetTop = 0, duration = DURATION_MS } = target;
      const top = selector ? topOf(selector) + offsetTop : scrollTop;
      window.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' });
    }),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => pullDown.start()),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => pullDown.stop()),
    createSelectorQuery: () => {
      const caller = pages.top()?.caller;
      return caller ? (caller['createSelectorQuery'] as () => unknown)() : emptyQuery();
    },
    createIntersectionObserver: (caller: Caller, options?: object) =>
      (caller['createIntersectionObserver'] as (options?: object) => unknown)(options),
  };
};
