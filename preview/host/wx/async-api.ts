/** Options of every asynchronous wx call. */
export interface Callbacks {
  success?: (result: { errMsg: string }) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: { errMsg: string }) => void;
}

const text = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

/**
 * Turns a function into an asynchronous wx call: with callbacks it calls them and returns undefined, without
 * callbacks it returns a promise. Both carry WeChat's `errMsg`.
 *
 * @param name - name of the call in errMsg
 * @param run - does the work; the message of its error becomes part of errMsg
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html
 */
export const asyncApi =
  <Options extends object>(name: string, run: (options: Options) => unknown) =>
  (options: Options & Callbacks = {} as Options): Promise<object> | undefined => {
    const outcome = new Promise((resolve) => resolve(run(options))).then(
      (result) => ({ ...(result as object | undefined), errMsg: `${name}:ok` }),
      (reason: unknown) => {
        const errMsg = `${name}:fail ${text(reason)}`;
        throw Object.assign(new Error(errMsg), { errMsg });
      },
    );
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return outcome;
    void outcome.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      ({ errMsg }: { errMsg: string }) => {
        fail?.({ errMsg });
        complete?.({ errMsg });
      },
    );
    return undefined;
  };
