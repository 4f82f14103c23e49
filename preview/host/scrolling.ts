import type { Artefact } from '../artefact';
import type { PageStack } from './page-stack';
import type { OpenPage } from './types';

/** Default of onReachBottomDistance, in px. */
const REACH_BOTTOM_DISTANCE = 50;

/** Calls onPageScroll of the top page, and onReachBottom once for each time that the end comes near. */
export const watchScrolling = (pages: PageStack, artefact: Artefact): void => {
  /** By page: its scroll position, and the height at which onReachBottom was called. */
  const places = new WeakMap<OpenPage, { top: number; nearEndAt: number }>();
  document.addEventListener('scroll', () => {
    const page = pages.top();
    if (!page) return;
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
    const place = places.get(page) ?? { top: 0, nearEndAt: -1 };
    places.set(page, place);
    // A page that is shown again at its old position was not scrolled.
    if (place.top === scrollTop) return;
    place.top = scrollTop;
    pages.call(page, 'onPageScroll', { scrollTop });
    const distance =
      artefact.components[page.path]?.config.onReachBottomDistance ??
      (artefact.app.window?.['onReachBottomDistance'] as number | undefined) ??
      REACH_BOTTOM_DISTANCE;
    const isNear = scrollTop + clientHeight >= scrollHeight - distance;
    if (isNear && place.nearEndAt !== scrollHeight) {
      place.nearEndAt = scrollHeight;
      pages.call(page, 'onReachBottom');
    } else if (!isNear) {
      place.nearEndAt = -1;
    }
  });
};
