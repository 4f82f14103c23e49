import type { RelayRequest } from '../../server/relay-protocol';
import type { ConditionsStore } from '../conditions-store';
import type { Callbacks } from './async-api';
import { createRelayClient } from './relay-client';
import { createRequestQueue } from './request-queue';

interface RequestOptions extends Callbacks {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
  method?: string;
  timeout?: number;
  dataType?: string;
  redirect?: 'follow' | 'manual';
}

/** GET parameters become text the way WeChat does it: whatever is there is written out, even undefined. */
const withQuery = (url: string, data: unknown): string => {
  if (typeof data !== 'object' || data === null) return url;
  const query = Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? url + (url.includes('?') ? '&' : '?') + query : url;
};

const parsed = (body: string, dataType = 'json'): unknown => {
  if (dataType !== 'json') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
};

const bodyOf = (data: unknown, contentType = ''): string => {
  if (typeof data === 'string') return data;
  const isForm = contentType.includes('application/x-www-form-urlencoded');
  return isForm ? withQuery('', data).slice(1) : JSON.stringify(data);
};

const relayed = (options: RequestOptions, pace: number): RelayRequest => {
  const header = { 'content-type': 'application/json', ...lowerCased(options.header) };
  const method = (options.method ?? 'GET').toUpperCase();
  const hasBody = method !== 'GET' && options.data !== undefined;
  return {
    method,
    url: hasBody ? options.url : withQuery(options.url, options.data),
    header,
    redirect: options.redirect ?? 'follow',
    timeout: Math.ceil((options.timeout ?? 0) / pace),
    ...(hasBody && { body: bodyOf(options.data, header['content-type']) }),
  };
};

const lowerCased = (header: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));

/** In the background WeChat lets a request live for so long. */
const BACKGROUND_MS = 5000;

/** A reason for which a request ends without an answer, in the words of errMsg. */
class Interruption extends Error {}

const offline = () => new Interruption('net::ERR_INTERNET_DISCONNECTED');

/** Ends a request when the phone goes offline or has been in the background for too long. */
const interruptions = (conditions: ConditionsStore, end: (reason: Interruption) => void): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  conditions.onChange((now) => {
    if (now.network === 'none') end(offline());
    clearTimeout(timer);
    if (!now.foreground)
      timer = setTimeout(() => end(new Interruption('interrupted')), BACKGROUND_MS);
  });
};

/**
 * wx.request through the preview server: real HTTP, without the browser's limits, to allowed hosts only,
 * ten at a time.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */
export const createRequest = (conditions: ConditionsStore) => {
  const relay = createRelayClient();
  const queue = createRequestQueue();
  const underWay = new Set<AbortController>();
  interruptions(conditions, (reason) => underWay.forEach((request) => request.abort(reason)));

  const ask = async (options: RequestOptions, signal: AbortSignal): Promise<object> => {
    signal.throwIfAborted();
    if (conditions.get().network === 'none') throw offline();
    const answer = await relay(relayed(options, conditions.get().pace), signal);
    if ('error' in answer) throw new Interruption(answer.error);
    return {
      statusCode: answer.statusCode,
      header: answer.header,
      cookies: [],
      data: parsed(answer.body, options.dataType),
      errMsg: 'request:ok',
    };
  };

  return (options: RequestOptions): { abort(): void } => {
    const controller = new AbortController();
    underWay.add(controller);
    const { signal } = controller;
    // An aborted request does not wait for its turn to say so.
    const aborted = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    );
    void Promise.race([queue.run(() => ask(options, signal)), aborted])
      .finally(() => underWay.delete(controller))
      .then(
        (result) => {
          options.success?.(result as { errMsg: string });
          options.complete?.(result as { errMsg: string });
        },
        (reason: Error) => {
          const errMsg = `request:fail ${reason.name === 'AbortError' ? 'abort' : reason.message}`;
          options.fail?.({ errMsg });
          options.complete?.({ errMsg });
        },
      );
    return { abort: () => controller.abort() };
  };
};
