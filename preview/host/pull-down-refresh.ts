import type { Artefact } from '../artefact';
import { watchPull } from '../elements/pull';
import type { PageStack } from './page-stack';

/** Distance of the pull that starts a refresh, in px. */
const PULL_DISTANCE = 60;

/**
 * The gesture (touch or mouse) and the indicator of pull-down refresh.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onPullDownRefresh
 */
export const createPullDownRefresh = (pages: PageStack, artefact: Artefact) => {
  const indicator = document.createElement('div');
  indicator.className = 'device-pull-down';
  indicator.innerHTML = '<i></i><i></i><i></i>';
  document.body.prepend(indicator);
  let isRefreshing = false;

  const isEnabled = () => {
    const page = pages.top();
    const own = page && artefact.components[page.path]?.config.enablePullDownRefresh;
    return own ?? artefact.app.window?.['enablePullDownRefresh'] === true;
  };
  const show = (height: number, active: boolean) => {
    indicator.style.height = `${height}px`;
    indicator.classList.toggle('device-pull-down--active', active);
  };
  const start = () => {
    const page = pages.top();
    if (!page) return;
    isRefreshing = true;
    show(PULL_DISTANCE, true);
    pages.call(page, 'onPullDownRefresh');
  };

  watchPull(document, {
    mayStart: () => document.documentElement.scrollTop <= 0 && isEnabled() && !isRefreshing,
    // The page moves half as far as the finger, as in WeChat.
    move: (distance) => {
      if (distance > 0) show(Math.min(distance / 2, PULL_DISTANCE * 1.5), false);
    },
    release: (distance) => {
      if (distance / 2 >= PULL_DISTANCE) start();
      else show(0, false);
    },
  });

  const stop = () => {
    isRefreshing = false;
    show(0, false);
  };
  return { start, stop };
};

/** The device's pull-down refresh. */
export type PullDownRefresh = ReturnType<typeof createPullDownRefresh>;
