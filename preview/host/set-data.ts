import type { Caller } from './types';

declare global {
  interface Window {
    /** Wraps the view layer's part of each setData; the benchmark measures it (bench/). */
    aroundSetData?: (sent: { caller: Caller; bytes: number }, apply: () => void) => void;
  }
}

/** Number and size of the updates from the logic layer to the view layer. */
export interface SetDataCount {
  calls: number;
  /** UTF-8 bytes of the JSON that was sent. */
  bytes: number;
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null || Array.isArray(value);
};

/** @throws TypeError naming the path of a value that JSON cannot transfer to the view layer */
const assertJson = (value: unknown, place: string, ancestors: unknown[] = []): void => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw lost(place, String(value));
  if (['function', 'symbol', 'bigint', 'undefined'].includes(typeof value))
    throw lost(place, typeof value);
  if (typeof value !== 'object' || value === null) return;
  if (ancestors.includes(value)) throw lost(place, 'an object that contains itself');
  if (!isPlain(value)) throw lost(place, `an instance of ${value.constructor.name}`);
  for (const [key, part] of Object.entries(value)) {
    assertJson(part, `${place}.${key}`, [...ancestors, value]);
  }
};

const lost = (place: string, what: string) =>
  new TypeError(`setData: "${place}" is ${what}, which does not reach the view layer in WeChat`);

/**
 * Copies a value as WeChat's logic layer does: a field that is undefined is dropped, an instance loses its class,
 * functions stay for the properties of components.
 *
 * @throws TypeError for an object that contains itself
 */
const copied = (value: unknown, place: string, ancestors: unknown[] = []): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) throw lost(place, 'an object that contains itself');
  const inside = [...ancestors, value];
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) => copied(part, `${place}[${index}]`, inside));
  }
  const kept = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    kept.map(([key, part]) => [key, copied(part, `${place}.${key}`, inside)]),
  );
};

/**
 * Gives setData the semantics of WeChat, where JSON carries it to another thread: values are copied. A value
 * that JSON loses is an error with `isStrict`, otherwise a warning. Counts every call.
 *
 * @param warn - receives the warnings that WeChat prints
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html
 */
export const emulateSetData = (warn: (text: string) => void, isStrict: boolean) => {
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
          try {
            assertJson(value, path);
          } catch (error) {
            if (isStrict) throw error;
            warn((error as Error).message);
          }
          sent[path] = copied(value, path);
        }
        const bytes = encoder.encode(JSON.stringify(sent)).length;
        count(caller.is, bytes);
        const apply = () => plain(sent, callback);
        if (window.aroundSetData) window.aroundSetData({ caller, bytes }, apply);
        else apply();
      };
    },
    read: () => ({ ...total, byComponent }),
  };
};

/** Counts setData calls. */
export type SetDataMeter = ReturnType<typeof emulateSetData>;
