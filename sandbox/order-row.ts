import type { JSValue, QueryResult } from 'node-sqlite3-wasm';
import type { StoredOrder } from './order';

/** The columns of the table, in the order of the values of `toRow`. */
export const columns = {
  id: 'INTEGER PRIMARY KEY',
  user: 'INTEGER NOT NULL',
  transaction_no: 'TEXT NOT NULL',
  trade_no: 'TEXT',
  status: 'TEXT NOT NULL',
  refund_status: 'TEXT',
  total_fen: 'INTEGER NOT NULL',
  currency_type: 'TEXT NOT NULL',
  created_at: 'INTEGER NOT NULL',
  updated_at: 'INTEGER NOT NULL',
  paid_at: 'INTEGER',
  merchandise_description: 'TEXT NOT NULL',
  merchandise_record_id: 'TEXT',
  merchandise_schema_id: 'INTEGER',
  gateway_type: 'TEXT',
  ip_address: 'TEXT NOT NULL',
  extras: 'TEXT',
} as const;

type Column = keyof typeof columns;

/** The object fields; they share one JSON column, which is null when all are empty. */
type Extras = Omit<StoredOrder, Column>;

function noExtras(): Extras {
  return {
    merchandise_snapshot: {},
    gateway_extra_info: null,
    refunds: null,
    wire: {},
    missing: [],
  };
}

function isEmpty(extras: Extras): boolean {
  const { merchandise_snapshot, gateway_extra_info, refunds, wire, missing } = extras;
  return (
    gateway_extra_info === null &&
    refunds === null &&
    missing.length === 0 &&
    Object.keys(wire).length === 0 &&
    Object.keys(merchandise_snapshot).length === 0
  );
}

const plainColumns = Object.keys(columns).filter(
  (column): column is Exclude<Column, 'extras'> => column !== 'extras',
);

function extrasOf(order: StoredOrder): string | null {
  if (isEmpty(order)) return null;
  const { merchandise_snapshot, gateway_extra_info, refunds, wire, missing } = order;
  return JSON.stringify({ merchandise_snapshot, gateway_extra_info, refunds, wire, missing });
}

/** The column values of an order. */
export function toRow(order: StoredOrder): JSValue[] {
  return [...plainColumns.map((column) => order[column]), extrasOf(order)];
}

/** The order of a row that `toRow` wrote. */
export function fromRow(row: QueryResult): StoredOrder {
  const { extras, ...plain } = row as unknown as Omit<StoredOrder, keyof Extras> & {
    extras: string | null;
  };
  return {
    ...plain,
    ...(extras === null ? noExtras() : (JSON.parse(extras) as Extras)),
  };
}
