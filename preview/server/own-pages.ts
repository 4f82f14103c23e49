import type { IncomingHttpHeaders } from 'node:http';

const LOCAL_HOSTS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request comes from the preview's own pages or from no page at all. Other sites must not use
 * the preview through a person's browser, nor under a name of theirs that leads to this machine.
 */
export const isFromOwnPages = ({ host = '', origin }: IncomingHttpHeaders): boolean =>
  LOCAL_HOSTS.test(host) && (origin === undefined || origin === `http://${host}`);
