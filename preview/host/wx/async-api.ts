/** The options every asynchronous wx call takes. */
export interface Callbacks {
  success?: (result: { errMsg: string }) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: { errMsg: string }) => void;
}

const text = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

/**
 * Makes an asynchronous wx call of a function: with callbacks it calls them and returns nothing, without
 * it returns a promise; both ways with WeChat's `errMsg`.
 *
 * @param name - as in `wx.<name>`, for errMsg
 * @param run - does the work; what it throws or rejects with ends in errMsg
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
