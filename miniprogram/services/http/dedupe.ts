import { createCancellation } from '../../core/cancellation';
import { rejectWhenCancelled } from './reject-when-cancelled';
import type { Send } from './send';

/**
 * Shares one request among equal GET requests of the same user that are made while it is in flight. The
 * shared request is cancelled when every caller has cancelled.
 */
export function withDedupe(send: Send): Send {
  const inFlight = new Map<string, { callers: number; answer: Promise<unknown>; cancel(): void }>();
  return (message, signal) => {
    if (message.method !== 'GET') return send(message, signal);
    const key = JSON.stringify([message.token, message.path, message.query]);
    let shared = inFlight.get(key);
    if (!shared) {
      const { signal: allCancelled, cancel } = createCancellation();
      const started = { callers: 0, answer: send(message, allCancelled), cancel };
      const done = () => inFlight.get(key) === started && inFlight.delete(key);
      started.answer.then(done, done);
      inFlight.set(key, (shared = started));
    }
    const { answer } = shared;
    shared.callers++;
    return rejectWhenCancelled(answer, message, signal, () => {
      if (--shared.callers > 0) return;
      if (inFlight.get(key) === shared) inFlight.delete(key);
      shared.cancel();
    });
  };
}
