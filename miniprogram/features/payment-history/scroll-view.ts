import { explainTagMistake } from '../../services/explain-tag-mistake';
import type { MeasuredElement, Scroller } from './viewport';

/** A component that the host's `scroll-view` holds. */
export interface HeldElement extends MeasuredElement {
  /** The id that the host gives the tag. */
  readonly id: string;
  /** The page or component whose template holds the tag, and the `scroll-view`. */
  selectOwnerComponent(): MeasuredElement | null;
}

interface Rect {
  readonly top: number;
  readonly height: number;
}

type Measured = [
  view: Rect | null,
  offset: { readonly scrollTop: number } | null,
  list: Rect | null,
  banner: Rect | null,
];

type Located = [view: Rect | null, offset: Measured[1], history: Rect | null];

/**
 * A `scroll-view` of the host scrolls, as far as its template and the tag's id allow to find it.
 *
 * @param selector - Selects it in the template that holds the tag.
 */
export function scrollViewScroller(element: HeldElement, selector: string): Scroller {
  const owner = element.selectOwnerComponent() ?? element;
  /** The selector of a part of the history, in the template that holds the tag. */
  const inside = (part: string) => `#${element.id} >>> ${part}`;

  return {
    measure: (coveredTop) =>
      new Promise((resolve) => {
        const query = owner.createSelectorQuery();
        query.select(selector).boundingClientRect();
        query.select(selector).scrollOffset();
        query.select(inside('.history__list')).boundingClientRect();
        query.select(inside('.history__banner')).boundingClientRect();
        query.exec(([view, offset, list, banner]: Measured) => {
          if (!view || !offset || !list) return resolve(null);
          const { scrollTop } = offset;
          const covered = coveredTop + (banner ? banner.height : 0);
          resolve({ top: view.top - list.top, height: view.height, scrollTop, covered });
        });
      }),
    locate: () =>
      new Promise((resolve) => {
        const query = owner.createSelectorQuery();
        query.select(selector).boundingClientRect();
        query.select(selector).scrollOffset();
        query.select(inside('.history')).boundingClientRect();
        query.exec(([view, offset, history]: Located) => {
          if (!view || !offset || !history) {
            explainTagMistake('scroller', selector);
            return resolve(null);
          }
          const { scrollTop } = offset;
          resolve({ scrollTop, origin: scrollTop + history.top - view.top });
        });
      }),
    scrollTo: (scrollTop) =>
      new Promise((resolve) => {
        owner
          .createSelectorQuery()
          .select(selector)
          .node((found: { readonly node?: unknown } | null) => {
            const view = found?.node as WechatMiniprogram.ScrollViewContext | null | undefined;
            view?.scrollTo({ top: scrollTop, animated: false });
          })
          .exec(() => resolve());
      }),
    observe(part, near, onChange) {
      const observer = owner.createIntersectionObserver({});
      const margins = { top: near, right: 0, bottom: near, left: 0 };
      observer.relativeTo(selector, margins).observe(inside(part), onChange);
      return () => observer.disconnect();
    },
  };
}
