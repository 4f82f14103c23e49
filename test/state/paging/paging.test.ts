import { createPaging, type Paging } from '../../../miniprogram/state/paging/paging';
import { canLoadMore } from '../../../miniprogram/state/paging/paging-state';
import { manualSource } from '../support/manual-source';
import { settle } from '../support/virtual-clock';

const LIMIT = 3;
let source: ReturnType<typeof manualSource>;
let paging: Paging<string>;

beforeEach(() => {
  source = manualSource();
  paging = createPaging({ ...source, keyOf: (item) => item, limit: LIMIT, laterLimit: LIMIT });
});

/** Whether the promise has settled by now; it must never reject. */
async function hasSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await settle();
  return settled;
}

async function loadFirstPage(items = ['a', 'b', 'c']): Promise<void> {
  void paging.refresh();
  await source.question(source.questions.length - 1).answer(items);
}

describe('the first page', () => {
  it('is not requested before refresh or loadMore', () => {
    expect(paging.state).toMatchObject({ phase: 'idle', items: [], error: null });
    expect(source.questions).toHaveLength(0);
  });

  it('is requested at offset 0, newest first, with the page size', () => {
    void paging.refresh();
    expect(paging.state.phase).toBe('loading');
    expect(source.question(0).range).toEqual({ offset: 0, limit: 3, order: 'newest-first' });
  });

  it('is read by loadMore when nothing is loaded', async () => {
    void paging.loadMore();
    await source.question(0).answer(['a', 'b', 'c'], { totalCount: 7 });
    expect(paging.state).toMatchObject({ phase: 'ready', items: ['a', 'b', 'c'], total: 7 });
    expect(canLoadMore(paging.state)).toBe(true);
    expect(paging.state.reachesEnd).toBe(false);
  });

  it('that is empty makes an empty list', async () => {
    await loadFirstPage([]);
    expect(paging.state).toMatchObject({ phase: 'ready', items: [], isLast: true });
  });

  it('that fails leaves its error, and not an empty list', async () => {
    const error = new Error('no network');
    void paging.refresh();
    await source.question(0).fail(error);
    expect(paging.state).toMatchObject({ phase: 'failed', error, items: [], isLast: false });
    expect(canLoadMore(paging.state)).toBe(false);
  });

  it('is read again by retry after it failed', async () => {
    void paging.refresh();
    await source.question(0).fail(new Error('no network'));
    void paging.retry();
    expect(paging.state).toMatchObject({ phase: 'loading', error: null });
    await source.question(1).answer(['a']);
    expect(paging.state).toMatchObject({ phase: 'ready', items: ['a'], isLast: true });
  });

  it('fails when the source throws synchronously', async () => {
    const broken = createPaging<string>({
      sources: [
        {
          fetchPage: () => {
            throw new Error('not configured');
          },
        },
      ],
      keyOf: (item) => item,
      limit: LIMIT,
    });
    await broken.refresh();
    expect(broken.state).toMatchObject({ phase: 'failed', error: new Error('not configured') });
  });
});

