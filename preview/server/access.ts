import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const SECRET_BYTES = 24;

/**
 * Makes the path of one run of the preview. Other processes and users of the machine reach the port but do not
 * know the path, so they cannot read the token of a real app. A cookie would be sent to every port of this host.
 */
export const createSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

const LOCAL_HOSTS = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Headers that forbid foreign sites to frame or load the preview, and the browser to send its address to them. */
export const ISOLATION_HEADERS = {
  'content-security-policy': "frame-ancestors 'self'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A refused request: HTTP status and explanation. */
interface Refusal {
  status: 400 | 403;
  reason: string;
}

const hostsOf = ({ rawHeaders }: IncomingMessage): (string | undefined)[] =>
  rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === 'host' ? [rawHeaders[index + 1]] : [],
  );

/**
 * Refuses requests of foreign sites. A foreign site must not use the preview through a person's browser, nor by a
 * foreign host name that resolves to this machine. Requests without an origin, such as curl's, are allowed.
 *
 * @returns null when the request is allowed
 */
export const refusalOf = (request: IncomingMessage): Refusal | null => {
  const [host = '', ...more] = hostsOf(request);
  const isPlain = more.length === 0 && request.url?.startsWith('/') === true;
  // Two hosts, or a host in the request target, are ambiguous.
  if (!isPlain) return { status: 400, reason: 'one Host header and a path are required' };
  const { origin } = request.headers;
  const isOwn = LOCAL_HOSTS.test(host) && (origin === undefined || origin === `http://${host}`);
  return isOwn ? null : { status: 403, reason: 'local pages only' };
};
