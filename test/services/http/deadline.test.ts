import { createCancellation, type CancelSignal } from '../../../miniprogram/core/cancellation';
import { beforeDeadline } from '../../../miniprogram/services/http/deadline';
import { watchAppVisibility } from '../../../miniprogram/services/platform';
import { virtualSurroundings } from '../../support/virtual-platform';

const PLACE = { method: 'GET', path: '/orders/' };

const set = () => {
  const world = virtualSurroundings();
  const stage = watchAppVisibility(world.surroundings);
  let given: CancelSignal | undefined;
  const forEver = (signal: CancelSignal) => {
    given = signal;
    return new Promise<string>(() => undefined);
  };
  const limit = (run: (signal: CancelSignal) => Promise<string>, signal?: CancelSignal) =>
    beforeDeadline(run, 20_000, PLACE, stage, world.surroundings, signal);
  return { world, limit, forEver, aborted: () => given?.cancelled };
};

test('what takes too long is cancelled and told as a timeout', async () => {
  const { world, limit, forEver, aborted } = set();
  const result = expect(limit(forEver)).rejects.toMatchObject({
    kind: 'timeout',
    message: 'GET /orders/: timeout: deadline',
  });
  await world.advance(19_999);
  expect(aborted()).toBe(false);
  await world.advance(1);
  await result;
  expect([aborted(), world.pending()]).toEqual([true, 0]);
});

test('what is done in time leaves no timer behind', async () => {
  const { world, limit } = set();
  await expect(limit(() => Promise.resolve('done'))).resolves.toBe('done');
  await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(world.pending()).toBe(0);
});

test('cancelling from outside passes through', async () => {
  const { world, limit, forEver, aborted } = set();
  const { signal, cancel } = createCancellation();
  const result = limit(forEver, signal);
  cancel();
  await expect(result).rejects.toMatchObject({ kind: 'cancelled' });
  expect([aborted(), world.pending()]).toEqual([true, 0]);
});

test('time in the background does not count', async () => {
  const { world, limit, forEver } = set();
  const outcome = { kind: '' };
  void limit(forEver).catch((error: { kind: string }) =>
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
