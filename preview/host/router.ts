import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Caller } from './types';

/**
 * Resolves the address of a page, which starts at the root or is relative to a file of the mini program.
 *
 * @param from - path of the file
 * @returns the address without a slash at its start
 * @throws Error when the address is no text
 */
export const resolveUrl = (from: string, url: unknown): string => {
  if (typeof url !== 'string') throw new Error('parameter error: parameter.url should be String');
  if (url.startsWith('/')) return url.slice(1);
  const folder = from.split('/').slice(0, -1);
  const [path = '', ...query] = url.split('?');
  for (const part of path.split('/')) {
    if (part === '..') folder.pop();
    else if (part !== '.') folder.push(part);
  }
  return [folder.join('/'), ...query].join('?');
};

type Call = (options: object) => unknown;

let wx: Record<string, unknown> = {};

/** Gives the routers of pages and components the calls that open pages. */
export const connectRouters = (calls: Record<string, unknown>): void => void (wx = calls);

/** The page that a component is in; the component itself while it is in none. */
const pageOf = (from: glassEasel.GeneralComponent): glassEasel.GeneralComponent => {
  let [page, above]: [glassEasel.GeneralComponent, glassEasel.Node | null] = [from, from];
  while (above) {
    const host: glassEasel.GeneralComponent | undefined = above.asShadowRoot()?.getHostNode();
    page = host ?? page;
    above = host ?? above.parentNode;
  }
  return page;
};

const routerFrom = (pathOf: () => string): Record<string, Call> =>
  Object.fromEntries(
    ['switchTab', 'reLaunch', 'redirectTo', 'navigateTo', 'navigateBack'].map((name) => [
      name,
      (options: { url?: unknown } = {}) => {
        const { url } = options;
        const given = typeof url === 'string' ? { url: `/${resolveUrl(pathOf(), url)}` } : {};
        return (wx[name] as Call)({ ...options, ...given });
      },
    ]),
  );

/**
 * Adds `pageRouter`, for which an address is relative to the page, and `router`, for which it is relative to the
 * component.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/api/Router.html
 */
export const addRouters = (caller: Caller): void => {
  const get = (pathOf: () => string) => ({ configurable: true, get: () => routerFrom(pathOf) });
  Object.defineProperties(caller, {
    router: get(() => caller.is),
    pageRouter: get(() => pageOf(caller._$).is),
  });
};
