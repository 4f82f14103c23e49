import { GOOD_HABITS, MovingServer, type ServerHabits } from '../support/moving-server';
import { Person } from '../support/person';
import { virtualClock, type VirtualClock } from '../support/virtual-clock';

let clock: VirtualClock;
let server: MovingServer;
let person: Person;

function meet(habits: Partial<ServerHabits>, rows: number): void {
  clock = virtualClock();
  server = new MovingServer(clock, { ...GOOD_HABITS, ...habits }).fill(rows);
  person = new Person(server, clock);
}

async function loadFirst(): Promise<void> {
  void person.refresh();
  await person.wait();
}

/** Sets how long the next requests take, in their order. */
function latencies(...ms: number[]): void {
  server.weather = () => ({ latency: ms.shift() ?? 100, fails: false });
}

function failNext(): void {
  let fails = true;
  server.weather = () => {
    const weather = { latency: 100, fails };
    fails = false;
    return weather;
  };
}

const expectTheServersList = () =>
  expect(person.paging.state.items).toEqual(server.readable(person.tab));

describe.each<[string, Partial<ServerHabits>]>([
  ['newest first', {}],
  ['newest first, without totals', { total: 'missing' }],
  ['oldest first whatever is asked for', { order: 'ignored' }],
  ['at most 7 at a time', { grant: (asked) => Math.min(asked, 7) }],
])('a server that gives rows %s', (_, habits) => {
  beforeEach(() => meet(habits, 223));

  it('tab race: the old tab’s slow answer never lands', async () => {
    server.fill(31, 'paid');
    latencies(1000, 100);
    void person.refresh();
    void person.switchTo('paid');
    await person.wait();
    expect(person.paging.state).toMatchObject({ phase: 'ready' });
    await person.scrollToEnd();
    expectTheServersList();
  });

  it('append, then tab: the page of the old tab never lands', async () => {
    server.fill(31, 'paid');
    await loadFirst();
    latencies(1000, 50);
    void person.loadMore();
    void person.switchTo('paid');
    expect(person.keys).toEqual([]);
    await person.wait();
    await person.scrollToEnd();
    expectTheServersList();
    expect(person.unsettled()).toBe(0);
  });

  it('double trigger: two calls in one latency are one request', async () => {
    await loadFirst();
    const before = server.asked.length;
    expect(person.paging.loadMore()).toBe(person.paging.loadMore());
    expect(server.asked).toHaveLength(before + 1);
    await person.scrollToEnd();
    expectTheServersList();
  });

  it('vanish between pages: nothing is left out', async () => {
    await loadFirst();
    void person.loadMore();
    await person.wait();
    server.remove(3);
    await person.scrollToEnd();
    expectTheServersList();
  });

  it('a failed page, then on: it is read again at its own place', async () => {
    await loadFirst();
    failNext();
    void person.loadMore();
    await person.wait();
    expect(person.paging.state).toMatchObject({ phase: 'append-failed', isLast: false });
    void person.retry();
    await person.scrollToEnd();
    expectTheServersList();
  });

  it('refresh during append: the page drops, the list is whole afterwards', async () => {
    await loadFirst();
    latencies(1000, 100);
    void person.loadMore();
    void person.refresh();
    await person.wait();
    await person.scrollToEnd();
    expectTheServersList();
    expect(person.unsettled()).toBe(0);
  });

  it('page shown again: the list stays, and is the same object', async () => {
    await loadFirst();
    void person.loadMore();
    await person.wait();
    const { items, confirmed } = person.paging.state;
    const before = server.asked.length;
    void person.recheck();
    await person.wait();
    expect(server.asked).toHaveLength(before + 1);
    expect(person.paging.state.items).toBe(items);
    expect(person.paging.state.confirmed).toBe(confirmed);
  });

  it('end detection: nothing is asked for after the end', async () => {
    await loadFirst();
    await person.scrollToEnd();
    expectTheServersList();
    expect(person.paging.state.isLast).toBe(true);
    const before = server.asked.length;
    await person.loadMore();
    expect(server.asked).toHaveLength(before);
  });
});

