/** The columns a list can be sorted by. */
export const sortableColumns = ['id', 'created_at', 'updated_at', 'paid_at', 'total_cost'] as const;

/** A column to sort by; a minus in front means descending. */
export type OrderBy = `${'' | '-'}${(typeof sortableColumns)[number]}`;

/** The seven filters of the document; each is an exact match. */
export interface OrderFilters {
  merchandise_record_id?: string;
  merchandise_schema_id?: string;
  status?: string;
  /** Blank asks for orders without a refund, whichever of null, `''` and `' '` they say it with. */
  refund_status?: string;
  trade_no?: string;
  transaction_no?: string;
  gateway_type?: string;
}

/** The names of the filters. */
export const filterNames = [
  'merchandise_record_id',
  'merchandise_schema_id',
  'status',
  'refund_status',
  'trade_no',
  'transaction_no',
  'gateway_type',
] as const satisfies readonly (keyof OrderFilters)[];

/** The name of a filter. */
export type FilterName = (typeof filterNames)[number];

/** Which orders of which user, in which order. */
export interface OrderQuery {
  user: number;
  filters: OrderFilters;
  orderBy: OrderBy;
  limit: number;
  offset: number;
}

/** A condition and the values for its question marks. */
export interface Condition {
  sql: string;
  values: (string | number)[];
}

/** The SQL condition that picks the orders of a query. */
export function conditionOf({ user, filters }: OrderQuery): Condition {
  const parts = ['user = ?'];
  const values: (string | number)[] = [user];
  for (const name of filterNames) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    if (name === 'refund_status' && wanted.trim() === '') {
      parts.push("trim(ifnull(refund_status, '')) = ''");
    } else {
      parts.push(`${name} = ?`);
      values.push(name === 'merchandise_schema_id' ? Number(wanted) : wanted);
    }
  }
  return { sql: parts.join(' AND '), values };
}

/** The SQL sort order; ties go by id in the same direction, so pages never overlap. */
export function sortingOf(orderBy: OrderBy): string {
  const direction = orderBy.startsWith('-') ? 'DESC' : 'ASC';
  const column = orderBy.replace(/^-/, '').replace('total_cost', 'total_fen');
  return column === 'id' ? `id ${direction}` : `${column} ${direction}, id ${direction}`;
}
