import { domElement } from '../elements/base';
import type { Caller } from './types';

interface Fields {
  scrollOffset?: boolean;
  computedStyle?: string[];
}
type Found = Record<string, unknown>;

/** The framework's query: every request goes through `_$push`. */
interface Query {
  _$push(
    selector: string | null,
    caller: Caller,
    single: boolean,
    fields: Fields,
    done: (result: Found | Found[] | null) => void,
  ): void;
}

/**
 * Adds to a query of the framework what it leaves out: computed styles, and the scroll position of the viewport.
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
      if (selector === null && fields.scrollOffset && result) {
        const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = document.documentElement;
        Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
      }
      done(result);
    });
  };
  return query;
};
