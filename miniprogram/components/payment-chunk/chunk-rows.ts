/** Rows in one chunk: about one and a half screens, and the size of the first page. */
export const CHUNK_ROWS = 20;
