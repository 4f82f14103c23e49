/** The key of the newest payments of an earlier visit. */
export const SNAPSHOT_KEY = 'hydrogen-payment-history:first-screen';
/** The key of the choice whether expired payments are hidden. */
export const EXPIRED_KEY = 'hydrogen-payment-history:expired';
