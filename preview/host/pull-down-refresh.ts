import type { Artefact } from '../artefact';
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
  let startedAt: number | null = null;
  let pulled = 0;
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

  const pull = (from: number) => {
    const atTop = document.documentElement.scrollTop <= 0;
    startedAt = atTop && isEnabled() && !isRefreshing ? from : null;
    pulled = 0;
  };
  const move = (to: number) => {
    if (startedAt === null) return;
    // The page moves half as far as the finger, as in WeChat.
    pulled = (to - startedAt) / 2;
    if (pulled > 0) show(Math.min(pulled, PULL_DISTANCE * 1.5), false);
  };
  const release = () => {
    if (startedAt === null) return;
    startedAt = null;
    if (pulled >= PULL_DISTANCE) start();
    else show(0, false);
  };

  document.addEventListener('touchstart', ({ touches }) => pull(touches[0]?.clientY ?? 0));
  document.addEventListener('touchmove', ({ touches }) => move(touches[0]?.clientY ?? 0));
  document.addEventListener('touchend', release);
  document.addEventListener('touchcancel', release);
  document.addEventListener('mousedown', ({ clientY }) => pull(clientY));
  document.addEventListener('mousemove', ({ clientY }) => move(clientY));
  document.addEventListener('mouseup', release);

  const stop = () => {
    isRefreshing = false;
    show(0, false);
  };
  return { start, stop };
};

/** The device's pull-down refresh. */
export type PullDownRefresh = ReturnType<typeof createPullDownRefresh>;
