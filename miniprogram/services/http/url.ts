/** The parameters of a request; a value that is undefined, null or empty is not sent. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

const HOST = /^(https:\/\/[a-z\d.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d+)?\/?$/i;
const WORD = /^[!-~]+$/;

/**
 * Checks the host of all requests and removes a trailing slash.
 *
 * @throws Error for anything but https, or http on this machine: the token is sent there.
 */
export function validateHost(host: unknown): string {
  const allowed =
    'https://name[:port] without a path, or http:// with localhost, 127.0.0.1 or [::1]';
  return usable('host', host, HOST, allowed).replace(/\/$/, '');
}

/**
 * Checks the id of the app, which every request has in its header.
 *
 * @throws Error for anything but one word of printable ASCII.
 */
export function validateClientId(clientId: unknown): string {
  return usable(
    'clientId',
    clientId,
    WORD,
    "the Client ID of Hydrogen's console (知晓云控制台 → 设置)",
  );
}

function usable(name: string, setting: unknown, form: RegExp, allowed: string): string {
  const isText = typeof setting === 'string';
  if (isText && form.test(setting)) return setting;
  const found = isText ? JSON.stringify(setting) : `of type ${typeof setting}`;
  throw new Error(`Payment history: ${name} ${found} is not usable. Allowed: ${allowed}.`);
}

/** A path that is neither another authority nor has a segment to be resolved, such as `..`. */
const PATH = /^(\/[\w%~!*'()-][\w.%~!*'()-]*)+\/?$/;

/**
 * Builds an address from a host, a path and a query. WeChat has no URL class, and `wx.request` sends an
 * undefined value as the text `undefined`.
 *
 * @param path - May hold the name of a parameter, as in `/order/:number/`, whose value comes from the query.
 * @returns Null for a path that would lead to another host or path.
 */
export function buildUrl(host: string, path: string, query: Query = {}): string | null {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (key.startsWith(':')) path = path.replace(key, () => encoded(value));
    else pairs.push(`${encoded(key)}=${encoded(value)}`);
  }
  return PATH.test(path) ? host + path + (pairs.length > 0 ? `?${pairs.join('&')}` : '') : null;
}

/** Replaces a lone surrogate, for which encodeURIComponent throws, with U+FFFD. */
function encoded(value: string | number): string {
  return encodeURIComponent(`${value}`.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
