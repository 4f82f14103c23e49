import type { Reports } from '../reports';
import { asyncApi, type Callbacks } from './async-api';

const REASON = 'not supported in the preview';

/** Fails a call as WeChat does: by its callbacks, where it has some. */
const fail = (errMsg: string, options: unknown): void => {
  const { fail: failed, complete } = (options ?? {}) as Callbacks;
  queueMicrotask(() => {
    if (typeof failed === 'function') failed({ errMsg });
    if (typeof complete === 'function') complete({ errMsg });
  });
};

/** What an object without effect is where a primitive value or a list is wanted. */
const AS_VALUE: Record<symbol, unknown> = {
  [Symbol.toPrimitive]: () => '',
  [Symbol.iterator]: () => [].values(),
};

/**
 * Stands for an object of WeChat, such as an audio context: each member is a function that returns such an object, and
 * fails by the callbacks that it gets.
 *
 * @param report - receives the name of each function that is called
 * @param failure - rejects a promise that is wanted of it; without it, it is no promise
 */
export const inert = (
  name: string,
  report: (name: string) => void,
  failure?: () => Promise<never>,
): unknown =>
  new Proxy(() => undefined, {
    get: (_target, key) => {
      if (typeof key === 'symbol') return AS_VALUE[key];
      if (failure && ['then', 'catch', 'finally'].includes(key)) {
        const promise = failure() as unknown as Record<string, (...given: unknown[]) => unknown>;
        return promise[key]?.bind(promise);
      }
      return key === 'then' || key === 'toJSON' ? undefined : inert(`${name}.${key}`, report);
    },
    apply: (_target, _this, [options]: unknown[]) => {
      report(name);
      const errMsg = `${name.replace(/^wx\./, '')}:fail ${REASON}`;
      fail(errMsg, options);
      if (!name.startsWith('wx.cloud.')) return inert(name, report);
      return inert(name, report, () =>
        Promise.reject(Object.assign(new Error(errMsg), { errMsg })),
      );
    },
  });

/** Calls that return a task and never a promise. */
const TASKS = ['uploadFile', 'downloadFile', 'connectSocket'];

/**
 * Adds the calls of WeChat that the preview does not have. Each prints an error, fails if it is asynchronous, and
 * returns an object without effect if its name says that it returns one.
 *
 * @param names - the names of all of WeChat's calls; empty in a strict preview
 */
export const addUnsupportedCalls = (
  wx: Record<string, unknown>,
  names: readonly string[],
  reports: Reports,
): void => {
  const report = (name: string) => reports.unsupported(`${name} is ${REASON}`);
  for (const name of names) {
    if (Object.hasOwn(wx, name)) continue;
    if (/^(create|get\w*(Manager|Context|Sync|Info)$|\w+Sync$|cloud$)/.test(name)) {
      wx[name] = inert(`wx.${name}`, report);
    } else if (TASKS.includes(name)) {
      wx[name] = (options: unknown) => {
        report(`wx.${name}`);
        fail(`${name}:fail ${REASON}`, options);
        return inert(`wx.${name}`, () => undefined);
      };
    } else if (/^o(n|ff)[A-Z]/.test(name)) {
      wx[name] = () => report(`wx.${name}`);
    } else {
      wx[name] = asyncApi(name, () => {
        report(`wx.${name}`);
        throw new Error(REASON);
      });
    }
  }
};
