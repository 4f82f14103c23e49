import type { ApiErrorFacts } from '../../../miniprogram/services/api-error';
import { createCancellation, NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import { withRetry, type RetryOptions } from '../../../miniprogram/services/http/retry';
import { watchAppVisibility } from '../../../miniprogram/services/platform';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { get, heldSend } from '../support/held-send';

const setUp = (options: RetryOptions = {}, random = 0) => {
  const world = virtualPlatform(random);
  const { send, held } = heldSend();
  const visibility = watchAppVisibility(world.platform);
  const retrying = withRetry(send, options, visibility, world.platform);
  const failLast = (facts: Partial<ApiErrorFacts>) => held[held.length - 1]?.fail(facts);
  return { world, held, failLast, retrying };
};
const interrupted = { kind: 'network', cause: { errMsg: 'request:fail interrupted' } } as const;

test.each(['network', 'timeout', 'rate-limited', 'server', 'malformed'] as const)(
  'a GET that fails with %s is sent three times before it fails',
  async (kind) => {
    const { world, held, failLast, retrying } = setUp();
    const answer = retrying(get(), NEVER_CANCELLED);
    const outcome = expect(answer).rejects.toMatchObject({ kind });
    for (let attempt = 0; attempt < 3; attempt++) {
      failLast({ kind });
      await world.advance(1000);
    }
    await outcome;
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
] as const)('a GET that fails with %s is sent once', async (kind) => {
  const { held, failLast, retrying } = setUp();
  const answer = retrying(get(), NEVER_CANCELLED);
  failLast({ kind });
  await expect(answer).rejects.toMatchObject({ kind });
  expect(held).toHaveLength(1);
});

test.each([
  [0, 250, 500],
  [0.999999, 500, 1000],
])(
  'the pauses double: with the random number %p they are %p and %p ms',
  async (random, first, second) => {
    const { world, held, failLast, retrying } = setUp({}, random);
    void retrying(get(), NEVER_CANCELLED).catch(() => undefined);
    failLast({});
    await world.advance(first - 1);
    expect(held).toHaveLength(1);
    await world.advance(1);
    expect(held).toHaveLength(2);
    failLast({});
    await world.advance(second - 1);
    expect(held).toHaveLength(2);
    await world.advance(1);
    expect(held).toHaveLength(3);
  },
);

test('waits for the time in Retry-After', async () => {
  const { world, held, failLast, retrying } = setUp();
  const answer = retrying(get(), NEVER_CANCELLED);
  failLast({ kind: 'rate-limited', retryAfterMs: 3000 });
  await world.advance(2999);
  expect(held).toHaveLength(1);
  await world.advance(1);
  held[1]?.answer('payments');
  await expect(answer).resolves.toBe('payments');
});

test('fails at once where Retry-After is longer than 8 seconds', async () => {
  const { world, held, failLast, retrying } = setUp();
  const answer = retrying(get(), NEVER_CANCELLED);
  failLast({ kind: 'rate-limited', retryAfterMs: 60_000 });
  await expect(answer).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
  expect([held.length, world.pending()]).toEqual([1, 0]);
});

test('sends nothing after it is cancelled during a pause', async () => {
  const { world, held, failLast, retrying } = setUp();
  const { signal, cancel } = createCancellation();
  const answer = retrying(get(), signal);
  failLast({});
  await settled();
  cancel();
  await expect(answer).rejects.toMatchObject({ name: 'ApiError' });
  await world.advance(60_000);
  expect([held.length, world.pending()]).toEqual([1, 0]);
});

test('a request that WeChat interrupts in the background is repeated in the foreground, not counted', async () => {
  const { world, held, failLast, retrying } = setUp({ retries: 0 });
  const answer = retrying(get(), NEVER_CANCELLED);
  world.hide();
  failLast(interrupted);
  await world.advance(3_600_000);
  expect(held).toHaveLength(1);
  world.show();
  await settled();
  held[1]?.answer('payments');
  await expect(answer).resolves.toBe('payments');
});

test('an interruption that is reported after the return is repeated at once', async () => {
  const { world, held, failLast, retrying } = setUp({ retries: 0 });
  const answer = retrying(get(), NEVER_CANCELLED);
  world.hide();
  world.show();
  failLast(interrupted);
  await settled();
  held[1]?.answer('payments');
  await expect(answer).resolves.toBe('payments');
});

test('an interruption in the foreground is a network failure', async () => {
  const { held, failLast, retrying } = setUp({ retries: 0 });
  const answer = retrying(get(), NEVER_CANCELLED);
  failLast(interrupted);
  await expect(answer).rejects.toMatchObject({ kind: 'network' });
  expect(held).toHaveLength(1);
});
