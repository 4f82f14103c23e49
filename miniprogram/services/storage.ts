/** A key-value storage. */
export interface Storage {
  get(key: string): unknown;
  set(key: string, data: unknown): void;
  remove(key: string): void;
}

/** The key of the newest payments of an earlier visit. */
export const SNAPSHOT_KEY = 'hydrogen-payment-history:first-screen';
/** The key of the choice whether expired payments are hidden. */
export const EXPIRED_KEY = 'hydrogen-payment-history:expired';

/** If storage fails, nothing is kept. */
function orNothing<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const fail = () => undefined;

/** WeChat's storage, which belongs to one WeChat user and one mini program. */
export const wxStorage: Storage = {
  get: (key) => orNothing(() => wx.getStorageSync<unknown>(key)),
  set: (key, data) => orNothing(() => wx.setStorage({ key, data, fail })),
  remove: (key) => orNothing(() => wx.removeStorage({ key, fail })),
};