describe.each<[string, Partial<ServerHabits>]>([
  ['newest first', {}],
  ['newest first, without totals', { total: 'missing' }],
  ['oldest first whatever is asked for', { order: 'ignored' }],
])('insert between pages, from a server that gives %s', (_, habits) => {
  it('shows the new row on top and no row twice', async () => {
    meet(habits, 223);
    await loadFirst();
    void person.loadMore();
    await person.wait();
    server.insert();
    await person.scrollToEnd();
    expectTheServersList();
  });
});

describe('requests', () => {
  const minimum = (rows: number) => 1 + Math.max(0, Math.ceil((rows - 20) / 100));

  it.each([0, 1, 19, 20, 21, 23, 119, 120, 121, 219, 220, 221, 1000, 10000])(
    '%d rows take as few as there can be',
    async (rows) => {
      meet({}, rows);
      await loadFirst();
      await person.scrollToEnd();
      expectTheServersList();
      expect(server.asked).toHaveLength(minimum(rows));
    },
  );

  it.each([7, 10, 20, 50])('are the fewest too where %d rows are granted', async (granted) => {
    for (const rows of [0, 19, 20, 21, 59, 60, 61, 100, 101, 333]) {
      meet({ grant: (asked) => Math.min(asked, granted) }, rows);
      await loadFirst();
      await person.scrollToEnd();
      expectTheServersList();
      const first = Math.min(20, granted);
      expect(server.asked).toHaveLength(1 + Math.max(0, Math.ceil((rows - first) / granted)));
    }
  });

  it.each([0, 19, 20, 23, 120, 220, 1000, 10000])(
    'are at most one more for %d rows without a total',
    async (rows) => {
      meet({ total: 'missing' }, rows);
      await loadFirst();
      await person.scrollToEnd();
      expectTheServersList();
      expect(server.asked.length).toBeLessThanOrEqual(minimum(rows) + 1);
    },
  );

  it.each([21, 120, 1000, 10000])(
    'are at most one more for %d rows that come oldest first',
    async (rows) => {
      meet({ order: 'ignored' }, rows);
      await loadFirst();
      expect(person.paging.state.items[0]).toEqual(server.list()[0]);
      expect(server.asked).toHaveLength(2);
      await person.scrollToEnd();
      expectTheServersList();
      expect(server.asked.length).toBeLessThanOrEqual(minimum(rows) + 1);
    },
  );

  it('are at most two in flight, and no more in all, when two pages are wanted', async () => {
    meet({}, 10000);
    await loadFirst();
    await person.scrollToEnd(2);
    expectTheServersList();
    expect(server.mostInFlight).toBe(2);
    expect(server.asked).toHaveLength(minimum(10000));
  });

  it('are asked for while another is on its way, when it turns out to be too few', async () => {
    meet({}, 1000);
    await loadFirst();
    void person.loadMore();
    const { length } = server.asked;
    void person.loadMore(2);
    expect(server.asked).toHaveLength(length + 1);
    await person.wait();
    expect(person.paging.state.confirmed).toBe(220);
    await person.scrollToEnd(2);
    expectTheServersList();
    expect(server.mostInFlight).toBe(2);
    expect(server.asked).toHaveLength(minimum(1000));
  });

  it('find the newest of 10,000 rows without a total in a few steps', async () => {
    meet({ order: 'ignored', total: 'missing' }, 10000);
    await loadFirst();
    expect(person.paging.state.items[0]).toEqual(server.list()[0]);
    expect(server.asked.length).toBeLessThanOrEqual(17);
  });
});

describe('a repair', () => {
  async function loadThousand(): Promise<void> {
    meet({}, 2000);
    await loadFirst();
    for (let i = 0; i < 10; i++) {
      void person.loadMore();
      await person.wait();
    }
  }

  it.each([
    ['a new row', () => void server.insert(), 1],
    ['a row that vanished far up', () => server.remove(17), 5],
    ['a row that vanished in the middle', () => server.remove(512), 5],
    ['the last row read vanished', () => server.remove(person.keys.length - 1), 1],
  ])('of %s takes %#', async (_, move, extra) => {
    await loadThousand();
    move();
    const before = server.asked.length;
    void person.loadMore();
    await person.wait();
    const { items } = person.paging.state;
    expect(items).toEqual(server.list().slice(0, items.length));
    expect(server.asked.length - before).toBeLessThanOrEqual(1 + extra);
  });
});
