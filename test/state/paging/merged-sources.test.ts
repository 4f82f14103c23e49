import * as fc from 'fast-check';
import { createPaging, type Paging } from '../../../miniprogram/state/paging/paging';
import { canLoadMore } from '../../../miniprogram/state/paging/paging-state';
import { entryTraits, MovingServer, newestFirst, type Entry } from '../support/moving-server';
import { virtualClock, type VirtualClock } from '../support/virtual-clock';

const LISTS = ['complete', 'partial', 'failed'];

let clock: VirtualClock;
let server: MovingServer;
let paging: Paging<Entry>;

beforeEach(() => {
  clock = virtualClock();
  server = new MovingServer(clock);
  paging = createPaging({ sources: sources(), ...entryTraits, limit: 4, laterLimit: 8 });
});

const sources = () => LISTS.map((list) => server.source(list));
const everything = () => LISTS.flatMap((list) => server.list(list)).sort(newestFirst);

async function loadAll(): Promise<void> {
  await clock.passAll();
  for (let i = 0; canLoadMore(paging.state); i++) {
    expect(i).toBeLessThan(100);
    void paging.loadMore();
    await clock.passAll();
    const { items } = paging.state;
    expect(items).toEqual(everything().slice(0, items.length));
  }
}

it('makes one list of several sources, in order at every moment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...LISTS), { maxLength: 80 }), async (rows) => {
      LISTS.forEach((list) => server.list(list).splice(0));
      rows.forEach((list) => server.insert(list));
      void paging.replaceSource(sources());
      await loadAll();
      expect(paging.state).toMatchObject({ items: everything(), total: rows.length });
    }),
    { numRuns: 300 },
  );
});

it('reads no further in one source because another has an item without a time', async () => {
  paging = createPaging({
    sources: sources(),
    ...entryTraits,
    isPlaced: ({ time }) => time !== null,
    limit: 4,
    laterLimit: 8,
  });
  LISTS.forEach((list) => server.list(list).splice(0));
  for (let nth = 0; nth < 15; nth++) server.fill(1, 'failed').fill(1, 'complete');
  const undated = { key: 'x-0', list: 'complete', time: null, text: 0 };
  server.list('complete').splice(2, 0, undated);
  void paging.refresh();
  for (let nth = 0; ; nth++) {
    expect(nth).toBeLessThan(100);
    await clock.passAll();
    const { items, isLast } = paging.state;
    expect(items).toEqual(everything().slice(0, items.length));
    if (isLast) break;
    void paging.loadMore();
  }
  expect(paging.state.items[30]).toEqual(undated);
});

it('reads each source only as far as the list needs it', async () => {
  server.fill(40, 'failed').fill(30, 'complete');
  void paging.refresh();
  await clock.passAll();
  expect(paging.state.items).toEqual(server.list('complete').slice(0, 4));
  for (let i = 0; i < 2; i++) {
    void paging.loadMore();
    await clock.passAll();
  }
  expect(server.asked.filter(({ list }) => list === 'complete')).toHaveLength(3);
  expect(server.asked.filter(({ list }) => list === 'failed')).toHaveLength(1);
});

it('shows nothing before every source has answered, and then all items', async () => {
  server.fill(2, 'complete').fill(1, 'failed');
  const latencies = [100, 100, 900];
  server.nextConditions = () => ({ latency: latencies.shift() ?? 100, fails: false });
  void paging.refresh();
  await clock.pass(500);
  expect(paging.state).toMatchObject({ phase: 'loading', items: [], generation: 0 });
  await clock.passAll();
  expect(paging.state).toMatchObject({ phase: 'ready', items: everything(), isLast: true });
});

it('fails when one source fails, and is complete after a retry', async () => {
  server.fill(9, 'complete').fill(9, 'failed');
  const fails = [false, true];
  server.nextConditions = () => ({ latency: 100, fails: fails.shift() ?? false });
  void paging.refresh();
  await clock.passAll();
  expect(paging.state).toMatchObject({ phase: 'failed', items: [] });
  void paging.retry();
  await loadAll();
  expect(paging.state).toMatchObject({ phase: 'ready', items: everything(), isLast: true });
});

it('continues after a page failed', async () => {
  server.fill(9, 'complete').fill(9, 'failed');
  void paging.refresh();
  await clock.passAll();
  const fails = [true];
  server.nextConditions = () => ({ latency: 100, fails: fails.shift() ?? false });
  void paging.loadMore();
  await clock.passAll();
  expect(paging.state.phase).toBe('append-failed');
  void paging.retry();
  await loadAll();
  expect(paging.state.items).toEqual(everything());
});

it('shows a row once that was read in two sources', async () => {
  server.fill(3, 'complete');
  server.list('partial').push(...server.list('complete').slice(0, 1));
  void paging.refresh();
  await clock.passAll();
  expect(paging.state.items).toEqual(server.list('complete'));
});

it('replaces and removes single items', async () => {
  server.fill(2, 'complete').fill(2, 'failed');
  void paging.refresh();
  await clock.passAll();
  const [first, second] = paging.state.items as [Entry, Entry];
  paging.patch({ ...second, text: 7 });
  expect(paging.state.items[1]).toEqual({ ...second, text: 7 });
  paging.remove(first.key);
  expect(paging.state).toMatchObject({ total: 3 });
  expect(paging.state.items.map(({ key }) => key)).not.toContain(first.key);
});

it('keeps the same array while nothing changes', async () => {
  server.fill(9, 'complete').fill(9, 'failed');
  void paging.refresh();
  await loadAll();
  const { items } = paging.state;
  void paging.refresh();
  await clock.passAll();
  expect(paging.state.items).toBe(items);
});
