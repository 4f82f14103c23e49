import type { Caller, Device, OpenPage } from '../../host/types';
import type { Domain, Handlers } from '../protocol';
import type { ElementRegistry } from './nodes';
import { selectAll } from './selector';
import { selectByXpath } from './xpath';

/**
 * Calls a method of a page or component by name.
 *
 * @throws Error when there is no such method
 */
export const callMember = (caller: Caller, method: string, args: unknown[]): unknown => {
  const member = caller[method];
  if (typeof member !== 'function') throw new Error(`${caller.is} has no method ${method}`);
  return (member as (...values: unknown[]) => unknown).apply(caller, args);
};

/**
 * Reads a value by a path of the client, like `a.b[0]`.
 *
 * @returns undefined when a step of the path is missing
 */
export const readPath = (data: unknown, path?: string): unknown => {
  if (!path) return data;
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    data,
  );
};

/** Handles the Page domain. A page's selector does not match inside the components on it. */
export const pageHandlers = (
  { pages }: Device,
  elements: ElementRegistry,
): Handlers<Domain<'Page'>> => {
  const find = (pageId: number): OpenPage => {
    const page = pages.pages().find(({ id }) => id === pageId);
    if (!page) throw new Error(`page ${pageId} is closed`);
    return page;
  };
  const tree = (pageId: number) => {
    const root = find(pageId).node.getShadowRoot();
    if (!root) throw new Error(`page ${pageId} has no elements`);
    return root;
  };
  return {
    'Page.getElement': ({ pageId, selector }) => {
      const page = find(pageId).node;
      const node = selector === 'page' ? page : selectAll(tree(pageId), selector)[0];
      if (!node) throw new Error(`no element of the page matches ${selector}`);
      return elements.reference(node);
    },
    'Page.getElements': ({ pageId, selector }) => ({
      elements: selectAll(tree(pageId), selector).map((node) => elements.reference(node)),
    }),
    'Page.getElementByXpath': ({ pageId, selector }) => {
      const [node] = selectByXpath(find(pageId).node, selector);
      if (!node) throw new Error(`no element of the page matches ${selector}`);
      return elements.reference(node);
    },
    'Page.getElementsByXpath': ({ pageId, selector }) => ({
      elements: selectByXpath(find(pageId).node, selector).map((node) => elements.reference(node)),
    }),
    'Page.getData': ({ pageId, path }) => ({ data: readPath(find(pageId).caller.data, path) }),
    'Page.setData': ({ pageId, data }) => {
      find(pageId).caller.setData(data);
      return {};
    },
    'Page.callMethod': async ({ pageId, method, args }) => ({
      result: await callMember(find(pageId).caller, method, args),
    }),
    'Page.getWindowProperties': ({ pageId, names }) => {
      find(pageId);
      return { properties: names.map((name) => readPath(window, name)) };
    },
  };
};
