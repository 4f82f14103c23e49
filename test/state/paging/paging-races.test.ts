import { WELL_BEHAVED, MovingServer, type ServerHabits } from '../support/moving-server';
import { Person } from '../support/person';
import { virtualClock, type VirtualClock } from '../support/virtual-clock';

let clock: VirtualClock;
let server: MovingServer;
let person: Person;

function startWith(habits: Partial<ServerHabits>, rows: number): void {
  clock = virtualClock();
  server = new MovingServer(clock, { ...WELL_BEHAVED, ...habits }).fill(rows);
  person = new Person(server, clock);
}

async function loadFirst(): Promise<void> {
  void person.refresh();
  await person.wait();
}

/** Sets how long the next requests take, in milliseconds and in their order. */
function latencies(...ms: number[]): void {
  server.nextConditions = () => ({ latency: ms.shift() ?? 100, fails: false });
}

function failNext(): void {
  let fails = true;
  server.nextConditions = () => {
    const conditions = { latency: 100, fails };
    fails = false;
    return conditions;
  };
}

const expectServerList = () => expect(person.paging.state.items).toEqual(server.shown(person.tab));

describe.each<[string, Partial<ServerHabits>]>([
  ['newest first', {}],
  ['newest first, without totals', { total: 'missing' }],
  ['oldest first', { order: 'ignored' }],
  ['at most 7 at a time', { grant: (asked) => Math.min(asked, 7) }],
])('a server that gives rows %s', (_, habits) => {
  beforeEach(() => startWith(habits, 223));

  it('tab race: drops the slow answer of the old tab', async () => {
    server.fill(31, 'paid');
    latencies(1000, 100);
    void person.refresh();
    void person.switchTo('paid');
    await person.wait();
    expect(person.paging.state).toMatchObject({ phase: 'ready' });
    await person.scrollToEnd();
    expectServerList();
  });

  it('append, then tab: drops the page of the old tab', async () => {
    server.fill(31, 'paid');
    await loadFirst();
    latencies(1000, 50);
    void person.loadMore();
    void person.switchTo('paid');
    expect(person.keys).toEqual([]);
    await person.wait();
    await person.scrollToEnd();
    expectServerList();
    expect(person.unsettled()).toBe(0);
  });

  it('double trigger: makes one request of two calls', async () => {
    await loadFirst();
    const before = server.asked.length;
    expect(person.paging.loadMore()).toBe(person.paging.loadMore());
    expect(server.asked).toHaveLength(before + 1);
    await person.scrollToEnd();
    expectServerList();
  });

  it('a row leaves between pages: no other is missing', async () => {
    await loadFirst();
    void person.loadMore();
    await person.wait();
    server.remove(3);
    await person.scrollToEnd();
    expectServerList();
  });

  it('a failed page: is read again at its offset', async () => {
    await loadFirst();
    failNext();
    void person.loadMore();
    await person.wait();
    expect(person.paging.state).toMatchObject({ phase: 'append-failed', isLast: false });
    void person.retry();
    await person.scrollToEnd();
    expectServerList();
  });

  it('refresh during append: drops the page and completes the list', async () => {
    await loadFirst();
    latencies(1000, 100);
    void person.loadMore();
    void person.refresh();
    await person.wait();
    await person.scrollToEnd();
    expectServerList();
    expect(person.unsettled()).toBe(0);
  });

  it('recheck: keeps the same array', async () => {
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

  it('end detection: requests nothing after the end', async () => {
    await loadFirst();
    await person.scrollToEnd();
    expectServerList();
    expect(person.paging.state.isLast).toBe(true);
    const before = server.asked.length;
    await person.loadMore();
    expect(server.asked).toHaveLength(before);
  });
});

describe.each<[string, Partial<ServerHabits>]>([
  ['newest first', {}],
  ['newest first, without totals', { total: 'missing' }],
  ['oldest first', { order: 'ignored' }],
])('a row inserted between pages, by a server that gives rows %s', (_, habits) => {
  it('is shown on top, and no row twice', async () => {
    startWith(habits, 223);
    await loadFirst();
    void person.loadMore();
    await person.wait();
    server.insert();
    await person.scrollToEnd();
    expectServerList();
  });
});

describe('requests', () => {
  const minimum = (rows: number) => 1 + Math.max(0, Math.ceil((rows - 20) / 100));

  it.each([0, 1, 19, 20, 21, 23, 119, 120, 121, 219, 220, 221, 1000, 10000])(
    'the number of requests is the minimum for %d rows',
    async (rows) => {
      startWith({}, rows);
      await loadFirst();
      await person.scrollToEnd();
      expectServerList();
      expect(server.asked).toHaveLength(minimum(rows));
    },
  );

  it.each([7, 10, 20, 50])(
    'the number of requests is the minimum where %d rows are granted',
    async (granted) => {
      for (const rows of [0, 19, 20, 21, 59, 60, 61, 100, 101, 333]) {
        startWith({ grant: (asked) => Math.min(asked, granted) }, rows);
        await loadFirst();
        await person.scrollToEnd();
        expectServerList();
        const first = Math.min(20, granted);
        expect(server.asked).toHaveLength(1 + Math.max(0, Math.ceil((rows - first) / granted)));
      }
    },
  );

  it.each([0, 19, 20, 23, 120, 220, 1000, 10000])(
    'at most one more request is made for %d rows without a total',
    async (rows) => {
      startWith({ total: 'missing' }, rows);
      await loadFirst();
      await person.scrollToEnd();
      expectServerList();
      expect(server.asked.length).toBeLessThanOrEqual(minimum(rows) + 1);
    },
  );

  it.each([21, 120, 1000, 10000])(
    'at most one more request is made for %d rows that come oldest first',
    async (rows) => {
      startWith({ order: 'ignored' }, rows);
      await loadFirst();
      expect(person.paging.state.items[0]).toEqual(server.list()[0]);
      expect(server.asked).toHaveLength(2);
      await person.scrollToEnd();
      expectServerList();
      expect(server.asked.length).toBeLessThanOrEqual(minimum(rows) + 1);
    },
  );

  it('two wanted pages mean at most two requests in flight, and not more in total', async () => {
    startWith({}, 10000);
    await loadFirst();
    await person.scrollToEnd(2);
    expectServerList();
    expect(server.mostInFlight).toBe(2);
    expect(server.asked).toHaveLength(minimum(10000));
  });

  it('a request starts while another is in flight when more pages are wanted', async () => {
    startWith({}, 1000);
    await loadFirst();
    void person.loadMore();
    const { length } = server.asked;
    void person.loadMore(2);
    expect(server.asked).toHaveLength(length + 1);
    await person.wait();
    expect(person.paging.state.confirmed).toBe(220);
    await person.scrollToEnd(2);
    expectServerList();
    expect(server.mostInFlight).toBe(2);
    expect(server.asked).toHaveLength(minimum(1000));
  });

  it('no request is made for a run that a refresh has superseded', async () => {
    startWith({}, 1000);
    await loadFirst();
    void person.loadMore();
    void person.refresh();
    const { length } = server.asked;
    void person.loadMore(2);
    expect(server.asked).toHaveLength(length);
    await person.wait();
    await person.scrollToEnd();
    expectServerList();
  });

  it('a few requests find the newest of 10,000 rows without a total', async () => {
    startWith({ order: 'ignored', total: 'missing' }, 10000);
    await loadFirst();
    expect(person.paging.state.items[0]).toEqual(server.list()[0]);
    expect(server.asked.length).toBeLessThanOrEqual(17);
  });
});

describe('reconciling', () => {
  async function loadThousand(): Promise<void> {
    startWith({}, 2000);
    await loadFirst();
    for (let i = 0; i < 10; i++) {
      void person.loadMore();
      await person.wait();
    }
  }

  it.each([
    ['a new row', () => void server.insert(), 1],
    ['a row that left far up', () => server.remove(17), 5],
    ['a row that left in the middle', () => server.remove(512), 5],
    ['the last row read, which left', () => server.remove(person.keys.length - 1), 1],
  ])('%s takes few requests', async (_, move, extra) => {
    await loadThousand();
    move();
    const before = server.asked.length;
    void person.loadMore();
    await person.wait();
    const { items } = person.paging.state;
    expect(items).toEqual(server.list().slice(0, items.length));
    expect(server.asked.length - before).toBeLessThanOrEqual(1 + extra);
  });

  /** Lets something happen during a request of the reconciliation, the first of which is number 1. */
  function during(request: number, happens: () => void): void {
    let nth = -1;
    server.nextConditions = () => {
      if (++nth === request) happens();
      return { latency: 100, fails: false };
    };
  }

  const everyRequest = [1, 2, 3, 4];

  it.each(everyRequest)('begins again when a payment is added during request %s', async (nth) => {
    await loadThousand();
    server.remove(512);
    during(nth, () => void server.insert());
    void person.loadMore();
    await person.wait();
    const { items, confirmed } = person.paging.state;
    expect(items.slice(0, confirmed)).toEqual(server.list().slice(0, confirmed));
    await person.scrollToEnd();
    expectServerList();
  });

  it.each(everyRequest)('begins again when a row is removed during request %s', async (nth) => {
    await loadThousand();
    server.remove(512);
    // The server removes it too, but not before it has answered.
    during(nth, () => person.paging.remove(person.keys[100] ?? ''));
    void person.loadMore();
    await person.wait();
    server.remove(100);
    await person.scrollToEnd();
    expectServerList();
  });
});
