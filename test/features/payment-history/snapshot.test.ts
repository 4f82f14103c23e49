import { createSnapshot } from '../../../miniprogram/features/payment-history/snapshot';
import { ApiError, type ApiErrorKind } from '../../../miniprogram/services/api-error';
import type { Storage } from '../../../miniprogram/services/storage';
import type { PagingState } from '../../../miniprogram/state/paging/paging-state';
import { order } from '../support/order';
import { pagingState } from '../support/paging-state';

/** A storage like WeChat's: JSON in, JSON out, '' for a missing key. */
function jsonStorage() {
  const kept = new Map<string, string>();
  const storage: Storage = {
    get: (key) => JSON.parse(kept.get(key) ?? '""') as unknown,
    set: (key, data) => void kept.set(key, JSON.stringify(data)),
    remove: (key) => void kept.delete(key),
  };
  return { kept, storage };
}

const orders = (count: number) =>
  Array.from({ length: count }, (_, nth) => order({ key: `T${nth}`, tradeNo: 'private enough' }));
const state = (changes: Partial<PagingState<ReturnType<typeof order>>>) =>
  pagingState(orders(25), changes);
const keysOf = ({ orders }: ReturnType<typeof createSnapshot>) => orders.map(({ key }) => key);
const failure = (kind: ApiErrorKind) => new ApiError({ kind, method: 'GET', path: '/orders/' });

/** The time at which a snapshot is read. */
const clock = { now: () => NOON + 3600 };

/** A module whose user is known. */
const of = (owner: () => string | null) => ({ owner, clock, currentUser: { isKnown: true } });

/** When the payments were read. */
const NOON = 1_795_406_400;

/** A storage after one visit. */
function visited(owner = 'host app anna') {
  const { kept, storage } = jsonStorage();
  createSnapshot(
    of(() => owner),
    storage,
  ).follow(state({}), NOON);
  return {
    kept,
    storage,
    again: (user: string) =>
      createSnapshot(
        of(() => user),
        storage,
      ),
  };
}

