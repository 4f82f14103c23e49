/**
 * Makes a `fail` of a call that WeChat answers by a dialog.
 *
 * @param refused - Called where WeChat cannot do it; not for a person who cancels.
 */
export function unlessCancelled(refused: () => void) {
  return ({ errMsg }: { readonly errMsg: string }): void => {
    if (!/cancel/.test(errMsg)) refused();
  };
}
