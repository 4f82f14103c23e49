import type { RowView, RowWords } from '../payment-row/payment-row';
import { CHUNK_ROWS } from './chunk-rows';

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
