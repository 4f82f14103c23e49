import type { NavigationBar } from '../navigation-bar';
import type { PageStack } from '../page-stack';
import { asyncApi } from './async-api';

type Url = { url: string };

/** WeChat takes page addresses from the root or relative to the page that is open. */
const absolute = (pages: PageStack, url: string): string => {
  if (url.startsWith('/')) return url.slice(1);
  const folder = pages.top()?.path.split('/').slice(0, -1) ?? [];
  const [path = '', ...query] = url.split('?');
  for (const part of path.split('/')) {
    if (part === '..') folder.pop();
    else if (part !== '.') folder.push(part);
  }
  return [folder.join('/'), ...query].join('?');
};

/**
 * Ways between pages.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html
 */
export const navigation = (pages: PageStack, navigationBar: NavigationBar) => {
  // One change after the other, and none inside of a lifecycle that asks for it.
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
  return {
    navigateTo: asyncApi('navigateTo', to(pages.navigateTo)),
    redirectTo: asyncApi('redirectTo', to(pages.redirectTo)),
    reLaunch: asyncApi('reLaunch', to(pages.reLaunch)),
    navigateBack: asyncApi('navigateBack', ({ delta = 1 }: { delta?: number }) =>
      change(() => pages.navigateBack(delta)),
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
