import type { Caller } from './types';

declare global {
  interface Window {
    /** Stands around what the view layer does of each setData, for whoever measures it: see bench/. */
    aroundSetData?: (sent: { caller: Caller; bytes: number }, apply: () => void) => void;
  }
}

/** How often and how much the logic layer sent to the view layer. */
export interface SetDataCount {
  calls: number;
  /** UTF-8 bytes of the JSON that was sent. */
  bytes: number;
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null || Array.isArray(value);
};

/** @throws TypeError naming the place of a value that does not survive the way to the view layer */
const assertJson = (value: unknown, place: string, ancestors: unknown[] = []): void => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw lost(place, String(value));
  if (['function', 'symbol', 'bigint', 'undefined'].includes(typeof value))
    throw lost(place, typeof value);
  if (typeof value !== 'object' || value === null) return;
  if (ancestors.includes(value)) throw lost(place, 'an object that holds itself');
  if (!isPlain(value)) throw lost(place, `an instance of ${value.constructor.name}`);
  for (const [key, part] of Object.entries(value)) {
    assertJson(part, `${place}.${key}`, [...ancestors, value]);
  }
};

const lost = (place: string, what: string) =>
  new TypeError(`setData: "${place}" is ${what}, which does not reach the view layer in WeChat`);

/**
 * Makes setData what it is in WeChat: a copy as JSON to another thread. What would be lost on the way is
 * refused, and every call is counted.
 *
 * @param warn - told of what WeChat itself warns of
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html
 */
export const createSetDataMeter = (warn: (text: string) => void) => {
  const total: SetDataCount = { calls: 0, bytes: 0 };
  const byComponent: Record<string, SetDataCount> = {};
  const encoder = new TextEncoder();

  const count = (component: string, bytes: number): void => {
    const own = (byComponent[component] ??= { calls: 0, bytes: 0 });
    for (const counted of [total, own]) {
      counted.calls += 1;
      counted.bytes += bytes;
    }
  };

  return {
    attach(caller: Caller): void {
      const plain = caller.setData.bind(caller);
      caller.setData = (data, callback) => {
        const sent: Record<string, unknown> = {};
        for (const [path, value] of Object.entries(data)) {
          if (value === undefined) {
            warn(`Setting data field "${path}" to undefined is invalid.`);
            continue;
          }
          assertJson(value, path);
          sent[path] = value;
        }
        const json = JSON.stringify(sent);
        const bytes = encoder.encode(json).length;
        count(caller.is, bytes);
        const apply = () => plain(JSON.parse(json) as Record<string, unknown>, callback);
        if (window.aroundSetData) window.aroundSetData({ caller, bytes }, apply);
        else apply();
      };
    },
    read: () => ({ ...total, byComponent }),
  };
};

/** Counts what setData sends. */
export type SetDataMeter = ReturnType<typeof createSetDataMeter>;
