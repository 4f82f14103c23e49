import { createCancellation } from '../../core/cancellation';
import { rejectWhenCancelled } from './cancellable';
import type { Send } from './send';

/**
 * Requests for the same thing on behalf of the same user, made while one of them is under way, share its
 * answer. It is aborted when the last of those who wait has gone.
 */
export function withDedupe(send: Send): Send {
  const underWay = new Map<string, { waiting: number; answer: Promise<unknown>; cancel(): void }>();
  return (message, signal) => {
    if (message.method !== 'GET') return send(message, signal);
    const key = JSON.stringify([message.token, message.path, message.query]);
    let shared = underWay.get(key);
    if (!shared) {
      const { signal: nobodyWaits, cancel } = createCancellation();
      const started = { waiting: 0, answer: send(message, nobodyWaits), cancel };
      const done = () => underWay.get(key) === started && underWay.delete(key);
      started.answer.then(done, done);
      underWay.set(key, (shared = started));
    }
    const { answer } = shared;
    shared.waiting++;
    return rejectWhenCancelled(answer, message, signal, () => {
      if (--shared.waiting > 0) return;
      if (underWay.get(key) === shared) underWay.delete(key);
      shared.cancel();
    });
  };
}
