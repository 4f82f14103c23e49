/** Evaluated when the first payment is opened: the rows do not need it. */
export { openPaymentPage } from '../shared/route';
