import type { Viewport } from '../../state/window/window';
import { ignored } from '../shared/ignored';
import type { RowsView } from './view/visible-rows';

/** The part of the list on screen, and how far the page is scrolled for it. */
export interface MeasuredViewport extends Viewport {
  /** Px from the page's top, as `wx.pageScrollTo` takes it. */
  readonly scrollTop: number;
  /** Px at the top of the screen that the host's navigation bar and the offline banner cover. */
  readonly covered: number;
}

/** Where the history is, in px. */
export interface Location {
  /** From the top of what scrolls to the history: content of the host may stand above it. */
  readonly origin: number;
  readonly scrollTop: number;
}

/** The methods of a component that watch and measure its elements. */
export type MeasuredElement = Pick<
  WechatMiniprogram.Component.TrivialInstance,
  'createIntersectionObserver' | 'createSelectorQuery'
>;

/** What scrolls the history: its page, or a `scroll-view` of the host. */
export interface Scroller {
  /**
   * Measures where the list is; null while there is no list.
   *
   * @param coveredTop - Px at the top of the screen that the host's own navigation bar covers.
   */
  measure(coveredTop: number): Promise<MeasuredViewport | null>;
  /** Finds where the history begins; null while it is not drawn. */
  locate(): Promise<Location | null>;
  /**
   * Scrolls without an animation; what is measured afterwards is there.
   *
   * @param scrollTop - Px from the top of what scrolls.
   */
  scrollTo(scrollTop: number): Promise<void>;
  /** Creates an observer. @param near - Px around the screen that count as near. */
  observe(
    selector: string,
    near: number,
    onChange: WechatMiniprogram.IntersectionObserverObserveCallback,
  ): () => void;
}

type Located = [
  history: { readonly top: number } | null,
  page: { readonly scrollTop: number } | null,
];

type Measured = [
  list: { readonly top: number } | null,
  banner: { readonly height: number } | null,
  page: { readonly scrollTop: number } | null,
];

/**
 * A gap nearer to the screen than this many px is reported. It is less than the live rows above and below
 * the screen, and more than those of a screen that is a chunk off their middle, so one chunk moves at a time.
 */
const NEAR_GAP = 1100;
/** The same for the end of the loaded rows: the distance of a fling before it is detected, plus one response time. */
const NEAR_UNREAD = 3000;

/**
 * Reports the viewport when a gap comes near the screen, and at once for a gap that is near already. The
 * gaps above and below the live rows are elements as tall as the rows they stand for, so a jump over
 * thousands of rows ends in one of them. Scrolling itself is not observed.
 *
 * WeChat reports once that an element is near, not that it stays near: start a new watch after each
 * change.
 *
 * @param isAhead - Reports the end of the loaded rows before it is on screen.
 * @returns Ends the watch.
 */
export function watchViewport(
  scroller: Scroller,
  { from, to, height }: Pick<RowsView, 'from' | 'to' | 'height'>,
  isAhead: boolean,
  onSight: (viewport: Viewport) => void,
): () => void {
  const targets: readonly (readonly [selector: string, near: number, offset: number])[] = [
    ...(from > 0 ? [['.history__gap', NEAR_GAP, 0] as const] : []),
    ...(to < height ? [['.history__gap--below', NEAR_GAP, to] as const] : []),
    ['.history__gap--unread', isAhead ? NEAR_UNREAD : 0, height],
  ];
  const stops = targets.map(([selector, near, offset]) =>
    scroller.observe(selector, near, ({ intersectionRatio, boundingClientRect, relativeRect }) => {
      // An element exactly on the line is near: its ratio is 0, and WeChat reports no further change.
      const { top, bottom } = boundingClientRect;
      const isOutside = top > relativeRect.bottom || bottom < relativeRect.top;
      if (intersectionRatio <= 0 && isOutside) return;
      const screenTop = relativeRect.top + near;
      onSight({ top: offset - top + screenTop, height: relativeRect.bottom - near - screenTop });
    }),
  );
  return () => stops.forEach((stop) => stop());
}

/** The page scrolls. */
export function pageScroller(element: MeasuredElement): Scroller {
  return {
    measure: (coveredTop) =>
      new Promise((resolve) => {
        const query = element.createSelectorQuery();
        query.select('.history__list').boundingClientRect();
        query.select('.history__banner').boundingClientRect();
        query.selectViewport().scrollOffset();
        query.exec(([list, banner, page]: Measured) => {
          const covered = coveredTop + (banner ? banner.height : 0);
          const height = wx.getWindowInfo().windowHeight || 0;
          // glass-easel returns the position of the page's top instead, which has the opposite sign.
          const scrollTop = page ? Math.abs(page.scrollTop) : 0;
          resolve(list && page && { top: -list.top, height, scrollTop, covered });
        });
      }),
    locate: () =>
      new Promise((resolve) => {
        const query = element.createSelectorQuery();
        query.select('.history').boundingClientRect();
        query.selectViewport().scrollOffset();
        query.exec(([history, page]: Located) => {
          const scrollTop = page ? Math.abs(page.scrollTop) : 0;
          resolve(history && { scrollTop, origin: scrollTop + history.top });
        });
      }),
    // WeChat measures after it has scrolled, in the order of the calls.
    scrollTo(scrollTop) {
      wx.pageScrollTo({ scrollTop, duration: 0, fail: ignored });
      return Promise.resolve();
    },
    observe(selector, near, onChange) {
      const observer = element.createIntersectionObserver({});
      const margins = { top: near, right: 0, bottom: near, left: 0 };
      observer.relativeToViewport(margins).observe(selector, onChange);
      return () => observer.disconnect();
    },
  };
}
