import type { Artefact } from '../artefact';
import type { PageStack } from './page-stack';

/** How far a finger pulls before letting go means refresh, in px. */
const PULL_DISTANCE = 60;

/**
 * The gesture and the indicator of pull-down refresh, by finger or mouse.
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
    // The page follows the finger half the way, as in WeChat.
    pulled = (to - startedAt) / 2;
    if (pulled > 0) show(Math.min(pulled, PULL_DISTANCE * 1.5), false);
  };
  const letGo = () => {
    if (startedAt === null) return;
    startedAt = null;
    if (pulled >= PULL_DISTANCE) start();
    else show(0, false);
  };

  document.addEventListener('touchstart', ({ touches }) => pull(touches[0]?.clientY ?? 0));
  document.addEventListener('touchmove', ({ touches }) => move(touches[0]?.clientY ?? 0));
  document.addEventListener('touchend', letGo);
  document.addEventListener('touchcancel', letGo);
  document.addEventListener('mousedown', ({ clientY }) => pull(clientY));
  document.addEventListener('mousemove', ({ clientY }) => move(clientY));
  document.addEventListener('mouseup', letGo);

  const stop = () => {
    isRefreshing = false;
    show(0, false);
  };
  return { start, stop };
};

/** The pull-down refresh of the device. */
export type PullDownRefresh = ReturnType<typeof createPullDownRefresh>;
