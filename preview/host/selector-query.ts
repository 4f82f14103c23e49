import { domElement } from '../elements/base';
import type { Reports } from './reports';
import type { Caller } from './types';
import { inert } from './wx/unsupported';

interface Fields {
  scrollOffset?: boolean;
  computedStyle?: string[];
  node?: boolean;
  properties?: string[];
}
type Found = Record<string, unknown>;
type Done = (result: Found | Found[] | null) => void;

interface NodesRef {
  fields(fields: Fields, done?: Done): Query;
  node?(done?: Done): Query;
}

/** The framework's query: every request goes through `_$push`. */
interface Query {
  select(selector: string): NodesRef;
  selectAll(selector: string): NodesRef;
  _$push(
    selector: string | null,
    caller: Caller,
    single: boolean,
    fields: Fields,
    done: Done,
  ): void;
}

/**
 * Adds to a query of the framework what it leaves out: properties, computed styles, the scroll position of the
 * viewport, the node of a `scroll-view`, and an object without effect for the node of a canvas.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.fields.html
 */
export const completeQuery = <Given>(given: Given, reports: Reports): Given => {
  const query = given as Given & Query;
  const push = query._$push.bind(query);
  query._$push = (selector, caller, single, fields, done) => {
    const nodesFound = () =>
      selector ? (caller._$.getShadowRoot()?.querySelectorAll(selector) ?? []) : [];
    const addFields = (result: Found | Found[] | null): void => {
      const nodes = nodesFound();
      [result ?? []].flat().forEach((found, nth) => {
        const node = nodes[nth];
        const style = node && getComputedStyle(domElement(node));
        const data = (node as Partial<{ data: Found }> | undefined)?.data ?? {};
        for (const name of fields.properties ?? []) found[name] = data[name];
        for (const name of fields.computedStyle ?? []) {
          const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
          found[name] = style?.getPropertyValue(property);
        }
      });
    };
    const addNode = (found: Found, nth: number): void => {
      const node = nodesFound()[nth];
      const element = node && domElement(node);
      found['node'] = element?.matches('wx-scroll-view')
        ? scrollViewNode(element)
        : inert('canvas', () => reports.unsupported('canvas is a box in the preview'));
    };
    push(selector, caller, single, fields, (result) => {
      if (fields.computedStyle ?? fields.properties) addFields(result);
      if (fields.node) [result ?? []].flat().forEach(addNode);
      if (selector === null && fields.scrollOffset && result) {
        const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = document.documentElement;
        Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
      }
      done(result);
    });
  };
  for (const name of ['select', 'selectAll'] as const) {
    const select = query[name].bind(query);
    query[name] = (selector) => {
      const found = select(selector);
      return Object.assign(found, { node: (done?: Done) => found.fields({ node: true }, done) });
    };
  }
  return query;
};

/** A query while no page is open: it finds nothing, except in a component that `in` names. */
export const emptyQuery = () => {
  const found: { result: Found | Found[] | null; done: Done | undefined }[] = [];
  const finding = (result: Found | Found[] | null) => {
    const push = (done?: Done) => {
      found.push({ result, done });
      return query;
    };
    return {
      fields: (_fields: Fields, done?: Done) => push(done),
      ...{ boundingClientRect: push, scrollOffset: push, context: push, node: push },
    };
  };
  const query = {
    in: (caller: Caller): unknown => (caller['createSelectorQuery'] as () => unknown)(),
    select: () => finding(null),
    selectAll: () => finding([]),
    selectViewport: () => finding({}),
    exec(done?: (results: unknown[]) => void): void {
      setTimeout(() => {
        found.forEach((one) => one.done?.(one.result));
        done?.(found.map(({ result }) => result));
      });
    },
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
