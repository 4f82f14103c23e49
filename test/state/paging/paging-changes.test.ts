import { createPaging, type Paging } from '../../../miniprogram/state/paging/paging';
import { manualSource } from '../support/manual-source';
import { settle } from '../support/virtual-clock';

describe('replacing the source', () => {
  it('empties the list at once and reads the first page of the new source', async () => {
    const source = manualSource();
    const paging = createPaging({ ...source, keyOf: (item) => item });
    void paging.refresh();
    await source.question(0).answer(['a', 'b', 'c']);
    const { generation } = paging.state;
    const other = manualSource();
    void paging.replaceSource(other.sources);
    expect(paging.state).toMatchObject({ phase: 'loading', items: [], isLast: false, total: null });
    expect(paging.state.generation).toBe(generation + 1);
    await other.question(0).answer(['z']);
    expect(paging.state).toMatchObject({ phase: 'ready', items: ['z'], isLast: true });
  });
});

describe('a single item that changes while a page is on its way', () => {
  interface Versioned {
    readonly id: string;
    readonly version: number;
  }
  const versions = (...all: number[]): Versioned[] =>
    all.map((version, nth) => ({ id: `${nth}`, version }));

  function start() {
    const answers: ((rows: readonly Versioned[]) => Promise<unknown>)[] = [];
    const list = createPaging<Versioned>({
      sources: [
        {
          fetchPage: () =>
            new Promise((resolve) => {
              answers.push((rows) => {
                resolve({ rows, isLast: true, limit: 20, totalCount: rows.length });
                return settle();
              });
            }),
        },
      ],
      keyOf: ({ id }) => id,
      sameItem: (a, b) => a.version === b.version,
      isOlder: (a, b) => a.version < b.version,
    });
    void list.refresh();
    return { list, answers };
  }

  it('stays changed, also where the list did not have it before', async () => {
    const { list, answers } = start();
    list.patch({ id: '1', version: 2 });
    await answers[0]?.(versions(1, 1, 1));
    expect(list.state.items).toEqual(versions(1, 2, 1));
  });

  it('is not replaced by an older state', async () => {
    const { list, answers } = start();
    await answers[0]?.(versions(1, 3, 1));
    list.patch({ id: '1', version: 2 });
    expect(list.state.items).toEqual(versions(1, 3, 1));
  });

  it('takes what the page has when that is newer', async () => {
    const { list, answers } = start();
    list.patch({ id: '1', version: 2 });
    await answers[0]?.(versions(1, 3, 1));
    expect(list.state.items).toEqual(versions(1, 3, 1));
  });

  it('stays removed', async () => {
    const { list, answers } = start();
    await answers[0]?.(versions(1, 1, 1));
    void list.refresh();
    list.remove('1');
    await answers[1]?.(versions(1, 1, 1));
    expect(list.state.items.map(({ id }) => id)).toEqual(['0', '2']);
    expect(list.state.total).toBe(2);
  });

  it('stays changed also where the page fails', async () => {
    const list = createPaging<Versioned>({
      sources: [{ fetchPage: () => pages.shift() ?? Promise.reject(new Error('no answer')) }],
      keyOf: ({ id }) => id,
    });
    const page = { rows: versions(1, 1), isLast: false, limit: 2, totalCount: 4 };
    const pages = [Promise.resolve(page)];
    await list.refresh();
    const more = list.loadMore();
    list.patch({ id: '1', version: 2 });
    await more;
    expect(list.state).toMatchObject({ phase: 'append-failed', items: versions(1, 2) });
  });

  it('stays changed while the next page of the same run is on its way', async () => {
    const answers: ((rows: readonly Versioned[]) => Promise<unknown>)[] = [];
    const list = createPaging<Versioned>({
      sources: [
        {
          fetchPage: ({ limit }) =>
            new Promise((resolve) => {
              answers.push((rows) => {
                resolve({ rows, isLast: false, limit, totalCount: 6 });
                return settle();
              });
            }),
        },
      ],
      keyOf: ({ id }) => id,
      limit: 2,
      laterLimit: 2,
    });
    const rows = versions(1, 1, 1, 1, 1, 1);
    void list.refresh();
    await answers[0]?.(rows.slice(0, 2));
    void list.loadMore(2);
    await settle();
    list.patch({ id: '3', version: 2 });
    await answers[1]?.(rows.slice(2, 4));
    expect(list.state).toMatchObject({ phase: 'appending', items: versions(1, 1, 1, 2) });
  });

  it('stays changed where it changes in a run that a listener has started', async () => {
    const { list, answers } = start();
    let isDue = true;
    list.subscribe(({ phase }) => {
      if (phase !== 'ready' || !isDue) return;
      isDue = false;
      void list.refresh();
      list.patch({ id: '1', version: 2 });
    });
    await answers[0]?.(versions(1, 1));
    await answers[1]?.(versions(1, 1));
    expect(list.state).toMatchObject({ phase: 'ready', items: versions(1, 2) });
  });

  it('is not in the list of another source', async () => {
    const { list, answers } = start();
    list.patch({ id: '1', version: 2 });
    void list.replaceSource([
      {
        fetchPage: () =>
          Promise.resolve({ rows: versions(1, 1), isLast: true, limit: 20, totalCount: 2 }),
      },
    ]);
    await settle();
    await answers[0]?.(versions(1, 1, 1));
    expect(list.state.items).toEqual(versions(1, 1));
  });
});

describe('a single item', () => {
  interface Named {
    readonly id: string;
    readonly text: string;
  }
  const named = (id: string, text = ''): Named => ({ id, text });
  let list: Paging<Named>;

  beforeEach(async () => {
    const page = { isLast: true, limit: 3, totalCount: 3 };
    const rows = () => ['a', 'b', 'c'].map((id) => named(id));
    list = createPaging({
      sources: [{ fetchPage: () => Promise.resolve({ ...page, rows: rows() }) }],
      keyOf: (item) => item.id,
      sameItem: (a, b) => a.text === b.text,
    });
    await list.refresh();
  });

  it('is replaced at its position, and the others stay the same objects', () => {
    const [a, , c] = list.state.items;
    list.patch(named('b', 'refunded'));
    expect(list.state.items).toEqual([named('a'), named('b', 'refunded'), named('c')]);
    expect(list.state.items[0]).toBe(a);
    expect(list.state.items[2]).toBe(c);
  });

  it('that looks the same changes nothing', () => {
    const { items } = list.state;
    list.patch(named('b'));
    expect(list.state.items).toBe(items);
  });

  it('that looks the same after a refresh stays the same object', async () => {
    list.patch(named('b', 'refunded'));
    const [a, b] = list.state.items;
    await list.refresh();
    expect(list.state.items[0]).toBe(a);
    expect(list.state.items[1]).not.toBe(b);
  });

  it('that is not in the list is not added', () => {
    list.patch(named('x'));
    list.remove('x');
    expect(list.state.items).toHaveLength(3);
  });

  it('is removed from the list and from the total', () => {
    list.remove('b');
    expect(list.state).toMatchObject({ total: 2, confirmed: 2, isLast: true });
    expect(list.state.items.map((item) => item.id)).toEqual(['a', 'c']);
  });
});
