import http from 'node:http';
import https from 'node:https';
import type { WebSocket } from 'ws';
import {
  DEFAULT_TIMEOUT_MS,
  type RelayAnswer,
  type RelayCall,
  type RelayReply,
  type RelayRequest,
  type RelayResponse,
} from './relay-protocol';
import { onMessage } from './sockets';

const MAX_REDIRECTS = 5;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Headers as WeChat returns them: one string per name, in the case that the server uses. */
const flat = (raw: readonly string[]): Record<string, string> => {
  const header: Record<string, string> = {};
  for (let nth = 0; nth < raw.length; nth += 2) {
    const [name = '', value = ''] = raw.slice(nth, nth + 2);
    header[name] = name in header ? `${header[name]},${value}` : value;
  }
  return header;
};

const errorText = (error: NodeJS.ErrnoException): string =>
  error.name === 'AbortError' ? 'abort' : `${error.code ?? error.message}`;

const send = (
  url: URL,
  { method, header, body, sendsBytes, wantsBytes }: RelayRequest,
  signal: AbortSignal,
): Promise<RelayResponse & { location?: string }> =>
  new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.request(url, { method, headers: header, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          statusCode: response.statusCode ?? 0,
          header: flat(response.rawHeaders),
          ...(response.headers.location && { location: response.headers.location }),
          body: Buffer.concat(chunks).toString(wantsBytes ? 'base64' : 'utf8'),
        });
      });
    });
    request.on('error', reject);
    request.end(sendsBytes ? Buffer.from(body ?? '', 'base64') : body);
  });

/** Sends a request and follows redirects on the allowed origin. */
const sendAndFollow = async (
  request: RelayRequest,
  allowedOrigin: string,
  signal: AbortSignal,
): Promise<RelayAnswer> => {
  let url: URL;
  try {
    url = new URL(request.url);
  } catch {
    return { error: `invalid url "${request.url}"` };
  }
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (url.origin !== allowedOrigin) return { error: 'url not in domain list' };
    const { location: target, ...plain } = await send(url, request, signal);
    const isFollowed = request.redirect === 'follow' && REDIRECTS.has(plain.statusCode);
    if (!isFollowed || !target) return plain;
    url = new URL(target, url);
  }
  return { error: 'too many redirects' };
};

/**
 * Sends a request of the mini program over real HTTP, to the allowed origin only. A redirect to another origin
 * is an error, so that the token is never sent there.
 *
 * @param allowedOrigin - like `https://example.myminapp.com`
 * @param gone - aborted when the device aborts the request or closes
 * @returns the response, or an error: `abort`, an error code of Node.js, or a message
 */
export const relay = async (
  request: RelayRequest,
  allowedOrigin: string,
  gone: AbortSignal,
): Promise<RelayAnswer> => {
  const timeout = request.timeout > 0 ? request.timeout : DEFAULT_TIMEOUT_MS;
  // Not AbortSignal.timeout: a signal that only AbortSignal.any holds is collected, and the time never ends.
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, timeout);
  gone.addEventListener('abort', end);
  if (gone.aborted) end();
  try {
    return await sendAndFollow(request, allowedOrigin, ending.signal);
  } catch (error) {
    const isTimeout = ending.signal.aborted && !gone.aborted;
    return { error: isTimeout ? 'timeout' : errorText(error as NodeJS.ErrnoException) };
  } finally {
    clearTimeout(timer);
    gone.removeEventListener('abort', end);
  }
};

const isRelayCall = (value: unknown): value is RelayCall =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'number' &&
  ('abort' in value ||
    ('request' in value && typeof value.request === 'object' && value.request !== null));

/**
 * Serves a device's relay socket: sends its requests and returns the answers. A browser opens only six HTTP
 * connections to a host, and WeChat sends ten requests at a time, so one socket carries them all.
 *
 * @param allowedOrigin - like `https://example.myminapp.com`
 */
export const serveRelay = (socket: WebSocket, allowedOrigin: string): void => {
  const running = new Map<number, AbortController>();
  onMessage(socket, isRelayCall, (call) => {
    if ('abort' in call) {
      running.get(call.id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(call.id, controller);
    const failed = (error: Error): RelayAnswer => ({ error: error.message });
    void relay(call.request, allowedOrigin, controller.signal)
      .catch(failed)
      .then((answer) => {
        running.delete(call.id);
        const reply: RelayReply = { id: call.id, answer };
        socket.send(JSON.stringify(reply));
      });
  });
  socket.on('close', () => {
    for (const controller of running.values()) controller.abort();
  });
};
