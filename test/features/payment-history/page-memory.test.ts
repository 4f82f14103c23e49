import { NEVER_CANCELLED } from '../../../miniprogram/core/cancellation';
import { createPageMemory } from '../../../miniprogram/features/payment-history/page-memory';
import type { FetchPage } from '../../../miniprogram/state/paging/source';
import type { Order } from '../../../miniprogram/domain/order';
import { order } from '../support/order';

const FILTERS = { status: 'pending' } as const;

/** A memory with a clock of its own, and a server of 250 orders that counts its requests. */
function setUp() {
  const world = { now: 0, requests: 0 };
  const memory = createPageMemory({ elapsed: () => world.now });
  const server: FetchPage<Order> = ({ offset, limit }) => {
    world.requests += 1;
    const length = Math.max(0, Math.min(limit, 250 - offset));
    const rows = Array.from({ length }, (_, nth) => order({ key: `${offset + nth}` }));
    return Promise.resolve({ rows, isLast: offset + length >= 250, totalCount: 250, limit });
  };
  const source = () => {
    const fetchPage = memory.repeating(FILTERS, server);
    return (offset: number, limit = 100) =>
      fetchPage({ offset, limit, order: 'newest-first' }, NEVER_CANCELLED);
  };
  return { world, memory, source };
}

describe('pages that were read a moment ago', () => {
  it('are repeated for another source of the same query, up to the first unknown page', async () => {
    const { world, source } = setUp();
    const first = source();
    const pages = [await first(0), await first(100)];
    const second = source();
    expect([await second(0), await second(100)]).toEqual(pages);
    expect(world.requests).toBe(2);
    await second(200);
    await second(100);
    expect(world.requests).toBe(4);
  });

  it('are not repeated below a page that was read again', async () => {
    const { world, source } = setUp();
    const first = source();
    await first(0);
    await first(200);
    const second = source();
    for (const offset of [0, 100, 200]) await second(offset);
    expect(world.requests).toBe(4);
  });

  it('are read again by a source that has seen them', async () => {
    const { world, source } = setUp();
    await source()(0);
    const second = source();
    await second(0);
    await second(0);
    expect(world.requests).toBe(2);
  });

  it('are read again after a minute, also after a clock that was set back', async () => {
    for (const now of [60_000, -60_000]) {
      const { world, source } = setUp();
      await source()(0);
      world.now = now;
      await source()(0);
      expect(world.requests).toBe(2);
    }
  });

  it('are read again once they are forgotten, also where they were on their way', async () => {
    const { world, memory, source } = setUp();
    const late = source()(0);
    memory.forget();
    await late;
    expect(memory.has(FILTERS)).toBe(false);
    await source()(0);
    expect(world.requests).toBe(2);
  });

  it('tell how many are left to read', async () => {
    const { memory, source } = setUp();
    expect(memory.pagesLeft(FILTERS)).toBe(Infinity);
    const read = source();
    await read(0, 20);
    await read(19, 100);
    expect(memory.pagesLeft(FILTERS)).toBe(2);
    await read(119, 100);
    await read(219, 100);
    expect(memory.pagesLeft(FILTERS)).toBe(0);
  });
});
