import type { PagingState } from '../../../miniprogram/state/paging/paging-state';

/** A list that has its first page, but for the changes. */
export function pagingState<Item>(
  items: readonly Item[],
  changes: Partial<PagingState<Item>> = {},
): PagingState<Item> {
  const whole = { items, ...changes };
  return {
    phase: 'ready',
    confirmed: whole.items.length,
    generation: 1,
    isLast: false,
    reachesEnd: whole.isLast ?? false,
    total: null,
    error: null,
    ...whole,
  };
}
