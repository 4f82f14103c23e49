import { createCancellation, type CancelSignal, type Cancellation } from '../../core/cancellation';
import type { Slice } from './page';
import type { PageReader } from './page-reader';

/** At most one page that is asked for before the page above it has come. */
export interface ReadAhead<Item> {
  /** Asks for the page below `offset` rows, unless one is on its way already. */
  start(offset: number): void;
  /** The page on its way, if it is the one below `offset` rows; any other is given up. */
  take(offset: number): Promise<Slice<Item> | null> | null;
  /** Gives up what is on its way. */
  drop(): void;
}

/** @param signal - Of the run that reads ahead; what it has on its way ends with it. */
export function createReadAhead<Item>(
  reader: PageReader<Item>,
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
      // Whether it fails matters only to who takes it.
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
