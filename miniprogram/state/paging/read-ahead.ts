import { createCancellation, type CancelSignal, type Cancellation } from '../../core/cancellation';
import type { ListReader } from './oldest-first';
import type { Slice } from './page-reader';

/** At most one page that is requested before the page above it has arrived. */
export interface ReadAhead<Item> {
  /** Requests the page that starts at row `offset`, unless a page is under way already. */
  start(offset: number): void;
  /** The page under way, if it is the one that starts at row `offset`; any other page is dropped. */
  take(offset: number): Promise<Slice<Item> | null> | null;
  /** Cancels the page under way. */
  drop(): void;
}

/** @param signal - The signal of the run that reads ahead; cancelling it drops the page too. */
export function createReadAhead<Item>(
  reader: ListReader<Item>,
  signal: CancelSignal,
): ReadAhead<Item> {
  let ahead: {
    offset: number;
    slice: Promise<Slice<Item> | null>;
    cancellation: Cancellation;
  } | null = null;

  function drop(): void {
    ahead?.cancellation.cancel();
    ahead = null;
  }

  return {
    start(offset) {
      if (ahead) return;
      const cancellation = createCancellation();
      signal.onCancel(() => cancellation.cancel());
      const slice = reader.read(offset, reader.pageSize, cancellation.signal);
      // A failure counts only if the page is taken.
      slice.catch(() => undefined);
      ahead = { offset, slice, cancellation };
    },
    take(offset) {
      if (ahead?.offset !== offset) {
        drop();
        return null;
      }
      const { slice } = ahead;
      ahead = null;
      return slice;
    },
    drop,
  };
}
