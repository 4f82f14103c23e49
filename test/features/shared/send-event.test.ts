import { sendEvent } from '../../../miniprogram/features/shared/send-event';

/** An element whose class has `triggerEvent`, as WeChat's elements do. */
class Element {
  readonly sent: string[] = [];
  triggerEvent(name: string): void {
    this.sent.push(name);
  }
}

test('sends an event under both names', () => {
  const element = new Element();
  sendEvent(element, 'request-invoice', {});
  expect(element.sent).toEqual(['request-invoice', 'requestInvoice']);
});

test('sends an event without a hyphen once', () => {
  const element = new Element();
  sendEvent(element, 'action', {});
  expect(element.sent).toEqual(['action']);
});

test('sends an event once where uni-app renames the events of the element', () => {
  const element = new Element();
  const trigger = element.triggerEvent.bind(element);
  element.triggerEvent = (name) =>
    trigger(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  sendEvent(element, 'continue-payment', {});
  expect(element.sent).toEqual(['continuePayment']);
});
