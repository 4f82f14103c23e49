import { createCancellation, NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import {
  createRateLimit,
  type RateLimitOptions,
} from '../../../miniprogram/services/http/rate-limit';
import { settled, virtualPlatform } from '../../support/virtual-platform';
import { get, heldSend } from '../support/held-send';

const setUp = (limits: RateLimitOptions = {}) => {
  const world = virtualPlatform();
  const { send, held } = heldSend();
  const rateLimit = createRateLimit(limits, world.platform);
  return { world, held, rateLimit, limited: rateLimit.limit(send) };
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

test('the 31st request of a minute waits until the first is a minute old', async () => {
  const { world, held, limited, rateLimit } = setUp();
  for (let sent = 0; sent < 30; sent++) {
    const answer = limited(get(), NEVER_CANCELLED);
    held[sent]?.answer();
    await answer;
    await world.advance(1000);
  }
  const late = limited(get('/late/'), NEVER_CANCELLED);
  await world.advance(29_999);
  expect([held.length, rateLimit.isFull, rateLimit.waits]).toEqual([30, true, 0]);
  await world.advance(1);
  expect([held.length, rateLimit.isFull, rateLimit.waits]).toEqual([31, false, 1]);
  held[30]?.answer('late');
  expect(await late).toBe('late');
});

test('a request that is cancelled while it waits takes nothing from the others', async () => {
  const { world, held, limited, rateLimit } = setUp({ perMinute: 1 });
  const first = limited(get(), NEVER_CANCELLED);
  held[0]?.answer();
  await first;
  const { signal, cancel } = createCancellation();
  const gone = limited(get('/gone/'), signal);
  expect(rateLimit.isFull).toBe(true);
  cancel();
  await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
  expect([rateLimit.isFull, world.pending()]).toEqual([false, 0]);
  void limited(get('/next/'), NEVER_CANCELLED);
  await world.advance(60_000);
  expect(held.map(({ message }) => message.path)).toEqual(['/orders/', '/next/']);
});

test('a clock that stands still makes no request wait longer than a minute', async () => {
  const { send, held } = heldSend();
  const { platform, advance } = virtualPlatform();
  const rateLimit = createRateLimit({ perMinute: 2 }, { ...platform, now: () => 0 });
  const limited = rateLimit.limit(send);
  for (let sent = 0; sent < 4; sent++) void limited(get(), NEVER_CANCELLED);
  expect(held).toHaveLength(2);
  await advance(60_000);
  expect(held).toHaveLength(4);
});

test('a clock that is set back does not block requests', async () => {
  const { send, held } = heldSend();
  let now = 1_700_000_000_000;
  const { platform } = virtualPlatform();
  const limited = createRateLimit({ perMinute: 2 }, { ...platform, now: () => now }).limit(send);
  for (let sent = 0; sent < 2; sent++) {
    const answer = limited(get(), NEVER_CANCELLED);
    held[sent]?.answer();
    await answer;
  }
  now -= 3_600_000;
  void limited(get(), NEVER_CANCELLED);
  expect(held).toHaveLength(3);
});

test('reports when requests begin to wait for the limit per minute, and when they no longer do', async () => {
  const waits: boolean[] = [];
  const onWait = (isWaiting: boolean) => waits.push(isWaiting);
  const { world, held, limited } = setUp({ perMinute: 1, onWait });
  void limited(get('/first/'), NEVER_CANCELLED);
  held[0]?.answer();
  await settled();
  expect(waits).toEqual([]);
  void limited(get('/second/'), NEVER_CANCELLED);
  expect(waits).toEqual([true]);
  const { signal, cancel } = createCancellation();
  void limited(get('/third/'), signal).catch(() => undefined);
  cancel();
  expect(waits).toEqual([true]);
  await world.advance(60_000);
  expect(waits).toEqual([true, false]);
  expect(held.map(({ message }) => message.path)).toEqual(['/first/', '/second/']);
});

test('a clock that is set back a little makes no request wait longer than a minute', async () => {
  const { send, held } = heldSend();
  const { platform, advance } = virtualPlatform();
  let back = 0;
  const now = () => platform.now() - back;
  const limited = createRateLimit({ perMinute: 1 }, { ...platform, now }).limit(send);
  const first = limited(get(), NEVER_CANCELLED);
  held[0]?.answer();
  await first;
  back = 30_000;
  void limited(get(), NEVER_CANCELLED);
  await advance(60_000);
  expect(held).toHaveLength(2);
});
