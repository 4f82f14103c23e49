import type { LogicLayer } from '../../host/logic-layer';

interface Mock {
  result?: unknown;
  functionDeclaration?: string;
  args?: unknown[];
}
interface Callbacks {
  success?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}

const hasCallbacks = (options: unknown): options is Callbacks =>
  typeof options === 'object' &&
  options !== null &&
  ('success' in options || 'complete' in options || 'fail' in options);

/** Delivers what a mock says the way the caller asked for it: by callbacks, or as it is. */
const deliver = (options: unknown, outcome: unknown): unknown => {
  if (!hasCallbacks(options)) return outcome;
  void Promise.resolve(outcome).then((result) => {
    options.success?.(result);
    options.complete?.(result);
  });
  return undefined;
};

/** Methods that give a promise without callbacks: everything that is neither named Sync nor made to create. */
const isAsync = (method: string) =>
  !/Sync$|^(create|on|off|get(AppBase|Window|Device)Info|canIUse|nextTick)/.test(method);

/**
 * Replaces calls of wx for a test.
 *
 * A function gets the call's own values, then `args`, and the original as `this.origin`.
 */
export const createWxMocks = (wx: Record<string, unknown>, logic: LogicLayer) => {
  const originals = new Map<string, unknown>();
  return {
    /** @throws Error naming a method that wx does not have */
    set(method: string, mock: Mock): void {
      if (!originals.has(method)) {
        if (typeof wx[method] !== 'function') throw new Error(`wx.${method} is not a function`);
        originals.set(method, wx[method]);
      }
      const origin = originals.get(method);
      if (mock.functionDeclaration !== undefined) {
        const { functionDeclaration, args = [] } = mock;
        const replacement = logic.functionOf(functionDeclaration);
        wx[method] = (...values: unknown[]) =>
          deliver(values[0], replacement.call({ origin }, ...values, ...args));
      } else if ('result' in mock) {
        const { result } = mock;
        wx[method] = (...values: unknown[]) =>
          deliver(
            values[0],
            isAsync(method) && !hasCallbacks(values[0]) ? Promise.resolve(result) : result,
          );
      } else {
        wx[method] = origin;
        originals.delete(method);
      }
    },
  };
};
