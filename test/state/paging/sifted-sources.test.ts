import { createPaging, type Paging } from '../../../miniprogram/state/paging/paging';
import { canLoadMore } from '../../../miniprogram/state/paging/paging-state';
import {
  entryTraits,
  WELL_BEHAVED,
  MovingServer,
  numberOf,
  type Entry,
} from '../support/moving-server';
import { virtualClock, type VirtualClock } from '../support/virtual-clock';

let clock: VirtualClock;
let server: MovingServer;
let paging: Paging<Entry>;

/** Opens a list of `rows` rows and reads its first page. */
async function open(rows: number, isShown: (entry: Entry) => boolean): Promise<void> {
  clock = virtualClock();
  server = new MovingServer(clock, { ...WELL_BEHAVED, isShown }).fill(rows);
  paging = createPaging({ sources: server.sources(), ...entryTraits });
  await readPage(() => paging.refresh());
}

async function readPage(read: () => Promise<void>): Promise<void> {
  void read();
  await clock.passAll();
}

async function scrollToEnd(): Promise<void> {
  for (let i = 0; canLoadMore(paging.state); i++) {
    expect(i).toBeLessThan(1000);
    await readPage(() => paging.loadMore());
  }
}

const leave = (count: number) => {
  for (let i = 0; i < count; i++) server.remove(2);
};

describe.each([
  [300, 3, 5],
  [300, 3, 1],
  [300, 2, 7],
  [300, 10, 19],
  [150, 7, 4],
  [1000, 3, 20],
])('a list of %d rows of which every %dth is shown', (rows, nth, moved) => {
  beforeEach(async () => {
    await open(rows, (entry) => numberOf(entry) % nth === 0);
    await readPage(() => paging.loadMore());
  });

  it(`loses no row when ${moved} rows above leave between two pages`, async () => {
    leave(moved);
    await scrollToEnd();
    expect(paging.state.items).toEqual(server.shown());
  });

  it(`includes the new rows when ${moved} rows come between two pages`, async () => {
    server.fill(moved);
    await scrollToEnd();
    expect(paging.state.items).toEqual(server.shown());
  });

  it(`is correct after a refresh when ${moved} rows leave and as many come`, async () => {
    leave(moved);
    server.fill(moved);
    await readPage(() => paging.refresh());
    await scrollToEnd();
    expect(paging.state.items).toEqual(server.shown());
  });

  it('has no total, since the server counts the hidden rows too', () => {
    expect(paging.state.total).toBeNull();
  });
});

it('loadMore reads on to the next row that is shown', async () => {
  await open(1000, (entry) => numberOf(entry) === 100);
  expect(paging.state).toMatchObject({ phase: 'ready', items: [], isLast: false });
  await readPage(() => paging.loadMore());
  expect(paging.state.items.map(numberOf)).toEqual([100]);
});

it('loadMore ends at the end of a source of which no row is shown', async () => {
  await open(1000, () => false);
  await readPage(() => paging.loadMore());
  expect(paging.state).toMatchObject({ phase: 'ready', items: [], isLast: true });
});

it('a page that fails among rows that are not shown is read again by retry', async () => {
  await open(1000, (entry) => numberOf(entry) === 100);
  const fails = [false, false, true];
  server.nextConditions = () => ({ latency: 100, fails: fails.shift() ?? false });
  await readPage(() => paging.loadMore());
  expect(paging.state).toMatchObject({ phase: 'append-failed', items: [] });
  const before = server.asked.length;
  await readPage(() => paging.retry());
  expect(paging.state.items.map(numberOf)).toEqual([100]);
  expect(server.asked[before]?.offset).toBe(server.asked[before - 1]?.offset);
});

it('an item that changes leaves and joins the list by what it is now', async () => {
  await open(9, (entry) => entry.text === 0);
  const [first, second] = server.list() as [Entry, Entry];
  paging.patch({ ...first, text: 1 });
  expect(paging.state.items[0]).toEqual(second);
  paging.patch(first);
  expect(paging.state.items).toEqual(server.list());
});

it('a source limits the merged list only below its last loaded row, shown or hidden', async () => {
  clock = virtualClock();
  server = new MovingServer(clock, { ...WELL_BEHAVED, listsPerTab: 2 }).fill(200);
  const [plain, sparse] = server.sources();
  if (!plain || !sparse) throw new Error('a tab has two lists');
  const sources = [plain, { ...sparse, isShown: () => false }];
  paging = createPaging({ sources, ...entryTraits });
  await readPage(() => paging.refresh());
  expect(paging.state.items.length).toBeGreaterThanOrEqual(19);
  await scrollToEnd();
  expect(paging.state.items).toEqual(server.list('all'));
});
