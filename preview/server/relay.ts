import http from 'node:http';
import https from 'node:https';
import type { RelayAnswer, RelayRequest } from './relay-protocol';

const MAX_REDIRECTS = 5;

/** WeChat's; also for a time that is none. */
const DEFAULT_TIMEOUT_MS = 60_000;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Headers as WeChat gives them: one text per name. */
const flat = (headers: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );

const errorText = (error: NodeJS.ErrnoException): string =>
  error.name === 'AbortError' ? 'abort' : `${error.code ?? error.message}`;

const send = (
  url: URL,
  { method, header, body }: RelayRequest,
  signal: AbortSignal,
): Promise<RelayAnswer & { statusCode: number }> =>
  new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.request(url, { method, headers: header, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (!response.complete) return reject(new Error('the response ended early'));
        resolve({
          statusCode: response.statusCode ?? 0,
          header: flat(response.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });

/**
 * Sends a request of the mini program over real HTTP, to the one allowed origin and nowhere else: a
 * redirect that leaves it is an error, so a token never goes to a stranger.
 *
 * @param allowedOrigin - like `https://example.myminapp.com`
 * @param gone - aborted when the device no longer waits
 * @returns the response, or why there is none in the words of wx.request
 */
export const relay = async (
  request: RelayRequest,
  allowedOrigin: string,
  gone: AbortSignal,
): Promise<RelayAnswer> => {
  const timeout = request.timeout > 0 ? request.timeout : DEFAULT_TIMEOUT_MS;
  const signal = AbortSignal.any([gone, AbortSignal.timeout(timeout)]);
  let url: URL;
  try {
    url = new URL(request.url);
  } catch {
    return { error: `invalid url "${request.url}"` };
  }
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (url.origin !== allowedOrigin) return { error: 'url not in domain list' };
    try {
      const answer = await send(url, request, signal);
      const target = 'header' in answer ? answer.header['location'] : undefined;
      const isFollowed = request.redirect === 'follow' && REDIRECTS.has(answer.statusCode);
      if (!isFollowed || !target) return answer;
      url = new URL(target, url);
    } catch (error) {
      const isTimeout = signal.aborted && !gone.aborted;
      return { error: isTimeout ? 'timeout' : errorText(error as NodeJS.ErrnoException) };
    }
  }
  return { error: 'too many redirects' };
};
