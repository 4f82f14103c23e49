import type { RelayRequest } from '../../server/relay-protocol';
import type { ConditionsStore } from '../conditions-store';
import { createListeners } from '../listeners';
import type { Callbacks } from './async-api';
import { createRelayClient } from './relay-client';

interface RequestOptions extends Callbacks {
  url: string;
  data?: unknown;
  header?: Record<string, string>;
  method?: string;
  timeout?: number;
  dataType?: string;
  responseType?: string;
  enableChunked?: boolean;
  redirect?: 'follow' | 'manual';
}

/** Appends GET parameters as WeChat does: every value becomes text, undefined too. */
const withQuery = (url: string, data: unknown): string => {
  if (typeof data !== 'object' || data === null) return url;
  const query = Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? url + (url.includes('?') ? '&' : '?') + query : url;
};

/** WeChat's numbers of failures, by the text of errMsg. */
const ERRNO: [text: RegExp, errno: number][] = [
  [/^abort/, 600003],
  [/^timeout/, 5],
  [/domain list/, 600002],
  [/invalid url/, 600009],
];
/** A failure that has no number of its own. */
const CONNECTION_FAILED = 600001;

const errnoOf = (reason: string): number =>
  ERRNO.find(([text]) => text.test(reason))?.[1] ?? CONNECTION_FAILED;

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

/** An ArrayBuffer of the host or of the mini program. */
const isBytes = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';

/** @returns base64 */
export const toBase64 = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));

/** The bytes that a text in base64 stands for. */
export const fromBase64 = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;

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
    ...(options.responseType === 'arraybuffer' && { wantsBytes: true }),
    ...(hasBody &&
      (isBytes(options.data)
        ? { body: toBase64(options.data), sendsBytes: true }
        : { body: bodyOf(options.data, header['content-type']) })),
  };
};

const lowerCased = (header: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]));

/** One text per cookie that the response sets. */
const cookiesOf = (header: Record<string, string>): string[] =>
  Object.entries(header)
    .find(([name]) => name.toLowerCase() === 'set-cookie')?.[1]
    .split(/,(?=[^;,]*=)/) ?? [];

/** WeChat ends a request that runs this long in the background, in milliseconds. */
const BACKGROUND_MS = 5000;

/** A reason for which a request fails; its message is part of errMsg. */
class Interruption extends Error {}

const offline = () => new Interruption('net::ERR_INTERNET_DISCONNECTED');

/** Ends requests when the phone goes offline, or when it was in the background for too long. */
const interruptions = (conditions: ConditionsStore, end: (reason: Interruption) => void): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  conditions.onChange((now) => {
    if (now.network === 'none') end(offline());
    clearTimeout(timer);
    if (!now.foreground)
      timer = setTimeout(() => end(new Interruption('interrupted')), BACKGROUND_MS);
  });
};

/** WeChat's limit of concurrent requests. */
const MAX_CONCURRENT = 10;

/** Starts tasks in order and limits how many run at the same time. */
const createRequestQueue = () => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const startNext = () => {
    if (running >= MAX_CONCURRENT) return;
    const start = waiting.shift();
    if (!start) return;
    running += 1;
    start();
  };
  return {
    run: async <Result>(task: () => Promise<Result>): Promise<Result> => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        startNext();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        startNext();
      }
    },
  };
};

/**
 * wx.request through the preview server: real HTTP without the browser's limits, to the allowed host only.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */
export const createRequest = (conditions: ConditionsStore) => {
  const relay = createRelayClient();
  const queue = createRequestQueue();
  const running = new Set<AbortController>();
  interruptions(conditions, (reason) => running.forEach((request) => request.abort(reason)));

  const perform = async (options: RequestOptions, signal: AbortSignal): Promise<object> => {
    signal.throwIfAborted();
    if (typeof options.url !== 'string')
      throw new Interruption('parameter error: parameter.url should be String');
    if (conditions.get().network === 'none') throw offline();
    const answer = await relay(relayed(options, conditions.get().pace), signal);
    if ('error' in answer) throw new Interruption(answer.error);
    return {
      statusCode: answer.statusCode,
      header: answer.header,
      cookies: cookiesOf(answer.header),
      data:
        options.responseType === 'arraybuffer'
          ? fromBase64(answer.body)
          : parsed(answer.body, options.dataType),
      errMsg: 'request:ok',
    };
  };

  return (options: RequestOptions = {} as RequestOptions) => {
    const headers = createListeners<[object]>();
    const chunks = createListeners<[object]>();
    const controller = new AbortController();
    running.add(controller);
    const { signal } = controller;
    // A queued request that is aborted fails at once.
    const aborted = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    );
    void Promise.race([queue.run(() => perform(options, signal)), aborted])
      .finally(() => running.delete(controller))
      .then(
        (result) => {
          const { statusCode, header, cookies, data } = result as Record<string, unknown>;
          headers.emit({ statusCode, header, cookies });
          if (options.enableChunked) chunks.emit({ data });
          options.success?.(result as { errMsg: string });
          options.complete?.(result as { errMsg: string });
        },
        (reason: Error) => {
          const text = reason.name === 'AbortError' ? 'abort' : reason.message;
          const failure = { errMsg: `request:fail ${text}`, errno: errnoOf(text) };
          options.fail?.(failure);
          options.complete?.(failure);
        },
      );
    return {
      abort: () => controller.abort(),
      onHeadersReceived: headers.on,
      offHeadersReceived: headers.off,
      onChunkReceived: chunks.on,
      offChunkReceived: chunks.off,
    };
  };
};
