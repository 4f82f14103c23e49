import { mistakeIn } from '../../conditions';
import type { LogicLayer } from '../../host/logic-layer';
import { isError } from '../../host/reports';
import type { SetDataMeter } from '../../host/set-data';
import type { Device, OpenPage } from '../../host/types';
import { postToShell } from '../../shell/messages';
import type { Domain, EventFrame, Handlers, PageReference } from '../protocol';

interface Mock {
  result?: unknown;
  functionDeclaration?: string;
  args?: unknown[];
}
type Callback = (result: unknown) => void;
interface Callbacks {
  success?: Callback;
  fail?: Callback;
  complete?: Callback;
}

const hasCallbacks = (options: unknown): options is Callbacks =>
  typeof options === 'object' &&
  options !== null &&
  ('success' in options || 'complete' in options || 'fail' in options);

/** What `fail` receives: WeChat's errors have a message of this name. */
const failure = (reason: unknown): unknown =>
  isError(reason) ? { errMsg: reason.message } : reason;

/** Runs a mock and passes its outcome to the callbacks of the call; without callbacks it is the return value. */
const deliver = (options: unknown, run: () => unknown): unknown => {
  if (!hasCallbacks(options)) return run();
  const end = (callback: Callback | undefined, result: unknown): void => {
    callback?.(result);
    options.complete?.(result);
  };
  void new Promise((resolve) => resolve(run())).then(
    (result) => end(options.success, result),
    (reason: unknown) => end(options.fail, failure(reason)),
  );
  return undefined;
};

/** Whether wx[method] returns a promise when it is called without callbacks. */
const isAsync = (method: string) =>
  !/Sync$|^(create|on|off|get(AppBase|Window|Device)Info|canIUse|nextTick)/.test(method);

/** @throws Error when the text is not a function */
const compiled = (logic: LogicLayer, declaration: string) => {
  const run: unknown = logic.functionOf(declaration);
  if (typeof run === 'function') return run as (...values: unknown[]) => unknown;
  throw new Error(`a function is needed, and this is none: ${declaration}`);
};

/**
 * Replaces methods of wx for a test. A mock function gets the arguments of the call, then `args`, and the
 * original method as `this.origin`.
 */
const createWxMocks = (wx: Record<string, unknown>, logic: LogicLayer) => {
  const originals = new Map<string, unknown>();
  return {
    /** @throws Error when wx has no such method */
    set(method: string, mock: Mock): void {
      if (!originals.has(method)) {
        if (typeof wx[method] !== 'function') throw new Error(`wx.${method} is not a function`);
        originals.set(method, wx[method]);
      }
      const origin = originals.get(method);
      if (mock.functionDeclaration !== undefined) {
        const { functionDeclaration, args = [] } = mock;
        const replacement = compiled(logic, functionDeclaration);
        wx[method] = (...values: unknown[]) =>
          deliver(values[0], () => replacement.call({ origin }, ...values, ...args));
      } else if ('result' in mock) {
        const { result } = mock;
        wx[method] = (...values: unknown[]) =>
          deliver(values[0], () => (isAsync(method) ? Promise.resolve(result) : result));
      } else {
        wx[method] = origin;
        originals.delete(method);
      }
    },
  };
};

const reference = ({ id, path, query }: OpenPage): PageReference => ({ pageId: id, path, query });

const refusePlugins = (pluginId: string | undefined): void => {
  if (pluginId) throw new Error(`plugins are not supported, so there is none called ${pluginId}`);
};

/** Handles the App domain. */
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
      result: await compiled(logic, functionDeclaration)(...args),
    }),
    'App.mockWxMethod': ({ method, pluginId, ...mock }) => {
      refusePlugins(pluginId);
      mocks.set(method, mock);
      return {};
    },
    'App.addBinding': ({ name }) => {
      logic.define(name, (...args: unknown[]) =>
        send({ method: 'App.bindingCalled', params: { name, args } }),
      );
      return {};
    },
  };
};

/** Handles the Tool domain (the phone's own buttons) and the Preview domain. */
export const toolHandlers = (
  { pages, dialogs, conditions }: Device,
  meter: SetDataMeter,
): Handlers<Domain<'Tool'> & Domain<'Preview'>> => {
  const native: Record<string, () => void> = {
    confirmModal: dialogs.confirm,
    cancelModal: dialogs.cancel,
    closePaymentDialog: dialogs.cancel,
    navigateLeft: () => pages.navigateBack(1),
    goHome: () => {
      const [first] = pages.pages();
      if (first) pages.reLaunch(first.path);
    },
  };
  return {
    'Tool.native': ({ method }) => {
      const act = Object.hasOwn(native, method) ? native[method] : undefined;
      if (!act) throw new Error(`native ${method} is not supported in the preview`);
      act();
      return {};
    },
    'Preview.setConditions': (changes) => {
      const mistakes = Object.entries(changes).flatMap((change) => mistakeIn(...change) ?? []);
      if (mistakes.length > 0) throw new Error(mistakes.join('; '));
      conditions.change(changes);
      postToShell({ type: 'conditions', changes });
      return {};
    },
    'Preview.getSetDataCount': () => meter.read(),
  };
};
