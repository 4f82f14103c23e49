/** Rows that come and go together: a screen and a half of them, and the first page. */
export const CHUNK_ROWS = 20;
