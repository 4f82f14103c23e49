import { createEvent } from '../../core/event';
import { createListLoader, type ListLoader } from './list-loader';
import type * as merging from './merged';
import type { PagingPhase, PagingState } from './paging-state';
import { createRuns } from './runs';
import type { Compare, ItemTraits, Source } from './source';

/** What a paged list is made of. */
export interface PagingOptions<Item> extends Pick<ItemTraits<Item>, 'keyOf'> {
  /** Where the items come from. Several sources make one list, which needs `compare`. */
  readonly sources: readonly Source<Item>[];
  /**
   * Display order, newest first.
   *
   * @default the order of the source, which is taken for that
   */
  readonly compare?: Compare<Item>;
  /** @default Object.is */
  readonly sameItem?: ItemTraits<Item>['sameItem'];
  readonly isPlaced?: ItemTraits<Item>['isPlaced'];
  readonly isOlder?: ItemTraits<Item>['isOlder'];
  /**
   * Rows of the first page.
   *
   * @default 20
   */
  readonly limit?: number;
  /**
   * Rows of a later page, where the source grants them.
   *
   * @default 100
   */
  readonly laterLimit?: number;
}

/**
 * A list that is read page by page, newest first, and stays correct while the source changes. Its
 * promises never reject: they resolve when the run has succeeded, failed or was superseded, and `state`
 * has the outcome.
 */
export interface Paging<Item> {
  readonly state: PagingState<Item>;
  /** Number of rows in a later page, as far as is known. */
  readonly pageSize: number;
  /** Calls `listener` after every change. @returns A function that removes it. */
  subscribe(listener: (state: PagingState<Item>) => void): () => void;
  /**
   * Reads the first page again and keeps the list until it arrives; supersedes any current run. The rows
   * below that page stay as they were and are read again by `loadMore`.
   */
  refresh(): Promise<void>;
  /**
   * Like `refresh`, for a user who returns to the list: the rows below the first page stay current,
   * unless the answer shows that they are not. While a first page is under way, returns that run.
   */
  recheck(): Promise<void>;
  /**
   * Reads the page after the current rows. During a run, returns the promise of that run, which then
   * reads at least `pages` more pages if it reads later pages.
   *
   * @param pages - Pages to read, two at a time.
   * @default 1
   */
  loadMore(pages?: number): Promise<void>;
  /** Repeats the run that failed; does nothing when none did. */
  retry(): Promise<void>;
  /**
   * Replaces one item, if the list has its key and no newer state of it. A page that is on its way does not undo it
   * with an older state.
   */
  patch(item: Item): void;
  /** Removes one item that the source no longer has; also when a page on its way still has it. */
  remove(key: string): void;
  /** For another query or another user: empties the list, supersedes any run and reads the first page. */
  replaceSource(sources: readonly Source<Item>[]): Promise<void>;
  /** Cancels the current run; from then on nothing is read and no listener is called. */
  dispose(): void;
}

/** Creates an idle list, which reads nothing before `refresh` or `loadMore`. */
export function createPaging<Item>(options: PagingOptions<Item>): Paging<Item> {
  const changed = createEvent<PagingState<Item>>();
  const runs = createRuns();
  let loader = loaderOf(options.sources);
  let isFirst = true;
  let keepsRest = false;
  let disposed = false;
  /** Changes of single items during a run, which are made once more after it: its pages may be older. */
  let changes: (() => boolean)[] = [];
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

  function loaderOf(sources: readonly Source<Item>[]): ListLoader<Item> {
    const { keyOf, compare = () => 0, sameItem = Object.is } = options;
    const { limit = 20, laterLimit = 100 } = options;
    const { isPlaced, isOlder } = options;
    const traits = {
      ...{ keyOf, compare, sameItem },
      ...(isPlaced && { isPlaced }),
      ...(isOlder && { isOlder }),
    };
    const merged = sources.map(({ fetchPage, limit: first = limit, ...shown }) => ({
      ...shown,
      loader: createListLoader(fetchPage, traits, { limit: first, laterLimit }),
    }));
    const [only, ...others] = merged;
    const isPlain = only && others.length === 0 && !only.isShown;
    if (isPlain) return only.loader;
    const { mergeLoaders } = require('./merged') as typeof merging;
    return mergeLoaders(merged, traits);
  }

  function publish(phase: PagingPhase, error: unknown = null, generation = state.generation): void {
    const { items, confirmed, total, isLast, reachesEnd } = loader;
    state = { phase, items, confirmed, generation, isLast, reachesEnd, total, error };
    changed.emit(state);
  }

  const repeatChanges = () => changes.forEach((change) => change());

  function publishPage(): void {
    repeatChanges();
    publish('appending');
  }

  function end(phase: PagingPhase, error?: unknown, generation?: number): void {
    repeatChanges();
    // Before the listeners are called: they may start the next run and change items during it.
    changes = [];
    publish(phase, error, generation);
  }

  const done = (isReplaced: boolean) => end('ready', null, state.generation + (isReplaced ? 1 : 0));

  /** Makes a change of a single item. */
  function make(change: () => boolean): void {
    if (disposed) return;
    if (runs.settled) changes.push(change);
    if (change()) publish(state.phase, state.error);
  }

  function head(keeping: boolean): Promise<void> {
    if (disposed) return Promise.resolve();
    keepsRest = keeping;
    const run = runs.start(
      (signal) => loader.head(keeping, signal),
      (isReplaced) => {
        isFirst = false;
        done(isReplaced);
      },
      (error) => end(isFirst ? 'failed' : 'refresh-failed', error),
    );
    publish(isFirst ? 'loading' : 'refreshing');
    return run;
  }

  function loadMore(pages = 1): Promise<void> {
    if (runs.settled) {
      loader.want(pages);
      return runs.settled;
    }
    if (isFirst) return head(false);
    if (disposed || loader.isLast) return Promise.resolve();
    const run = runs.start(
      (signal) => loader.append(pages, signal, () => signal.cancelled || publishPage()),
      done,
      (error) => end('append-failed', error),
    );
    publish('appending');
    return run;
  }

  return {
    get state() {
      return state;
    },
    get pageSize() {
      return loader.pageSize;
    },
    subscribe: changed.subscribe,
    refresh: () => head(false),
    recheck() {
      const { phase } = state;
      const isUnderWay = phase === 'loading' || phase === 'refreshing';
      return isUnderWay && runs.settled ? runs.settled : head(true);
    },
    loadMore,
    retry() {
      if (state.phase === 'append-failed') return loadMore();
      if (state.phase === 'failed' || state.phase === 'refresh-failed') return head(keepsRest);
      return runs.settled ?? Promise.resolve();
    },
    patch: (item) => make(() => loader.patch(item)),
    remove: (key) => make(() => loader.remove(key)),
    replaceSource(sources) {
      if (disposed) return Promise.resolve();
      loader = loaderOf(sources);
      changes = [];
      isFirst = true;
      state = { ...state, generation: state.generation + 1 };
      return head(false);
    },
    dispose() {
      disposed = true;
      changed.clear();
      runs.cancel();
    },
  };
}
