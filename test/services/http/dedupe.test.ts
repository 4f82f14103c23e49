import { createCancellation, NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import { withDedupe } from '../../../miniprogram/services/http/dedupe';
import { settled } from '../../support/virtual-platform';
import { get, heldSend } from '../support/held-send';

const set = () => {
  const { send, held } = heldSend();
  return { held, sharing: withDedupe(send) };
};

test('who asks for the same at the same time shares one request', async () => {
  const { held, sharing } = set();
  const query = { limit: 20 };
  const answers = Array.from({ length: 5 }, () =>
    sharing(get('/orders/', { query }), NEVER_CANCELLED),
  );
  held[0]?.answer('payments');
  expect(await Promise.all(answers)).toEqual(Array(5).fill('payments'));
  expect(held).toHaveLength(1);
  void sharing(get('/orders/', { query }), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test.each([
  ['another page', { query: { offset: 20 } }],
  ['another user', { token: 'b' }],
])('a request for %s is its own', (_name, changes) => {
  const { held, sharing } = set();
  void sharing(get('/orders/', { token: 'a' }), NEVER_CANCELLED);
  void sharing(get('/orders/', { token: 'a', ...changes }), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test('a failure is shared too, and not kept', async () => {
  const { held, sharing } = set();
  const answers = [sharing(get(), NEVER_CANCELLED), sharing(get(), NEVER_CANCELLED)];
  held[0]?.fail({ kind: 'network' });
  for (const answer of answers) await expect(answer).rejects.toMatchObject({ kind: 'network' });
  void sharing(get(), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});

test('one who leaves costs the others nothing; when the last has left the request is aborted', async () => {
  const { held, sharing } = set();
  const [first, second] = [createCancellation(), createCancellation()];
  const answers = [sharing(get(), first.signal), sharing(get(), second.signal)];
  first.cancel();
  await expect(answers[0]).rejects.toMatchObject({ kind: 'cancelled' });
  expect(held[0]?.signal.cancelled).toBe(false);
  second.cancel();
  await expect(answers[1]).rejects.toMatchObject({ kind: 'cancelled' });
  expect(held[0]?.signal.cancelled).toBe(true);
  void sharing(get(), NEVER_CANCELLED);
  await settled();
  expect(held).toHaveLength(2);
});

test('what changes something is never shared', () => {
  const { held, sharing } = set();
  void sharing(get('/login/', { method: 'POST' }), NEVER_CANCELLED);
  void sharing(get('/login/', { method: 'POST' }), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
});