describe('the snapshot', () => {
  it('is empty at the first visit', () => {
    expect(
      keysOf(
        createSnapshot(
          of(() => 'anna'),
          jsonStorage().storage,
        ),
      ),
    ).toEqual([]);
  });

  it('has the newest twenty payments of the last visit', () => {
    expect(keysOf(visited().again('host app anna'))).toEqual(orders(20).map(({ key }) => key));
  });

  it('has the time of the last visit', () => {
    expect(visited().again('host app anna').at).toBe(NOON);
    expect(
      createSnapshot(
        of(() => 'anna'),
        jsonStorage().storage,
      ).at,
    ).toBeNull();
  });

  it('stores only the fields that rows show', () => {
    const [kept = ''] = [...visited().kept.values()];
    expect(kept).toContain('手冲咖啡课程');
    expect(kept).not.toContain('private enough');
    expect(kept.length).toBeLessThan(10_000);
  });

  it('is empty for another user, and removed', () => {
    const { again, kept } = visited('host app anna');
    expect(keysOf(again('host app bob'))).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('is not stored while the user is not certain, and removed', () => {
    const { kept, storage } = visited();
    const screen = createSnapshot(
      of(() => null),
      storage,
    );
    screen.follow(state({}), NOON);
    expect(keysOf(screen)).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('is neither shown nor removed while the session is asked who is signed in', () => {
    const { kept, storage } = visited();
    const currentUser = { isKnown: false };
    const screen = createSnapshot({ owner: () => 'host app anna', clock, currentUser }, storage);
    expect([keysOf(screen), screen.at, kept.size]).toEqual([[], null, 1]);
    currentUser.isKnown = true;
    expect(keysOf(screen)).toHaveLength(20);
  });

  it('is stored at the first visit, whose user only a request names', () => {
    const { kept, storage } = jsonStorage();
    let user: string | null = null;
    const screen = createSnapshot(
      of(() => user),
      storage,
    );
    screen.follow(state({ phase: 'loading' }), NOON);
    expect(kept.size).toBe(0);
    user = 'anna';
    screen.follow(state({}), NOON);
    expect(
      keysOf(
        createSnapshot(
          of(() => user),
          storage,
        ),
      ),
    ).toHaveLength(20);
  });

  it.each([
    ['another user signed in', (screen: ReturnType<typeof createSnapshot>) => screen.forget()],
    [
      'no user is signed in',
      (screen: ReturnType<typeof createSnapshot>) =>
        screen.follow(state({ phase: 'failed', error: failure('unauthorized') }), NOON),
    ],
  ])('is dropped as soon as %s', (_, happens) => {
    const { again, kept } = visited();
    const screen = again('host app anna');
    happens(screen);
    expect(keysOf(screen)).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('is dropped when another user turns out to be signed in while it is on screen', () => {
    const { storage, kept } = visited();
    let user = 'host app anna';
    const screen = createSnapshot(
      of(() => user),
      storage,
    );
    user = 'host app bob';
    screen.follow(state({ phase: 'loading', items: [] }), NOON);
    expect(keysOf(screen)).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('stays while there is no network', () => {
    const screen = visited().again('host app anna');
    screen.follow(state({ phase: 'failed', items: [], error: failure('network') }), NOON);
    expect(keysOf(screen)).toHaveLength(20);
  });

  it.each([
    ['another version', { version: 0 }],
    ['no time', { at: null }],
    ['no orders', { orders: 'none' }],
    ['an order that is none', { orders: [{ key: 'T1' }] }],
    ['an amount that is no number', { orders: [order({ amountFen: '1' as unknown as number })] }],
    ['an amount below 0', { orders: [order({ amountFen: -500 })] }],
    ['a time that no calendar has', { orders: [order({ createdAt: 9e15 })] }],
    ['a status that there is not', { orders: [order({ status: 'foo' as 'failed' })] }],
    ['a refund that there is not', { orders: [order({ refund: 'foo' as 'failed' })] }],
    ['a payment method that there is not', { orders: [order({ gateway: 'foo' as 'qpay' })] }],
    ['one payment twice', { orders: [order({ key: 'T1' }), order({ key: 'T1' })] }],
    ['a time of reading below 0', { at: -1 }],
  ])('is dropped when it cannot be read: %s', (_, damage) => {
    const { storage, kept, again } = visited();
    const [key = ''] = [...kept.keys()];
    storage.set(key, { ...(storage.get(key) as object), ...damage });
    expect(keysOf(again('host app anna'))).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('has no time where that is still to come: the clock was wrong', () => {
    const { storage, kept, again } = visited();
    const [key = ''] = [...kept.keys()];
    storage.set(key, { ...(storage.get(key) as object), at: NOON + 3601 });
    const screen = again('host app anna');
    expect([keysOf(screen).length, screen.at]).toEqual([20, null]);
  });

  it('is written once for the same payments', () => {
    const { storage } = jsonStorage();
    let writes = 0;
    const counting = { ...storage, set: () => void (writes += 1) };
    const screen = createSnapshot(
      of(() => 'anna'),
      counting,
    );
    const first = state({});
    screen.follow(first, NOON);
    screen.follow({ ...first, items: [...first.items, order({ key: 'older' })] }, NOON);
    expect(writes).toBe(1);
    screen.follow({ ...first, items: [order({ key: 'new' }), ...first.items] }, NOON);
    expect(writes).toBe(2);
  });

  it('is written again when the same payments were read later', () => {
    const { storage, again } = visited();
    const screen = again('host app anna');
    screen.follow(state({}), NOON + 60);
    expect(
      createSnapshot(
        of(() => 'host app anna'),
        storage,
      ).at,
    ).toBe(NOON + 60);
  });
});
