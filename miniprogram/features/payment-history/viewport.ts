import type { Viewport } from '../../state/window/window';
import type { ListView } from './view/rows';

/** What is on screen, and how far the page was scrolled for it. */
export interface MeasuredViewport extends Pick<Viewport, 'top'> {
  /** In px from the page's top, as `wx.pageScrollTo` takes it. */
  readonly scrollTop: number;
  /** How much of the screen's top the banner covers, in px. */
  readonly covered: number;
}

/** The part of a component that is needed to watch and measure its elements. */
export type Watcher = Pick<
  WechatMiniprogram.Component.TrivialInstance,
  'createIntersectionObserver' | 'createSelectorQuery'
>;

/** How far from the screen rows that are not alive count as near, in px; less than what is alive around it. */
const NEAR_GAP = 600;
/** The same for rows that are not read: what a fling comes by until it is noticed, and an answer more. */
export const NEAR_UNREAD = 3000;

/**
 * Tells what comes near the screen, and what is on screen then; at once what is near already. The gaps
 * above and below what is alive are elements as tall as the rows they stand for, so even a jump over
 * thousands of rows ends in one of them. Nothing is told of scrolling itself.
 *
 * @param nearUnread - How far from the screen the end of what is read counts as near, in px.
 * @returns Ends the watch. Watch anew after every change: what is near and stays near is told only once.
 */
export function watchViewport(
  component: Watcher,
  { from, to, height }: ListView,
  nearUnread: number,
  onSight: (viewport: Viewport) => void,
): () => void {
  const targets: readonly (readonly [selector: string, near: number, offset: number])[] = [
    ...(from > 0 ? [['.history__gap', NEAR_GAP, 0] as const] : []),
    ...(to < height ? [['.history__gap--below', NEAR_GAP, to] as const] : []),
    ['.history__gap--unread', nearUnread, height],
  ];
  const observers = targets.map(([selector, near, offset]) => {
    const observer = component.createIntersectionObserver({});
    observer
      .relativeToViewport({ top: near, right: 0, bottom: near, left: 0 })
      .observe(selector, ({ intersectionRatio, boundingClientRect, relativeRect }) => {
        // Exactly on the line it counts as near: its ratio is 0 then, and more of it would be no news.
        const { top, bottom } = boundingClientRect;
        const isOutside = top > relativeRect.bottom || bottom < relativeRect.top;
        if (intersectionRatio <= 0 && isOutside) return;
        onSight({
          top: offset - top,
          height: relativeRect.bottom - relativeRect.top - 2 * near,
        });
      });
    return observer;
  });
  return () => observers.forEach((observer) => observer.disconnect());
}

/** Measures where the list is now; null while there is none. */
export function measureViewport(component: Watcher): Promise<MeasuredViewport | null> {
  return new Promise((resolve) => {
    const query = component.createSelectorQuery();
    query.select('.history__list').boundingClientRect();
    query.select('.history__banner').boundingClientRect();
    query.selectViewport().scrollOffset();
    query.exec((measured: unknown[]) => {
      const [list, banner, page] = measured as [
        { top: number } | null,
        { height: number } | null,
        { scrollTop: number } | null,
      ];
      const covered = banner ? banner.height : 0;
      // glass-easel tells where the page's top is instead, which is as far away the other way.
      resolve(list && page && { top: -list.top, scrollTop: Math.abs(page.scrollTop), covered });
    });
  });
}
