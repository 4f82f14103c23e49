import type { JsonObject } from './json';

/** The largest amount in fen, and the largest id: larger integers are not exact as JSON numbers. */
export const maxInteger = Number.MAX_SAFE_INTEGER;

/** The latest time in epoch seconds: the last second of the year 9999 in Beijing. */
export const maxTime = 253_402_271_999;

/** A refund as the example shop's own server knows it; Hydrogen's API has no such list. */
export interface StoredRefund {
  amount_fen: number;
  status: 'processing' | 'success' | 'closed' | 'abnormal';
  /** Epoch seconds; null where unknown. */
  time: number | null;
  /** Where the money goes. */
  account: string;
}

/**
 * An order as the sandbox stores it, independent of dialects.
 *
 * Fields have the names of the wire. Money is in integer fen (`total_fen`), times are in epoch seconds.
 */
export interface StoredOrder {
  /** Unique among all users; grows with `created_at` in seeded data. */
  id: number;
  /** The number of its user: 1, 2, … */
  user: number;
  /** Hydrogen's serial number: unique, and the key of the detail endpoint. */
  transaction_no: string;
  trade_no: string | null;
  /** `pending`, `success`, `failed`, or a value that clients do not know. */
  status: string;
  /** `partial`, `complete` or `failed`; null, `''` and `' '` mean no refund. */
  refund_status: string | null;
  total_fen: number;
  currency_type: string;
  created_at: number;
  updated_at: number;
  paid_at: number | null;
  merchandise_description: string;
  merchandise_record_id: string | null;
  merchandise_schema_id: number | null;
  merchandise_snapshot: JsonObject;
  gateway_type: string | null;
  /** Null: generated from the other fields when the order is delivered. */
  gateway_extra_info: JsonObject | null;
  /** Null: generated from the other fields when they are asked for. */
  refunds: StoredRefund[] | null;
  ip_address: string;
  /** Wire fields that replace those of the dialect, for malformed orders. */
  wire: JsonObject;
  /** Wire fields that are left out. */
  missing: string[];
}
