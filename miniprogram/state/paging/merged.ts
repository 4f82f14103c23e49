import type { CancelSignal } from '../../core/cancellation';
import type { ItemTraits } from './item-traits';
import type { ListLoader } from './list-loader';
import { mergeParts, type Part } from './merge-parts';

/**
 * Several sources as one list in display order. Rows are shown only down to where every source has been
 * read, and of the sources only the one that holds the list up there is read further.
 */
export function mergeListLoaders<Item>(
  loadings: readonly ListLoader<Item>[],
  traits: ItemTraits<Item>,
): ListLoader<Item> {
  let shown: readonly Item[] = [];

  const whole = ({ items, reachesEnd }: ListLoader<Item>): Part<Item> => ({
    items,
    ends: reachesEnd,
  });
  const current = ({ items, confirmed, isLast }: ListLoader<Item>): Part<Item> => ({
    items: items.slice(0, confirmed),
    ends: isLast,
  });
  const confirmed = () => mergeParts(loadings.map(current), traits).items.length;

  return {
    get items() {
      const { items } = mergeParts(loadings.map(whole), traits);
      const isSame = items.length === shown.length && items.every((item, i) => item === shown[i]);
      if (!isSame) shown = items;
      return shown;
    },
    get confirmed() {
      return confirmed();
    },
    get total() {
      let sum: number | null = 0;
      for (const { total } of loadings) sum = sum === null || total === null ? null : sum + total;
      return sum;
    },
    get isLast() {
      return loadings.every((loading) => loading.isLast);
    },
    get reachesEnd() {
      return loadings.every((loading) => loading.reachesEnd);
    },
    get pageSize() {
      return Math.max(...loadings.map((loading) => loading.pageSize));
    },
    async head(believesRest: boolean, signal: CancelSignal) {
      const failures: unknown[] = [];
      const replaced = await Promise.all(
        loadings.map((loading) =>
          // A failure waits for the others, so that none of them lands in a later run.
          loading.head(believesRest, signal).catch((error: unknown) => {
            failures.push(error);
            return false;
          }),
        ),
      );
      if (failures.length > 0) throw failures[0];
      return replaced.every((isReplaced) => isReplaced);
    },
    async append(pages, signal, onLanded) {
      const before = confirmed();
      for (;;) {
        const { holdsUp } = mergeParts(loadings.map(current), traits);
        const next = holdsUp === null ? undefined : loadings[holdsUp];
        if (!next) return false;
        await next.append(pages, signal, onLanded);
        if (confirmed() > before) return false;
      }
    },
    want: (pages) => loadings.forEach((loading) => loading.want(pages)),
    patch: (item) => loadings.filter((loading) => loading.patch(item)).length > 0,
    remove: (key) => loadings.filter((loading) => loading.remove(key)).length > 0,
  };
}