describe('the following pages', () => {
  it('a page repeats one known row where nothing else would show that the list has moved', async () => {
    await loadFirstPage();
    void paging.loadMore();
    expect(paging.state).toMatchObject({ phase: 'appending', reachesEnd: false });
    expect(source.question(1).range).toMatchObject({ offset: 2, limit: 3 });
    await source.question(1).answer(['c', 'd']);
    expect(paging.state).toMatchObject({ items: ['a', 'b', 'c', 'd'], isLast: true });
    expect(paging.state.reachesEnd).toBe(true);
  });

  it('a page repeats no row where that would cost one more request', async () => {
    void paging.refresh();
    await source.question(0).answer(['a', 'b', 'c'], { totalCount: 6 });
    void paging.loadMore();
    expect(source.question(1).range).toMatchObject({ offset: 3, limit: 3 });
    await source.question(1).answer(['d', 'e', 'f'], { totalCount: 6 });
    expect(paging.state).toMatchObject({ items: [...'abcdef'], isLast: true });
  });

  it('later pages have the larger size', async () => {
    paging = createPaging({ ...source, keyOf: (item) => item });
    void paging.refresh();
    expect(source.question(0).range.limit).toBe(20);
    const rows = [...'abcdefghijklmnopqrst'];
    await source.question(0).answer(rows, { limit: 20, isLast: false, totalCount: 300 });
    void paging.loadMore();
    expect(source.question(1).range).toMatchObject({ offset: 20, limit: 100 });
    expect(paging.pageSize).toBe(100);
  });

  it('a page uses the limit that the source granted, not the requested one', async () => {
    void paging.refresh();
    await source.question(0).answer(['a', 'b'], { limit: 2, isLast: false, totalCount: 6 });
    void paging.loadMore();
    expect(source.question(1).range).toMatchObject({ offset: 2, limit: 2 });
  });

  it('loading continues past rows that could not be read', async () => {
    void paging.refresh();
    await source.question(0).answer(['a', null, null], { limit: 3, isLast: false });
    void paging.loadMore();
    expect(source.question(1).range.offset).toBe(3);
  });

  it('loading ends when the source grants nothing and says that it has more', async () => {
    void paging.refresh();
    await source.question(0).answer([], { limit: 0, isLast: false });
    expect(canLoadMore(paging.state)).toBe(false);
  });

  it('no page is requested after the last one', async () => {
    await loadFirstPage(['a']);
    expect(canLoadMore(paging.state)).toBe(false);
    await paging.loadMore();
    expect(source.questions).toHaveLength(1);
  });

  it('a row that a page has twice is dropped', async () => {
    await loadFirstPage();
    void paging.loadMore();
    await source.question(1).answer(['c', 'd', 'd']);
    expect(paging.state.items).toEqual(['a', 'b', 'c', 'd']);
  });

  it('an added page keeps the generation, because it only adds rows', async () => {
    await loadFirstPage();
    const { generation } = paging.state;
    void paging.loadMore();
    await source.question(1).answer(['c', 'd']);
    expect(paging.state.generation).toBe(generation);
  });

  it('loading ends when the source gives the same page at every offset', async () => {
    await loadFirstPage();
    for (let i = 1; canLoadMore(paging.state); i++) {
      expect(i).toBeLessThan(20);
      void paging.loadMore();
      while (paging.state.phase === 'appending') {
        await source.question(source.questions.length - 1).answer(['a', 'b', 'c']);
      }
    }
    expect(paging.state).toMatchObject({ items: ['a', 'b', 'c'], isLast: true });
  });
});

describe('a page that failed', () => {
  beforeEach(async () => {
    await loadFirstPage();
    void paging.loadMore();
    await source.question(1).fail(new Error('reset'));
  });

  it('keeps the list and stops scrolling from loading more', () => {
    expect(paging.state).toMatchObject({ phase: 'append-failed', items: ['a', 'b', 'c'] });
    expect(canLoadMore(paging.state)).toBe(false);
  });

  it.each(['retry', 'loadMore'] as const)(
    'is requested again by %s, at the same offset',
    async (way) => {
      void paging[way]();
      expect(source.question(2).range).toEqual(source.question(1).range);
      await source.question(2).answer(['c', 'd']);
      expect(paging.state).toMatchObject({ items: ['a', 'b', 'c', 'd'], error: null });
    },
  );

  it('can still be requested after a refresh has failed too', async () => {
    void paging.refresh();
    await source.question(2).fail(new Error('reset again'));
    expect(paging.state.phase).toBe('refresh-failed');
    void paging.loadMore();
    expect(source.question(3).range.offset).toBe(2);
  });
});

