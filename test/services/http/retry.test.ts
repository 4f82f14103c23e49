import type { ApiErrorFacts } from '../../../miniprogram/services/api-error';
import { createCancellation, NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import { withRetry, type RetryOptions } from '../../../miniprogram/services/http/retry';
import { watchAppVisibility } from '../../../miniprogram/services/platform';
import { settled, virtualSurroundings } from '../../support/virtual-platform';
import { get, heldSend } from '../support/held-send';

const set = (patience: RetryOptions = {}, random = 0) => {
  const world = virtualSurroundings(random);
  const { send, held } = heldSend();
  const stage = watchAppVisibility(world.surroundings);
  const retrying = withRetry(send, patience, stage, world.surroundings);
  const last = (facts: Partial<ApiErrorFacts>) => held[held.length - 1]?.fail(facts);
  return { world, held, last, retrying };
};
const interrupted = { kind: 'network', cause: { errMsg: 'request:fail interrupted' } } as const;

test.each(['network', 'timeout', 'rate-limited', 'server', 'malformed'] as const)(
  'a GET that failed by %s is sent three times, then its failure is told',
  async (kind) => {
    const { world, held, last, retrying } = set();
    const answer = retrying(get(), NEVER_CANCELLED);
    const told = expect(answer).rejects.toMatchObject({ kind });
    for (let attempt = 0; attempt < 3; attempt++) {
      last({ kind });
      await world.advance(1000);
    }
    await told;
    expect(held).toHaveLength(3);
    expect(world.pending()).toBe(0);
  },
);

test.each([
  'cancelled',
  'unauthorized',
  'payment-required',
  'forbidden',
  'not-found',
  'invalid-request',
] as const)('a GET that failed by %s is sent once', async (kind) => {
  const { held, last, retrying } = set();
  const answer = retrying(get(), NEVER_CANCELLED);
  last({ kind });
  await expect(answer).rejects.toMatchObject({ kind });
  expect(held).toHaveLength(1);
});

test('a POST is never sent twice', async () => {
  const { held, last, retrying } = set();
  const answer = retrying(get('/login/', { method: 'POST' }), NEVER_CANCELLED);
  last({ kind: 'network' });
  await expect(answer).rejects.toMatchObject({ kind: 'network' });
  expect(held).toHaveLength(1);
});

test.each([
  [0, 250, 500],
  [0.999999, 500, 1000],
])('the pauses double, and chance %p makes them %p and %p ms', async (chance, first, second) => {
  const { world, held, last, retrying } = set({}, chance);
  void retrying(get(), NEVER_CANCELLED).catch(() => undefined);
  last({});
  await world.advance(first - 1);
  expect(held).toHaveLength(1);
  await world.advance(1);
  expect(held).toHaveLength(2);
  last({});
  await world.advance(second - 1);
  expect(held).toHaveLength(2);
  await world.advance(1);
  expect(held).toHaveLength(3);
});

test('waits as long as Retry-After says', async () => {
  const { world, held, last, retrying } = set();
  const answer = retrying(get(), NEVER_CANCELLED);
  last({ kind: 'rate-limited', retryAfterMs: 3000 });
  await world.advance(2999);
  expect(held).toHaveLength(1);
  await world.advance(1);
  held[1]?.answer('payments');
  await expect(answer).resolves.toBe('payments');
});

test('tells at once what would have to wait for longer than a person does', async () => {
  const { world, held, last, retrying } = set();
  const answer = retrying(get(), NEVER_CANCELLED);
  last({ kind: 'rate-limited', retryAfterMs: 60_000 });
  await expect(answer).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
  expect([held.length, world.pending()]).toEqual([1, 0]);
});

test('asks nothing any more once cancelled, not even after a pause', async () => {
  const { world, held, last, retrying } = set();
  const { signal, cancel } = createCancellation();
  const answer = retrying(get(), signal);
  last({});
  await settled();
  cancel();
  await expect(answer).rejects.toMatchObject({ name: 'ApiError' });
  await world.advance(60_000);
  expect([held.length, world.pending()]).toEqual([1, 0]);
});

test('a request that WeChat interrupted in the background is sent again when the person is back', async () => {
  const { world, held, last, retrying } = set({ retries: 0 });
  const answer = retrying(get(), NEVER_CANCELLED);
  world.hide();
  last(interrupted);
  await world.advance(3_600_000);
  expect(held).toHaveLength(1);
  world.show();
  await settled();
  held[1]?.answer('payments');
  await expect(answer).resolves.toBe('payments');
});

test('an interruption that is told only after the return is repeated at once', async () => {
  const { world, held, last, retrying } = set({ retries: 0 });
  const answer = retrying(get(), NEVER_CANCELLED);
  world.hide();
  world.show();
  last(interrupted);
  await settled();
  held[1]?.answer('payments');
  await expect(answer).resolves.toBe('payments');
});

test('an interruption in the foreground counts like any failure of the network', async () => {
  const { held, last, retrying } = set({ retries: 0 });
  const answer = retrying(get(), NEVER_CANCELLED);
  last(interrupted);
  await expect(answer).rejects.toMatchObject({ kind: 'network' });
  expect(held).toHaveLength(1);
});
