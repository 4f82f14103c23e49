import http from 'node:http';
import type { Transport } from '../../miniprogram/services/http/transport';

/**
 * The part of `wx.request` that the services use, over real HTTP. A body stays text, an error message
 * begins with `request:fail`, and the timeout covers the whole exchange. A redirect is followed with all
 * headers, except for `redirect: 'manual'`: then only `onHeadersReceived` is called for it.
 */
export const wxRequest: Transport = (options) => {
  let ended = false;
  const headersListeners: ((headers: { statusCode: number }) => void)[] = [];
  const end = (report?: () => void) => {
    if (ended) return;
    ended = true;
    clearTimeout(deadline);
    report?.();
  };
  const fail = (reason: string) =>
    end(() => {
      options.fail({ errMsg: `request:fail ${reason}` });
      request.destroy();
    });

  const { method, header: headers, redirect }: { redirect: string } & typeof options = options;
  const request = http.request(options.url, { method, headers, agent: false }, (response) => {
    const { statusCode = 0, headers: header } = response;
    headersListeners.forEach((listener) => listener({ statusCode }));
    if (header.location && redirect !== 'manual') {
      const url = new URL(header.location, options.url).href;
      return end(() => void wxRequest({ ...options, url }));
    }
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', (error) => fail(error.message));
    response.on('end', () => {
      const data = Buffer.concat(chunks).toString('utf8');
      const redirected = statusCode >= 300 && statusCode < 400;
      end(redirected ? undefined : () => options.success({ statusCode, header, data }));
    });
  });
  const deadline = setTimeout(() => fail('timeout'), options.timeout);
  request.on('error', (error) => fail(error.message));
  request.end(options.data);
  return {
    abort: () => fail('abort'),
    onHeadersReceived: (listener) => headersListeners.push(listener),
  };
};

interface LoginOptions {
  readonly success: (result: { code: string; errMsg: string }) => void;
  readonly fail: (failure: { errMsg: string }) => void;
}

/**
 * Installs a global `wx` with `request` and `login`.
 *
 * @param codes - The codes that `wx.login` gives, one per call; the last one is repeated.
 * @returns How often `wx.login` was called.
 */
export function installWx(...codes: string[]): { logins: number } {
  const record = { logins: 0 };
  const login = ({ success, fail }: LoginOptions) => {
    const code = codes[Math.min(record.logins, codes.length - 1)];
    record.logins += 1;
    queueMicrotask(() => {
      if (code === undefined) fail({ errMsg: 'login:fail no code' });
      else success({ code, errMsg: 'login:ok' });
    });
  };
  Object.assign(globalThis, { wx: { request: wxRequest, login } });
  return record;
}

/** Adds a storage to the global `wx`. @returns Its content. */
export function installStorage(): Map<string, unknown> {
  const kept = new Map<string, unknown>();
  Object.assign(wx, {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorage: ({ key, data }: { key: string; data: unknown }) => void kept.set(key, data),
    removeStorage: ({ key }: { key: string }) => void kept.delete(key),
  });
  return kept;
}