describe('a refresh', () => {
  async function loadTwoPages(): Promise<void> {
    await loadFirstPage();
    void paging.loadMore();
    await source.question(1).answer(['c', 'd', 'e']);
  }

  it('keeps the list until the new first page arrives', async () => {
    await loadFirstPage();
    void paging.refresh();
    expect(paging.state).toMatchObject({ phase: 'refreshing', items: ['a', 'b', 'c'] });
    await source.question(1).answer(['new', 'a', 'b']);
    expect(paging.state).toMatchObject({ phase: 'ready', items: ['new', 'a', 'b', 'c'] });
  });

  it('keeps the rows below its page and reads them again when loadMore comes to them', async () => {
    await loadTwoPages();
    const { generation } = paging.state;
    await loadFirstPage(['new', 'a', 'b']);
    expect(paging.state).toMatchObject({ items: ['new', ...'abcde'], confirmed: 3, generation });
    void paging.loadMore();
    expect(source.question(3).range.offset).toBe(2);
    await source.question(3).answer(['b', 'd', 'e']);
    expect(paging.state).toMatchObject({ items: ['new', ...'abde'], confirmed: 5 });
  });

  it('that changes nothing keeps the same array', async () => {
    await loadTwoPages();
    const { items } = paging.state;
    await loadFirstPage();
    expect(paging.state.items).toBe(items);
  });

  it('removes the rows that have left its page', async () => {
    await loadTwoPages();
    await loadFirstPage(['a', 'c', 'd']);
    expect(paging.state.items).toEqual([...'acde']);
  });

  it('whose page has no row of the list replaces the list', async () => {
    await loadTwoPages();
    const { generation } = paging.state;
    await loadFirstPage(['x', 'y', 'z']);
    expect(paging.state).toMatchObject({ items: [...'xyz'], generation: generation + 1 });
  });

  it('drops all rows below a page that is the last', async () => {
    await loadTwoPages();
    await loadFirstPage(['a']);
    expect(paging.state).toMatchObject({ items: ['a'], isLast: true });
  });

  it('that fails keeps the list and leaves its error', async () => {
    await loadFirstPage();
    const error = new Error('offline');
    void paging.refresh();
    await source.question(1).fail(error);
    expect(paging.state).toMatchObject({ phase: 'refresh-failed', items: ['a', 'b', 'c'], error });
    void paging.retry();
    expect(source.question(2).range.offset).toBe(0);
  });

  it('of an empty list is a refresh, not a first load', async () => {
    await loadFirstPage([]);
    void paging.refresh();
    expect(paging.state.phase).toBe('refreshing');
  });
});

describe('races', () => {
  it('makes one run of two calls of loadMore', async () => {
    await loadFirstPage();
    const one = paging.loadMore();
    const two = paging.loadMore();
    expect(two).toBe(one);
    expect(source.questions).toHaveLength(2);
    await source.question(1).answer(['c', 'd']);
    expect(await hasSettled(two)).toBe(true);
  });

  it('loadMore during a refresh waits for the refresh', async () => {
    await loadFirstPage();
    const refreshed = paging.refresh();
    expect(paging.loadMore()).toBe(refreshed);
    expect(source.questions).toHaveLength(2);
  });

  it('drops an appended page that arrives after a refresh began', async () => {
    await loadFirstPage();
    const append = paging.loadMore();
    void paging.refresh();
    expect(source.question(1).signal.cancelled).toBe(true);
    expect(await hasSettled(append)).toBe(true);
    await source.question(1).answer(['d', 'e', 'f']);
    expect(paging.state).toMatchObject({ phase: 'refreshing', items: ['a', 'b', 'c'] });
    await source.question(2).answer(['x', 'y', 'z']);
    expect(paging.state).toMatchObject({ phase: 'ready', items: ['x', 'y', 'z'] });
  });

  it('drops an appended page that arrives after the refresh landed', async () => {
    await loadFirstPage();
    void paging.loadMore();
    void paging.refresh();
    await source.question(2).answer(['x', 'y', 'z']);
    await source.question(1).answer(['d', 'e', 'f']);
    expect(paging.state.items).toEqual(['x', 'y', 'z']);
    void paging.loadMore();
    expect(source.question(3).range.offset).toBe(2);
  });

  it('drops the failure of a run that a refresh superseded', async () => {
    await loadFirstPage();
    void paging.loadMore();
    void paging.refresh();
    await source.question(1).fail(new Error('too late to matter'));
    expect(paging.state).toMatchObject({ phase: 'refreshing', error: null });
  });

  it('drops a page that was read ahead when a listener refreshes on the page before', async () => {
    void paging.refresh();
    await source.question(0).answer([...'abc'], { totalCount: 9 });
    void paging.loadMore(2);
    await source.question(2).answer([...'ghi'], { totalCount: 9 });
    const stop = paging.subscribe(() => void (stop(), paging.refresh()));
    await source.question(1).answer([...'def'], { totalCount: 9 });
    await source.question(3).fail(new Error('offline'));
    expect(paging.state).toMatchObject({ phase: 'refresh-failed', items: [...'abcdef'] });
  });

  it('takes only the newer of two refreshes, in any order of their answers', async () => {
    await loadFirstPage();
    const older = paging.refresh();
    const newer = paging.refresh();
    await source.question(2).answer(['newest']);
    await source.question(1).answer(['stale']);
    expect(paging.state.items).toEqual(['newest']);
    expect(await hasSettled(older)).toBe(true);
    expect(await hasSettled(newer)).toBe(true);
  });

  it('retry during a run returns that run', async () => {
    const first = paging.refresh();
    expect(paging.retry()).toBe(first);
    await source.question(0).answer(['a']);
    expect(await hasSettled(paging.retry())).toBe(true);
    expect(source.questions).toHaveLength(1);
  });
});

