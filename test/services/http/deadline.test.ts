import { createCancellation, type CancelSignal } from '../../../miniprogram/core/cancellation';
import { createDeadline } from '../../../miniprogram/services/http/deadline';
import { watchAppVisibility } from '../../../miniprogram/services/platform';
import { virtualPlatform } from '../../support/virtual-platform';

const TARGET = { method: 'GET', path: '/orders/' };

const setUp = () => {
  const world = virtualPlatform();
  const visibility = watchAppVisibility(world.platform);
  let given: CancelSignal | undefined;
  const never = (signal: CancelSignal) => {
    given = signal;
    return new Promise<string>(() => undefined);
  };
  const rateLimit = { isFull: false, waits: 0 };
  const withDeadline = createDeadline(20_000, visibility, world.platform, rateLimit);
  const limit = (run: (signal: CancelSignal) => Promise<string>, signal?: CancelSignal) =>
    withDeadline(run, TARGET, signal);
  return { world, rateLimit, limit, never, aborted: () => given?.cancelled };
};

test('cancels a run that takes too long and fails as a timeout', async () => {
  const { world, limit, never, aborted } = setUp();
  const result = expect(limit(never)).rejects.toMatchObject({
    kind: 'timeout',
    message: 'GET /orders/: timeout: deadline',
  });
  await world.advance(19_999);
  expect(aborted()).toBe(false);
  await world.advance(1);
  await result;
  expect([aborted(), world.pending()]).toEqual([true, 0]);
});

test.each([Infinity, 40 * 24 * 3_600_000])(
  'a deadline of %p ms, above 24.8 days, never ends',
  async (milliseconds) => {
    const { world, never } = setUp();
    const visibility = watchAppVisibility(world.platform);
    const delays: number[] = [];
    const after = (delay: number, call: () => void) => {
      delays.push(delay);
      return world.platform.after(delay, call);
    };
    const ended = jest.fn();
    createDeadline(milliseconds, visibility, { after })(never, TARGET).catch(ended);
    await world.advance(60 * 24 * 3_600_000);
    expect(ended).not.toHaveBeenCalled();
    // WeChat, like a browser, ends a timer of more than 24.8 days at once.
    expect(Math.max(...delays)).toBeLessThan(2 ** 31);
  },
);

test('leaves no timer behind a run that ends in time', async () => {
  const { world, limit } = setUp();
  await expect(limit(() => Promise.resolve('done'))).resolves.toBe('done');
  await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(world.pending()).toBe(0);
});

test('cancels the run when the caller cancels', async () => {
  const { world, limit, never, aborted } = setUp();
  const { signal, cancel } = createCancellation();
  const result = limit(never, signal);
  cancel();
  await expect(result).rejects.toMatchObject({ kind: 'cancelled' });
  expect([aborted(), world.pending()]).toEqual([true, 0]);
});

test('time in the background does not count', async () => {
  const { world, limit, never } = setUp();
  const outcome = { kind: '' };
  void limit(never).catch((error: { kind: string }) =>
    Object.assign(outcome, { kind: error.kind }),
  );
  world.hide();
  await world.advance(600_000);
  world.show();
  await world.advance(19_000);
  expect(outcome.kind).toBe('');
  await world.advance(21_000);
  expect(outcome.kind).toBe('timeout');
});

test('time in which requests wait for the limit per minute does not count', async () => {
  const { world, rateLimit, limit, never } = setUp();
  const outcome = { kind: '' };
  void limit(never).catch((error: { kind: string }) =>
    Object.assign(outcome, { kind: error.kind }),
  );
  rateLimit.isFull = true;
  await world.advance(39_000);
  Object.assign(rateLimit, { isFull: false, waits: 1 });
  await world.advance(20_000);
  expect(outcome.kind).toBe('');
  await world.advance(21_000);
  expect(outcome.kind).toBe('timeout');
});
