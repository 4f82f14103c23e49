import type { IncomingHttpHeaders } from 'node:http';

const LOCAL_HOSTS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request comes from the preview's own pages or from no page at all. A foreign site must not use the
 * preview through a person's browser, nor by a foreign host name that resolves to this machine.
 */
export const isFromOwnPages = ({ host = '', origin }: IncomingHttpHeaders): boolean =>
  LOCAL_HOSTS.test(host) && (origin === undefined || origin === `http://${host}`);