describe('recheck', () => {
  beforeEach(async () => {
    void paging.refresh();
    await source.question(0).answer(['a', 'b', 'c'], { totalCount: 7 });
    void paging.loadMore();
    await source.question(1).answer(['c', 'd', 'e'], { totalCount: 7 });
  });

  it('keeps the rows below the first page current when that page explains the total', async () => {
    void paging.recheck();
    await source.question(2).answer(['new', 'a', 'b'], { totalCount: 8 });
    expect(paging.state).toMatchObject({ items: ['new', ...'abcde'], confirmed: 6, total: 8 });
  });

  it('keeps none of them current when other rows must have moved', async () => {
    void paging.recheck();
    await source.question(2).answer(['new', 'a', 'b'], { totalCount: 7 });
    expect(paging.state).toMatchObject({ items: ['new', ...'abcde'], confirmed: 3 });
  });

  it('during the reading of a first page returns that run', async () => {
    const refreshed = paging.refresh();
    expect(paging.recheck()).toBe(refreshed);
    await source.question(2).answer(['a', 'b', 'c'], { totalCount: 7 });
    expect(source.questions).toHaveLength(3);
  });

  it('that failed is repeated as a recheck by retry', async () => {
    void paging.recheck();
    await source.question(2).fail(new Error('offline'));
    void paging.retry();
    await source.question(3).answer(['a', 'b', 'c'], { totalCount: 7 });
    expect(paging.state).toMatchObject({ phase: 'ready', confirmed: 5 });
  });
});

describe('dispose', () => {
  it('cancels the run in flight, settles its promise and drops its answer', async () => {
    const seen: string[] = [];
    paging.subscribe((state) => seen.push(state.phase));
    const run = paging.refresh();
    paging.dispose();
    expect(source.question(0).signal.cancelled).toBe(true);
    expect(await hasSettled(run)).toBe(true);
    await source.question(0).answer(['a']);
    expect(paging.state.items).toEqual([]);
    expect(seen).toEqual(['loading']);
  });

  it('ends all reading', async () => {
    paging.dispose();
    await Promise.all([paging.refresh(), paging.loadMore(), paging.retry()]);
    expect(source.questions).toHaveLength(0);
  });
});

describe('subscribe', () => {
  it('reports every change in order, with the state at that moment', async () => {
    const seen: string[] = [];
    paging.subscribe((state) => seen.push(`${state.phase} ${state.items.length}`));
    await loadFirstPage();
    void paging.loadMore();
    await source.question(1).fail(new Error('reset'));
    expect(seen).toEqual(['loading 0', 'ready 3', 'appending 3', 'append-failed 3']);
  });

  it('ends by the function that it returns', async () => {
    const seen: string[] = [];
    const stop = paging.subscribe((state) => seen.push(state.phase));
    stop();
    await loadFirstPage();
    expect(seen).toEqual([]);
  });
});
