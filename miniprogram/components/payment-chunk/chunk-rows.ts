/** Rows in one chunk, about one screen: what one frame draws while the page scrolls. */
export const CHUNK_ROWS = 10;
