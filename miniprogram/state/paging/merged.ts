import type { CancelSignal } from '../../core/cancellation';
import { keepIfSame } from './items';
import type { ListLoader } from './list-loader';
import type { ItemTraits, Source } from './source';

/** One of the loaders that are merged. */
export interface MergedLoader<Item> extends Pick<Source<Item>, 'isShown'> {
  readonly loader: ListLoader<Item>;
}

type MergeTraits<Item> = Pick<ItemTraits<Item>, 'keyOf' | 'compare' | 'isPlaced'>;

/** What is loaded of a source, from its top. */
interface Part<Item> extends MergedLoader<Item> {
  readonly items: readonly Item[];
  /** Whether the source has no more. */
  readonly isWhole: boolean;
}

/**
 * Merges several loaders, or one of which not all items are shown, into one list in display order. The
 * list reaches down to where every source has been read, and `append` reads the source that stops it there.
 */
export function mergeLoaders<Item>(
  merged: readonly MergedLoader<Item>[],
  traits: MergeTraits<Item>,
): ListLoader<Item> {
  const loaders = merged.map(({ loader }) => loader);
  let items: readonly Item[] = [];

  const loadedPart = (one: MergedLoader<Item>): Part<Item> => {
    const { items, reachesEnd } = one.loader;
    return { ...one, items, isWhole: reachesEnd };
  };
  const currentPart = (one: MergedLoader<Item>): Part<Item> => {
    const { items, confirmed, isLast } = one.loader;
    return { ...one, items: items.slice(0, confirmed), isWhole: isLast };
  };
  const current = () => mergeParts(merged.map(currentPart), traits);

  return {
    get items() {
      items = keepIfSame(items, mergeParts(merged.map(loadedPart), traits).items);
      return items;
    },
    get confirmed() {
      return current().items.length;
    },
    get total() {
      if (merged.some(({ isShown }) => isShown)) return null;
      let sum: number | null = 0;
      for (const { total } of loaders) sum = sum === null || total === null ? null : sum + total;
      return sum;
    },
    get isLast() {
      return loaders.every(({ isLast }) => isLast);
    },
    get reachesEnd() {
      return loaders.every(({ reachesEnd }) => reachesEnd);
    },
    get pageSize() {
      return Math.max(...loaders.map(({ pageSize }) => pageSize));
    },
    async head(keepsRest: boolean, signal: CancelSignal) {
      const failures: unknown[] = [];
      const replaced = await Promise.all(
        loaders.map((loader) =>
          // On failure, wait for the other responses, so that none of them arrives during a later run.
          loader.head(keepsRest, signal).catch((error: unknown) => {
            failures.push(error);
            return false;
          }),
        ),
      );
      if (failures.length > 0) throw failures[0];
      return replaced.every((isReplaced) => isReplaced);
    },
    async append(pages, signal, onMerged) {
      const { items: before } = current();
      // A page may bring no row that is shown: read on until the list has grown or is complete.
      for (;;) {
        const { items: after, stoppedBy } = current();
        if (!stoppedBy || after.length > before.length) return false;
        const isReplaced = await stoppedBy.append(pages, signal, onMerged);
        if (isReplaced && loaders.length === 1) return true;
      }
    },
    want: (pages) => loaders.forEach((loader) => loader.want(pages)),
    patch: (item) => loaders.filter((loader) => loader.patch(item)).length > 0,
    remove: (key) => loaders.filter((loader) => loader.remove(key)).length > 0,
  };
}

/**
 * Merges parts down to where the first of them ends that is not whole.
 *
 * @returns The shown items, and the loader of that part; null when all parts are whole.
 */
function mergeParts<Item>(
  parts: readonly Part<Item>[],
  { keyOf, compare, isPlaced = () => true }: MergeTraits<Item>,
): { readonly items: Item[]; readonly stoppedBy: ListLoader<Item> | null } {
  const next = parts.map(() => 0);
  const keys = new Set<string>();
  const items: Item[] = [];
  for (;;) {
    let newest: Item | undefined;
    let from = -1;
    for (const [i, { items: candidates, isWhole, loader }] of parts.entries()) {
      const at = next[i] ?? 0;
      const item = candidates[at];
      // What stands below the last placed item is not the next one of its source while that has more.
      const isEnd = item === undefined || (at > 0 && parts.length > 1 && !isPlaced(item));
      if (isEnd && !isWhole) return { items, stoppedBy: loader };
      if (item !== undefined && (newest === undefined || compare(item, newest) < 0)) {
        newest = item;
        from = i;
      }
    }
    if (newest === undefined) return { items, stoppedBy: null };
    next[from] = (next[from] ?? 0) + 1;
    // A row that moved from one source to another may have been read in both.
    if (keys.has(keyOf(newest)) || parts[from]?.isShown?.(newest) === false) continue;
    keys.add(keyOf(newest));
    items.push(newest);
  }
}
