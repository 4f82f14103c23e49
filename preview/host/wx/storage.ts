import { asyncApi } from './async-api';

const KILOBYTE = 1024;

/** WeChat's limits in bytes: per key, and in total. */
const KEY_LIMIT = 1024 * KILOBYTE;
const TOTAL_LIMIT = 10 * 1024 * KILOBYTE;

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** A synchronous call throws an Error with the errMsg of the asynchronous one. */
const sync =
  <Parameters extends unknown[], Result>(name: string, run: (...values: Parameters) => Result) =>
  (...values: Parameters): Result => {
    try {
      return run(...values);
    } catch (error) {
      throw new Error(`${name}:fail ${(error as Error).message}`);
    }
  };

/**
 * The stored values as text. The device keeps all of them; a reload keeps those that fit into the browser's
 * localStorage of about 5 MB.
 */
const createValues = (app: string) => {
  const prefix = `mini-program:${encodeURIComponent(app)}:`;
  const values = new Map<string, string>();
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(prefix))
      values.set(name.slice(prefix.length), localStorage.getItem(name) ?? '');
  }
  return {
    values,
    set: (key: string, text: string): void => {
      values.set(key, text);
      try {
        localStorage.setItem(prefix + key, text);
      } catch {
        localStorage.removeItem(prefix + key);
      }
    },
    remove: (key: string): void => {
      values.delete(key);
      localStorage.removeItem(prefix + key);
    },
  };
};

type Key = { key: string };

const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

/** A value as text: JSON, or what JSON has no text for. */
const encoded = (key: string, data: unknown): string => {
  if (isDate(data)) return `Date ${data.getTime()}`;
  if (data === undefined || typeof data === 'number') return String(data);
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined)
    throw new Error(`data of "${key}" is ${typeof data}, which JSON cannot represent`);
  return text;
};

const decoded = (text: string): unknown => {
  if (text.startsWith('Date ')) return new Date(Number(text.slice(5)));
  if (text === 'undefined') return undefined;
  return /^(NaN|-?Infinity)$/.test(text) ? Number(text) : JSON.parse(text);
};

const assertKey = (key: unknown): void => {
  if (typeof key !== 'string') throw new Error('parameter error: parameter.key should be String');
};

/**
 * Storage calls with WeChat's limits.
 *
 * @param app - identifies the app; apps do not share their storage
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html
 */
export const createStorage = (app: string) => {
  const { values, set, remove } = createValues(app);
  const total = (without?: string) =>
    [...values].reduce((sum, [key, text]) => (key === without ? sum : sum + bytes(text)), 0);
  const read = (key: string): unknown => {
    assertKey(key);
    const text = values.get(key);
    return text === undefined ? '' : decoded(text);
  };
  const write = (key: string, data: unknown): void => {
    assertKey(key);
    const text = encoded(key, data);
    if (bytes(text) > KEY_LIMIT) throw new Error('entry size limit reached');
    if (total(key) + bytes(text) > TOTAL_LIMIT) throw new Error('exceed storage max size');
    set(key, text);
  };
  const removeKey = (key: string): void => {
    assertKey(key);
    remove(key);
  };
  const clear = (): void => [...values.keys()].forEach(remove);
  const info = () => ({
    keys: [...values.keys()],
    currentSize: Math.ceil(total() / KILOBYTE),
    limitSize: TOTAL_LIMIT / KILOBYTE,
  });
  return {
    getStorageSync: sync('getStorageSync', read),
    setStorageSync: sync('setStorageSync', write),
    removeStorageSync: sync('removeStorageSync', removeKey),
    clearStorageSync: sync('clearStorageSync', clear),
    getStorageInfoSync: sync('getStorageInfoSync', info),
    getStorage: asyncApi('getStorage', ({ key }: Key) => {
      assertKey(key);
      if (!values.has(key)) throw new Error('data not found');
      return { data: read(key) };
    }),
    setStorage: asyncApi('setStorage', ({ key, data }: Key & { data: unknown }) =>
      write(key, data),
    ),
    removeStorage: asyncApi('removeStorage', ({ key }: Key) => removeKey(key)),
    clearStorage: asyncApi('clearStorage', clear),
    getStorageInfo: asyncApi('getStorageInfo', info),
  };
};
