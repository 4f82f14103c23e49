import type { ItemTraits } from './item-traits';

/** The upper part of one source, in display order. */
export interface Part<Item> {
  readonly items: readonly Item[];
  /** It is all there is of that source. */
  readonly ends: boolean;
}

/** The upper part of a list made of several sources. */
export interface Merged<Item> {
  readonly items: Item[];
  /** Index of the part without more of which nothing can follow; null when all have ended. */
  readonly holdsUp: number | null;
}

/** Merges parts down to where the first of them that has more behind it stops. */
export function mergeParts<Item>(
  parts: readonly Part<Item>[],
  { keyOf, compare }: Pick<ItemTraits<Item>, 'keyOf' | 'compare'>,
): Merged<Item> {
  const next = parts.map(() => 0);
  const keys = new Set<string>();
  const items: Item[] = [];
  for (;;) {
    let newest: Item | undefined;
    let from = -1;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      const item = part?.items[next[i] ?? 0];
      if (item === undefined) {
        if (!part?.ends) return { items, holdsUp: i };
      } else if (newest === undefined || compare(item, newest) < 0) {
        newest = item;
        from = i;
      }
    }
    if (newest === undefined) return { items, holdsUp: null };
    next[from] = (next[from] ?? 0) + 1;
    // On its way from one source to another a row may have been read in both.
    if (!keys.has(keyOf(newest))) items.push(newest);
    keys.add(keyOf(newest));
  }
}
