import type { IncomingHttpHeaders } from 'node:http';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/**
 * Whether a request may control the sandbox: it must name this machine in `Host` and, if a page sent it, in `Origin`.
 *
 * Otherwise any web page open in a browser on this machine could.
 */
export function mayControl(headers: IncomingHttpHeaders): boolean {
  const { host = '', origin } = headers;
  return (
    loopback.test(host) &&
    (origin === undefined || loopback.test(origin.replace(/^https?:\/\//, '')))
  );
}
