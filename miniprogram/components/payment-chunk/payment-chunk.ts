import { CHUNK_ROWS, type ChunkView, type ChunkWords } from './chunk-view';

/** Some payments in a row, with the headers of the months that begin among them. */
Component({
  properties: {
    chunk: { type: Object, value: { top: 0, rows: [] } satisfies ChunkView },
    words: { type: Object, value: {} as ChunkWords },
    /** Rows have their amounts and badges below their descriptions. */
    stacked: Boolean,
  },
  data: {
    /** Rows are kept by their place: another chunk in it draws other words, and makes nothing anew. */
    places: Array.from({ length: CHUNK_ROWS }, (_, place) => place),
  },
});
