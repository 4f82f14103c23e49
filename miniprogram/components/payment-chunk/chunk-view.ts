import type { RowView } from '../payment-row/row-view';

/** The header and the ground of a month. */
export interface MonthView {
  /** The month in words; no two months have the same. */
  readonly title: string;
  /** How many payments and what they come to, in words. */
  readonly count: string;
  /** Header and rows together, in px. */
  readonly height: number;
}

/** The rows that a chunk has of one month; the month itself where it begins in this chunk. */
export interface SliceView extends Partial<MonthView> {
  /** In list order, at least one. */
  readonly rows: readonly RowView[];
  /** The last row is the month's last. */
  readonly ends?: true;
}

/** Payments in a row, which come and go together. */
export interface ChunkView {
  /** Distance from the top of the list, in px. */
  readonly top: number;
  readonly slices: readonly SliceView[];
}
