import type { Device } from '../../host/device';
import type { LogicLayer } from '../../host/logic-layer';
import type { OpenPage } from '../../host/types';
import type { Domain, EventFrame, Handlers, PageReference } from '../protocol';
import { createWxMocks } from './wx-mocks';

const reference = ({ id, path, query }: OpenPage): PageReference => ({ pageId: id, path, query });

const refusePlugins = (pluginId: string | undefined): void => {
  if (pluginId) throw new Error(`plugins are not supported, so there is none called ${pluginId}`);
};

/** Answers what concerns the app as a whole. */
export const appHandlers = (
  { pages }: Device,
  wx: Record<string, unknown>,
  logic: LogicLayer,
  send: (event: EventFrame) => void,
): Handlers<Domain<'App'>> => {
  const mocks = createWxMocks(wx, logic);
  return {
    'App.getCurrentPage': () => {
      const page = pages.top();
      if (!page) throw new Error('no page is open');
      return reference(page);
    },
    'App.getPageStack': () => ({ pageStack: pages.pages().map(reference) }),
    'App.callWxMethod': async ({ method, args, pluginId }) => {
      refusePlugins(pluginId);
      const member = wx[method];
      if (typeof member !== 'function') throw new Error(`wx.${method} is not a function`);
      return { result: await (member as (...values: unknown[]) => unknown)(...args) };
    },
    'App.callFunction': async ({ functionDeclaration, args }) => ({
      result: await logic.functionOf(functionDeclaration)(...args),
    }),
    'App.mockWxMethod': ({ method, pluginId, ...mock }) => {
      refusePlugins(pluginId);
      mocks.set(method, mock);
      return {};
    },
    'App.addBinding': ({ name }) => {
      // A global of the realm, since scripts that are loaded already must see it too.
      Object.assign(globalThis, {
        [name]: (...args: unknown[]) =>
          send({ method: 'App.bindingCalled', params: { name, args } }),
      });
      return {};
    },
  };
};
