import type { Artefact } from '../artefact';
import type { PageStack } from './page-stack';

/** Distance from the end at which onReachBottom is told when the page names none. */
const REACH_BOTTOM_DISTANCE = 50;

/** Tells the top page of scrolling: onPageScroll, and onReachBottom once for each time the end comes near. */
export const watchScrolling = (pages: PageStack, artefact: Artefact): void => {
  /** By page: where it was scrolled to, and at which height its end was told of. */
  const places = new Map<number, { top: number; nearEndAt: number }>();
  document.addEventListener('scroll', () => {
    const page = pages.top();
    if (!page) return;
    const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
    const place = places.get(page.id) ?? { top: 0, nearEndAt: -1 };
    places.set(page.id, place);
    // A page that comes back to its place was not scrolled.
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
