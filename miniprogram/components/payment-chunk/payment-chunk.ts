import type { RowWords } from '../payment-row/row-view';
import type { ChunkView } from './chunk-view';

/** Some payments in a row, with the headers of the months that begin among them. */
Component({
  properties: {
    chunk: { type: Object, value: { top: 0, slices: [] } satisfies ChunkView },
    words: { type: Object, value: {} as RowWords },
    /** Rows have their amounts and badges below their descriptions. */
    stacked: Boolean,
  },
});
