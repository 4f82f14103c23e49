import type { Device } from '../../host/device';
import type { OpenPage } from '../../host/types';
import type { Domain, Handlers } from '../protocol';
import { callMember } from './call-member';
import { readPath } from './data-path';
import type { ElementRegistry } from './element-registry';
import { selectAll } from './selector';

/** Answers what concerns one page. A page's selector does not see into the components on it. */
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
      const node = selectAll(tree(pageId), selector)[0];
      if (!node) throw new Error(`no element of the page matches ${selector}`);
      return elements.reference(node);
    },
    'Page.getElements': ({ pageId, selector }) => ({
      elements: selectAll(tree(pageId), selector).map((node) => elements.reference(node)),
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
