import type { RowView, RowWords } from '../payment-row/row-view';

/** Rows that come and go together: a screen and a half of them, and the first page. */
export const CHUNK_ROWS = 20;

/** The words that all rows and headers share. */
export interface ChunkWords extends RowWords {
  /** What a screen reader says that a tap on a month's header does. */
  readonly openMonths: string;
}

/** The header and the ground of a month. */
export interface MonthView {
  /** The month in words; no two months have the same. */
  readonly title: string;
  /** How many payments and what they come to, in words. */
  readonly count: string;
  /** Header and rows together, in px. */
  readonly height: number;
}

/** One payment in its place. */
export interface ChunkRow extends RowView {
  /** The month that begins with it. */
  readonly month?: MonthView;
  /** It is its month's last. */
  readonly ends?: true;
}

/** Payments in a row, which come and go together. */
export interface ChunkView {
  /** Distance from the top of the list, in px. */
  readonly top: number;
  /** In list order, at most {@link CHUNK_ROWS}. */
  readonly rows: readonly ChunkRow[];
}
