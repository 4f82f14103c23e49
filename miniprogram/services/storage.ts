/** A key-value storage. */
export interface Storage {
  get(key: string): unknown;
  set(key: string, data: unknown): void;
  remove(key: string): void;
}

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
