import { createCancellation, NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import { withDedupe } from '../../../miniprogram/services/http/dedupe';
import { settled } from '../../support/virtual-platform';
import { get, heldSend } from '../support/held-send';

const setUp = () => {
  const { send, held } = heldSend();
  return { held, deduped: withDedupe(send) };
};

test('equal concurrent requests share one request', async () => {
  const { held, deduped } = setUp();
  const query = { limit: 20 };
  const answers = Array.from({ length: 5 }, () =>
    deduped(get('/orders/', { query }), NEVER_CANCELLED),
  );
  held[0]?.answer('payments');
  expect(await Promise.all(answers)).toEqual(Array(5).fill('payments'));
  expect(held).toHaveLength(1);
  void deduped(get('/orders/', { query }), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test.each([
  ['another page', { query: { offset: 20 } }],
  ['another user', { token: 'b' }],
])('a request for %s is not shared', (_name, changes) => {
  const { held, deduped } = setUp();
  void deduped(get('/orders/', { token: 'a' }), NEVER_CANCELLED);
  void deduped(get('/orders/', { token: 'a', ...changes }), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test('a failure is shared by concurrent requests and not kept', async () => {
  const { held, deduped } = setUp();
  const answers = [deduped(get(), NEVER_CANCELLED), deduped(get(), NEVER_CANCELLED)];
  held[0]?.fail({ kind: 'network' });
  for (const answer of answers) await expect(answer).rejects.toMatchObject({ kind: 'network' });
  void deduped(get(), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test('the shared request is cancelled only when all callers have cancelled', async () => {
  const { held, deduped } = setUp();
  const [first, second] = [createCancellation(), createCancellation()];
  const answers = [deduped(get(), first.signal), deduped(get(), second.signal)];
  first.cancel();
  await expect(answers[0]).rejects.toMatchObject({ kind: 'cancelled' });
  expect(held[0]?.signal.cancelled).toBe(false);
  second.cancel();
  await expect(answers[1]).rejects.toMatchObject({ kind: 'cancelled' });
  expect(held[0]?.signal.cancelled).toBe(true);
  void deduped(get(), NEVER_CANCELLED);
  await settled();
  expect(held).toHaveLength(2);
});

test('a POST is never shared', () => {
  const { held, deduped } = setUp();
  void deduped(get('/login/', { method: 'POST' }), NEVER_CANCELLED);
  void deduped(get('/login/', { method: 'POST' }), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test('a request after the last cancellation is a new one, also in the same turn', async () => {
  const { held, deduped } = setUp();
  const { signal, cancel } = createCancellation();
  const gone = deduped(get(), signal);
  cancel();
  const answer = deduped(get(), NEVER_CANCELLED);
  held[1]?.answer('payments');
  await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
  expect(await answer).toBe('payments');
});
