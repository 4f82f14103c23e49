import { createCancellation, NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import {
  withRateLimit,
  type RateLimitOptions,
} from '../../../miniprogram/services/http/rate-limit';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { get, heldSend } from '../support/held-send';

const setUp = (limits: RateLimitOptions = {}) => {
  const world = virtualPlatform();
  const { send, held } = heldSend();
  return { world, held, limited: withRateLimit(send, limits, world.platform) };
};

test('sends at most four requests at a time, and the others in their order', async () => {
  const { held, limited } = setUp();
  const answers = Array.from({ length: 10 }, (_, index) =>
    limited(get(`/${index}/`), NEVER_CANCELLED),
  );
  for (let done = 0; done < 10; done++) {
    expect(held).toHaveLength(Math.min(10, done + 4));
    held[done]?.answer(done);
    await settled();
  }
  expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(held.map(({ message }) => message.path)).toEqual(answers.map((_, index) => `/${index}/`));
});

test('a failure lets the next request start', async () => {
  const { held, limited } = setUp({ inFlight: 1 });
  const first = limited(get(), NEVER_CANCELLED);
  void limited(get('/next/'), NEVER_CANCELLED);
  held[0]?.fail({});
  await expect(first).rejects.toMatchObject({ kind: 'server' });
  expect(held[1]?.message.path).toBe('/next/');
});

test('a request that is cancelled in the queue is not sent and does not delay the others', async () => {
  const { held, limited } = setUp({ inFlight: 1 });
  const { signal, cancel } = createCancellation();
  void limited(get('/first/'), NEVER_CANCELLED);
  const gone = limited(get('/gone/'), signal);
  void limited(get('/third/'), NEVER_CANCELLED);
  cancel();
  await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
  held[0]?.answer();
  await settled();
  expect(held.map(({ message }) => message.path)).toEqual(['/first/', '/third/']);
});

test('refuses the 31st request of a minute and says when it is allowed', async () => {
  const { world, held, limited } = setUp();
  for (let sent = 0; sent < 30; sent++) {
    const answer = limited(get(), NEVER_CANCELLED);
    held[sent]?.answer();
    await answer;
    await world.advance(1000);
  }
  await expect(limited(get(), NEVER_CANCELLED)).rejects.toMatchObject({
    kind: 'rate-limited',
    status: null,
    retryAfterMs: 30_000,
    message: 'GET /orders/: rate limited: more than 30 requests a minute',
  });
  expect(held).toHaveLength(30);
  await world.advance(30_000);
  void limited(get(), NEVER_CANCELLED);
  expect(held).toHaveLength(31);
});

test('a clock that is set back does not block requests', async () => {
  const { send, held } = heldSend();
  let now = 1_700_000_000_000;
  const { platform } = virtualPlatform();
  const limited = withRateLimit(send, { perMinute: 2 }, { ...platform, now: () => now });
  for (let sent = 0; sent < 2; sent++) {
    const answer = limited(get(), NEVER_CANCELLED);
    held[sent]?.answer();
    await answer;
  }
  now -= 3_600_000;
  void limited(get(), NEVER_CANCELLED);
  expect(held).toHaveLength(3);
});
