import type { RowView, RowWords, TapPaymentDetail } from '../payment-row/payment-row';
import { CHUNK_ROWS } from './chunk-rows';

/** The texts that all rows and month headers share. */
export interface ChunkWords extends RowWords {
  /** What a tap on a month header does; part of its accessible name. */
  readonly openMonths: string;
}

/** The header and the card of one month. */
export interface MonthView {
  /** The formatted month; unique in the list. */
  readonly title: string;
  /** The formatted number of payments and their net total. */
  readonly count: string;
  /** Height of the header and all rows of the month, in px. */
  readonly height: number;
}

/** A row with its position in its month. */
export interface ChunkRow extends RowView {
  /** Set on the first row of a month. */
  readonly month?: MonthView;
  /** Set on the last row of a month. */
  readonly ends?: true;
}

/** Consecutive rows that are rendered and removed together. */
export interface ChunkView {
  /** Distance from the top of the list, in px. */
  readonly top: number;
  /** In list order, at most {@link CHUNK_ROWS}. */
  readonly rows: readonly ChunkRow[];
}

type TapRow = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { readonly place: number }>;

const EMPTY_CHUNK: ChunkView = { top: 0, rows: [] };

/**
 * Consecutive payments, with a month header above each row that begins a month.
 *
 * @event tapPayment {TapPaymentDetail} A row was tapped. The event bubbles across component boundaries.
 * @event tapMore {TapPaymentDetail} The button of a row for the host app's actions was tapped. The event bubbles
 *   across component boundaries.
 * @event tapPay {TapPaymentDetail} The button of a row was tapped, also while it is busy. The event bubbles
 *   across component boundaries.
 */
Component({
  properties: {
    /** The rows in list order; the first row of a month holds its header. */
    chunk: { type: Object, value: EMPTY_CHUNK },
    /** The texts that all rows and month headers share. */
    words: { type: Object, value: {} as ChunkWords },
    /** Puts amount and badges below title and time in every row. */
    stacked: Boolean,
    /** A tap on a row opens nothing: rows are not shown as buttons. */
    inert: Boolean,
  },
  data: {
    /** Row positions, the keys of the rows: a new chunk updates existing elements instead of creating new ones. */
    places: Array.from({ length: CHUNK_ROWS }, (_, place) => place),
  },
  methods: {
    onTapRow(tap: TapRow) {
      this.fire('tapPayment', tap);
    },
    /** A tap on a busy button is answered too. */
    onTapPay(tap: TapRow) {
      this.fire('tapPay', tap);
    },
    onTapMore(tap: TapRow) {
      this.fire('tapMore', tap);
    },
    fire(name: 'tapPayment' | 'tapPay' | 'tapMore', { currentTarget }: TapRow) {
      const row = this.data.chunk.rows[currentTarget.dataset.place];
      if (!row || (name === 'tapPay' && !row.pay)) return;
      const detail: TapPaymentDetail = { key: row.key };
      this.triggerEvent(name, detail, { bubbles: true, composed: true });
    },
  },
});
