import type { CancelSignal } from '../../../miniprogram/core/cancellation';
import { ApiError, type ApiErrorFacts } from '../../../miniprogram/services/api-error';
import type { Message, Send } from '../../../miniprogram/services/http/send';

/** A request that waits for the test to answer it. */
export interface Held {
  readonly message: Message;
  readonly signal: CancelSignal;
  answer(body?: unknown): void;
  fail(facts: Partial<ApiErrorFacts>): void;
}

/** A `Send` whose requests the test answers. */
export function heldSend() {
  const held: Held[] = [];
  const send: Send = (message, signal) =>
    new Promise((resolve, reject) => {
      const fail = (facts: Partial<ApiErrorFacts>) =>
        reject(
          new ApiError({ kind: 'server', method: message.method, path: message.path, ...facts }),
        );
      signal.onCancel(() => fail({ kind: 'cancelled' }));
      held.push({ message, signal, answer: resolve, fail });
    });
  return { send, held };
}

/** A GET message. */
export const get = (path = '/orders/', changes: Partial<Message> = {}): Message => ({
  method: 'GET',
  path,
  ...changes,
});
