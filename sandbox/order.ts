import type { JsonObject } from './json';

/**
 * One order as the sandbox keeps it: exact, and free of any dialect.
 *
 * Fields carry the wire's names. Money is integer fen (`total_fen`), times are seconds since the Unix epoch.
 */
export interface StoredOrder {
  /** Unique over all users; grows with `created_at` in seeded data. */
  id: number;
  /** Number of the user it belongs to: 1, 2, … */
  user: number;
  /** Hydrogen's serial number; unique, the key of the detail endpoint. */
  transaction_no: string;
  trade_no: string | null;
  /** `pending`, `success`, `failed`, or a word clients do not know. */
  status: string;
  /** `partial`, `complete`, `failed`; null, `''` and `' '` all mean that nothing was given back. */
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
  /** Null: made up from the other fields when the order is delivered, so that it agrees with them. */
  gateway_extra_info: JsonObject | null;
  ip_address: string;
  /** Wire fields delivered exactly as given here, whatever the dialect: the way to malformed orders. */
  wire: JsonObject;
  /** Wire fields that are left out. */
  missing: string[];
}
