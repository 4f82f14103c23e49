import { domElement } from '../elements/base';
import type { Caller } from './types';

interface Fields {
  scrollOffset?: boolean;
  node?: boolean;
  computedStyle?: string[];
}
type Found = Record<string, unknown>;

interface Ref {
  fields(fields: Fields, done?: (result: Found) => void): unknown;
  node?(done?: (result: Found) => void): unknown;
}

/** The framework's query: every request goes through `_$push`. */
interface Query {
  select(selector: string): Ref;
  _$push(
    selector: string | null,
    caller: Caller,
    single: boolean,
    fields: Fields,
    done: (result: Found | Found[] | null) => void,
  ): void;
}

/**
 * Adds to a query of the framework what it leaves out: computed styles, the scroll position of the viewport,
 * and the node of a `scroll-view`.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.fields.html
 */
export const completeQuery = <Given>(given: Given): Given => {
  const query = given as Given & Query;
  const push = query._$push.bind(query);
  query._$push = (selector, caller, single, fields, done) => {
    const addStyles = (result: Found | Found[] | null): void => {
      const nodes = selector ? (caller._$.getShadowRoot()?.querySelectorAll(selector) ?? []) : [];
      [result ?? []].flat().forEach((found, nth) => {
        const node = nodes[nth];
        const style = node && getComputedStyle(domElement(node));
        for (const name of fields.computedStyle ?? []) {
          const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
          found[name] = style?.getPropertyValue(property);
        }
      });
    };
    push(selector, caller, single, fields, (result) => {
      if (fields.computedStyle) addStyles(result);
      const only = selector && fields.node && caller._$.getShadowRoot()?.querySelector(selector);
      if (only && result) Object.assign(result, { node: scrollViewNode(domElement(only)) });
      if (selector === null && fields.scrollOffset && result) {
        const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = document.documentElement;
        Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
      }
      done(result);
    });
  };
  const select = query.select.bind(query);
  query.select = (selector) => {
    const ref = select(selector);
    ref.node = (done) => ref.fields({ node: true }, done);
    return ref;
  };
  return query;
};

/** What `NodesRef.node` gives of an enhanced scroll-view. */
const scrollViewNode = (element: HTMLElement) => ({
  scrollTo: ({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) =>
    element.scrollTo({
      ...(top === undefined ? {} : { top }),
      ...(left === undefined ? {} : { left }),
      behavior: animated ? 'smooth' : 'instant',
    }),
});
