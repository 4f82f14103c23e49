import type { Asking } from './asking';
import type { CancelSignal } from '../../core/cancellation';

/** The last rows of a server that gives the oldest first. */
export interface NewestEnd<Item> {
  /** How many rows the server has. */
  readonly end: number;
  /** The rows right before `end`, oldest first; null for one that could not be read. */
  readonly rows: readonly (Item | null)[];
  readonly total: number | null;
}

/** From where to look, and for how much. */
export interface EndSearch<Item> {
  /** The first rows of the server, where they were read already. */
  readonly first: readonly (Item | null)[];
  /** How many rows there may be; null when nothing hints at it. */
  readonly guess: number | null;
  /** Rows to bring, where the guess is right. */
  readonly wanted: number;
}

/**
 * Finds where a list that grows at its end, ends: with a true total in one request, without one by
 * steps that double until they are past the end and halve from there.
 */
export async function findNewestEnd<Item>(
  asking: Asking<Item>,
  { first, guess, wanted }: EndSearch<Item>,
  signal: CancelSignal,
): Promise<NewestEnd<Item>> {
  let rows = first;
  let low = first.length;
  let high: number | null = null;
  let stride = 0;
  let at = guess === null ? low : Math.max(0, guess - wanted);
  for (;;) {
    const answer = await asking.ask(at, asking.pageSize, signal);
    const { total } = answer;
    if (answer.rows.length > 0) {
      rows = at === low ? [...rows, ...answer.rows] : answer.rows;
      low = at + answer.rows.length;
      if (answer.isLast) return { end: low, rows, total };
    } else {
      high = at;
      // Rows that were there may have vanished, all of them even.
      if (low >= high)
        return low === high ? { end: low, rows, total } : { end: 0, rows: [], total };
    }
    if (total !== null) {
      at = answer.rows.length > 0 ? Math.max(low, total - wanted) : Math.max(0, total - wanted);
      low = Math.min(low, at);
    } else if (high === null) {
      at = low + stride * asking.pageSize;
      stride = stride * 2 + 1;
    } else {
      at = high - low <= asking.pageSize ? low : Math.floor((low + high) / 2);
    }
  }
}
