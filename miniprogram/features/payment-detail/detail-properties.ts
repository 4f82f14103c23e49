/** The properties of `<payment-detail>`. */
export const properties = {
  /** Hydrogen's serial number (流水号). */
  transactionNo: String,
  /** The merchant's number (订单号); read when the other is empty. */
  tradeNo: String,
  /** Either number, in any form that people type; read when the others are empty. */
  number: String,
  /**
   * The page handles `continue-payment`, also where the settings have `checkOut`. Without either, a pending
   * payment says where it can be made.
   */
  canContinue: Boolean,
  /**
   * The app's own actions for the payment; the page handles `action`.
   *
   * @type {PaymentAction[]}
   */
  actions: Array,
  /** Shows a button for an invoice of a payment that is not refunded. */
  invoice: Boolean,
};
