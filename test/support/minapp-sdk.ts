// The SDK needs this global, which the import installs.
import 'regenerator-runtime';
import type { HydrogenSdk } from '../../miniprogram/services/session/sdk-session';

interface Sdk extends HydrogenSdk {
  init(clientId: string, options: { readonly host: string }): void;
}

interface Keyed {
  readonly key: string;
  readonly data?: unknown;
  readonly success?: (result: { data?: unknown }) => void;
  readonly fail?: (failure: { errMsg: string }) => void;
}

/** The functions of `wx` that minapp-sdk needs beside `request` and `login`. */
function storage() {
  const stored = new Map<string, unknown>();
  return {
    stored,
    api: {
      getStorage: ({ key, success, fail }: Keyed) =>
        stored.has(key)
          ? success?.({ data: stored.get(key) })
          : fail?.({ errMsg: 'getStorage:fail data not found' }),
      setStorage: ({ key, data, success }: Keyed) => (stored.set(key, data), success?.({})),
      removeStorage: ({ key, success }: Keyed) => (stored.delete(key), success?.({})),
      getStorageSync: (key: string) => stored.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => void stored.set(key, data),
      removeStorageSync: (key: string) => void stored.delete(key),
      getSystemInfoSync: () => ({}),
      getNetworkType: ({ success }: { success: (result: object) => void }) =>
        success({ networkType: 'wifi' }),
    },
  };
}

/**
 * Installs the published minapp-sdk as `wx.BaaS` and initialises it; `installWx` must come first.
 *
 * @returns The SDK and the phone's storage.
 */
export function installSdk(clientId: string, host: string) {
  const { stored, api } = storage();
  const { request } = wx as unknown as { request: (options: Record<string, unknown>) => unknown };
  Object.assign(wx, api, {
    // With dataType json, wx.request takes an object, which is the query of a GET, and parses the answer.
    request: (options: Record<string, unknown>) => {
      if (options['dataType'] !== 'json') return request(options);
      const { url, method = 'GET', data, header, success } = options;
      const query = new URLSearchParams(data as Record<string, string> | undefined).toString();
      const isGet = method === 'GET';
      return request({
        timeout: 10_000,
        ...options,
        method,
        url: isGet && query !== '' ? `${String(url)}?${query}` : url,
        header: { 'Content-Type': 'application/json', ...(header as object) },
        data: isGet || data === undefined ? undefined : JSON.stringify(data),
        success: (answer: { data: string }) =>
          (success as (parsed: object) => void)({
            ...answer,
            data: JSON.parse(answer.data) as unknown,
          }),
      });
    },
  });
  Object.assign(globalThis, { window: globalThis });
  let sdk: Sdk | undefined;
  jest.isolateModules(() => {
    sdk = jest.requireActual<Sdk>('minapp-sdk');
  });
  Reflect.deleteProperty(globalThis, 'window');
  if (!sdk) throw new Error('minapp-sdk exports nothing');
  sdk.init(clientId, { host });
  Object.assign(wx, { BaaS: sdk });
  return { sdk, stored };
}
