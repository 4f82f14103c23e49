import type { PageStack } from '../page-stack';
import type { PullDownRefresh } from '../pull-down-refresh';
import type { Caller } from '../types';
import { asyncApi } from './async-api';

/** How long WeChat takes to scroll when it is told nothing, in ms. */
const DURATION_MS = 300;

interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  duration?: number;
  offsetTop?: number;
}

/**
 * Scrolling, pull-down refresh and what looks at positions.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/wx.pageScrollTo.html
 */
export const scrolling = (pages: PageStack, pullDown: PullDownRefresh) => {
  const topCaller = (): Caller => {
    const page = pages.top();
    if (!page) throw new Error('no page is open');
    return page.caller;
  };
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
      const caller = topCaller();
      return (caller['createSelectorQuery'] as () => unknown).call(caller);
    },
    createIntersectionObserver: (caller: Caller, options?: object) =>
      (caller['createIntersectionObserver'] as (options?: object) => unknown)(options),
  };
};
