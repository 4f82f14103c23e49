/** Parameters of a request; what is undefined, null or empty is left out, never sent as text. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

const HOST = /^(https:\/\/[a-z\d.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d+)?$/i;

/**
 * The host every request goes to, without a trailing slash.
 *
 * @throws Error when it is not an https address, or http on this machine: the token travels to it.
 */
export function validateHost(host: string): string {
  const trimmed = host.replace(/\/$/, '');
  if (HOST.test(trimmed)) return trimmed;
  throw new Error(
    `Payment history: host ${JSON.stringify(host)} is not usable. ` +
      'Allowed: https://name[:port] without a path, or http:// with localhost, 127.0.0.1 or [::1].',
  );
}

/**
 * The address of a path on the host; WeChat has no URL and wx.request would send `undefined` as text.
 *
 * @param path - May name one parameter, as in `/order/:number/`, which the query then fills.
 * @returns Null where the path would not stay on the host: another authority, something to be resolved.
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

const PATH = /^(\/[\w%~!*'()-][\w.%~!*'()-]*)+\/?$/;

/** encodeURIComponent throws at half a character (a lone surrogate); such text is sent with U+FFFD. */
function encoded(value: string | number): string {
  return encodeURIComponent(`${value}`.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
