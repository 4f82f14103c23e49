import { fieldsOf } from '../../services/http/json';

/** WeChat's `requestPayment:fail cancel` or `saveFileToDisk:fail user canceled`, and the words of apps. */
const CANCELLED = /:fail.*cancel|^cancel|用户取消/i;
/** The code of minapp-sdk for a payment that the person gave up. */
const SDK_CANCELLED = 607;

/** Whether a failure says that the person gave up: WeChat's, minapp-sdk's or an app's own, also as text. */
export function isCancelled(cause: unknown): boolean {
  const { errMsg, message, code } = fieldsOf(cause);
  const texts = [cause, errMsg, message];
  return (
    code === SDK_CANCELLED || texts.some((text) => typeof text === 'string' && CANCELLED.test(text))
  );
}

/**
 * Makes a `fail` of a call that WeChat answers by a dialog.
 *
 * @param refused - Called where WeChat cannot do it; not for a person who cancels.
 */
export function unlessCancelled(refused: () => void) {
  return (failure: { readonly errMsg: string }): void => {
    if (!isCancelled(failure)) refused();
  };
}
