interface Sender {
  triggerEvent(name: string, detail: object): void;
}

/** Sends an event under both of its names, such as `open-payment` and `openPayment`: uni-app binds only the second. */
export function sendEvent(
  element: Sender,
  name: 'open-payment' | 'continue-payment' | 'request-invoice',
  detail: object,
): void {
  element.triggerEvent(name, detail);
  element.triggerEvent(
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    detail,
  );
}
