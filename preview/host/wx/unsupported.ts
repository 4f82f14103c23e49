import type { Reports } from '../reports';
import { asyncApi } from './async-api';

/**
 * Stands for an object of WeChat, such as an audio context: each member is a function that returns such an object.
 *
 * @param report - receives the name of each function that is called
 */
export const inert = (name: string, report: (name: string) => void): unknown =>
  new Proxy(() => undefined, {
    get: (_target, key) =>
      typeof key === 'symbol' || key === 'then' || key === 'toJSON'
        ? undefined
        : inert(`${name}.${key}`, report),
    apply: () => {
      report(name);
      return inert(name, report);
    },
  });

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
  const report = (name: string) => reports.unsupported(`${name} is not supported in the preview`);
  for (const name of names) {
    if (Object.hasOwn(wx, name)) continue;
    if (/^(create|get\w*(Manager|Context|Sync|Info)$|\w+Sync$|cloud$)/.test(name)) {
      wx[name] = inert(`wx.${name}`, report);
    } else if (/^o(n|ff)[A-Z]/.test(name)) {
      wx[name] = () => report(`wx.${name}`);
    } else {
      wx[name] = asyncApi(name, () => {
        report(`wx.${name}`);
        throw new Error('not supported in the preview');
      });
    }
  }
};
