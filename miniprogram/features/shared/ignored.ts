/**
 * The `fail` of a call of WeChat whose failure changes nothing. Without `fail` WeChat rejects a promise, which the
 * host app's `onUnhandledRejection` receives.
 */
export const ignored = (): void => undefined;
