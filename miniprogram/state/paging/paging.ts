import { createListLoader, type ListLoader } from './list-loader';
import { mergeListLoaders } from './merged';
import type { Compare, FetchPage } from './page';
import type { PagingPhase, PagingState } from './paging-state';
import { createRuns } from './runs';

export type { Compare, FetchPage, Page, PageRange } from './page';

/** One source, or several that are merged into one list. */
export type Source<Item> = FetchPage<Item> | readonly FetchPage<Item>[];

/** What a paged list is made of. */
export interface PagingOptions<Item> {
  /** Where items come from; several sources make one list, which needs `compare`. */
  readonly fetchPage: Source<Item>;
  /** Names an item: no key is in the list twice. */
  readonly keyOf: (item: Item) => string;
  /** Display order, newest first. Without it the source's order counts, and is taken for that. */
  readonly compare?: Compare<Item>;
  /** Whether two items of one key show the same, so that the older object stays; identity unless told. */
  readonly sameItem?: (a: Item, b: Item) => boolean;
  /** Items of the first page; 20 unless told. */
  readonly limit?: number;
  /** Items of a later page, where the source grants them; 100 unless told. */
  readonly laterLimit?: number;
}

/**
 * A list that is read page by page, newest first, and stays true while the source moves. Its promises
 * never reject: they resolve when the run has landed, failed or was superseded, and the outcome is in
 * `state`.
 */
export interface Paging<Item> {
  readonly state: PagingState<Item>;
  /** How many items a later page brings, as far as is known. */
  readonly pageSize: number;
  /** Calls `listener` after every change; returns what ends that. */
  subscribe(listener: (state: PagingState<Item>) => void): () => void;
  /**
   * Reads the first page anew and keeps the list until it is there; supersedes any running run. What is
   * below that page stays as it was, and is read again when `loadMore` comes to it.
   */
  refresh(): Promise<void>;
  /**
   * Like `refresh` for a person who comes back to where they were: what is below the first page counts
   * as current, unless the answer speaks against it. While a first page is on its way, returns that run.
   */
  recheck(): Promise<void>;
  /**
   * Reads the page after what is current. While a run is under way, returns that run's promise; one that
   * reads pages already then reads as many from there as are wanted now.
   *
   * @param pages - How many pages to read, two at a time; 1 unless told.
   */
  loadMore(pages?: number): Promise<void>;
  /** Repeats what failed at its own place; does nothing when nothing did. */
  retry(): Promise<void>;
  /** Exchanges one item in its place, if the list has its key. */
  patch(item: Item): void;
  /** Takes one item out that the source no longer has. */
  remove(key: string): void;
  /** Another query or another user: empties the list, supersedes any run and reads the first page. */
  replaceSource(source: Source<Item>): Promise<void>;
  /** Cancels what is running and goes silent for good. */
  dispose(): void;
}

/** Makes an idle list; nothing is read before `refresh` or `loadMore`. */
export function createPaging<Item>(options: PagingOptions<Item>): Paging<Item> {
  const listeners = new Set<(state: PagingState<Item>) => void>();
  const runs = createRuns();
  let loading = loadingOf(options.fetchPage);
  let isFirst = true;
  let believesRest = false;
  let disposed = false;
  let state: PagingState<Item> = {
    phase: 'idle',
    items: [],
    confirmed: 0,
    generation: 0,
    isLast: false,
    reachesEnd: false,
    total: null,
    error: null,
  };

  function loadingOf(source: Source<Item>): ListLoader<Item> {
    const { keyOf, compare = () => 0, sameItem = Object.is } = options;
    const { limit = 20, laterLimit = 100 } = options;
    const traits = { keyOf, compare, sameItem };
    const load = (fetchPage: FetchPage<Item>) =>
      createListLoader({ ...traits, fetchPage, limit, laterLimit });
    return typeof source === 'function' ? load(source) : mergeListLoaders(source.map(load), traits);
  }

  function publish(phase: PagingPhase, error: unknown = null, generation = state.generation): void {
    const { items, confirmed, total, isLast, reachesEnd } = loading;
    state = { phase, items, confirmed, generation, isLast, reachesEnd, total, error };
    listeners.forEach((listener) => listener(state));
  }

  const done = (isReplaced: boolean) =>
    publish('ready', null, state.generation + (isReplaced ? 1 : 0));

  function head(believing: boolean): Promise<void> {
    if (disposed) return Promise.resolve();
    believesRest = believing;
    const run = runs.start(
      (signal) => loading.head(believing, signal),
      (isReplaced) => {
        isFirst = false;
        done(isReplaced);
      },
      (error) => publish(isFirst ? 'failed' : 'refresh-failed', error),
    );
    publish(isFirst ? 'loading' : 'refreshing');
    return run;
  }

  function loadMore(pages = 1): Promise<void> {
    if (runs.settled) {
      loading.want(pages);
      return runs.settled;
    }
    if (isFirst) return head(false);
    if (disposed || loading.isLast) return Promise.resolve();
    const run = runs.start(
      (signal) => loading.append(pages, signal, () => signal.cancelled || publish('appending')),
      done,
      (error) => publish('append-failed', error),
    );
    publish('appending');
    return run;
  }

  return {
    get state() {
      return state;
    },
    get pageSize() {
      return loading.pageSize;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => head(false),
    recheck() {
      const { phase } = state;
      const isOnItsWay = phase === 'loading' || phase === 'refreshing';
      return isOnItsWay && runs.settled ? runs.settled : head(true);
    },
    loadMore,
    retry() {
      if (state.phase === 'append-failed') return loadMore();
      if (state.phase === 'failed' || state.phase === 'refresh-failed') return head(believesRest);
      return runs.settled ?? Promise.resolve();
    },
    patch(item) {
      if (!disposed && loading.patch(item)) publish(state.phase, state.error);
    },
    remove(key) {
      if (!disposed && loading.remove(key)) publish(state.phase, state.error);
    },
    replaceSource(source) {
      if (disposed) return Promise.resolve();
      runs.cancel();
      loading = loadingOf(source);
      isFirst = true;
      state = { ...state, items: [], generation: state.generation + 1 };
      return head(false);
    },
    dispose() {
      disposed = true;
      listeners.clear();
      runs.cancel();
    },
  };
}
