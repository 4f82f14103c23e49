interface Sender {
  triggerEvent(name: string, detail: object): void;
}

/**
 * Sends an event, and one whose name has a hyphen under both of its names, such as `open-payment` and
 * `openPayment`, for frameworks that cannot bind a hyphen. uni-app replaces `triggerEvent` of each element by a
 * function that turns the first name into the second: sent twice, the event would run its handler twice.
 */
export function sendEvent(
  element: Sender,
  name:
    'open-payment' | 'open-month' | 'continue-payment' | 'request-invoice' | 'action' | 'contact',
  detail: object,
): void {
  element.triggerEvent(name, detail);
  const other = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const isRenamed = Object.prototype.hasOwnProperty.call(element, 'triggerEvent');
  if (other !== name && !isRenamed) element.triggerEvent(other, detail);
}
