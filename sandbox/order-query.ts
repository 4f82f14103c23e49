/** The columns that sort a list. */
export const sortableColumns = ['id', 'created_at', 'updated_at', 'paid_at', 'total_cost'] as const;

/** A sort column; a leading minus means descending. */
export type OrderBy = `${'' | '-'}${(typeof sortableColumns)[number]}`;

/** The seven documented filters; each is an exact match. */
export interface OrderFilters {
  merchandise_record_id?: string;
  merchandise_schema_id?: string;
  status?: string;
  /** A blank value matches orders without a refund: null, `''` and `' '`. */
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

/** A page of one user's orders. */
export interface OrderQuery {
  user: number;
  filters: OrderFilters;
  orderBy: OrderBy;
  limit: number;
  offset: number;
}

/** An SQL condition and the values of its placeholders. */
export interface Condition {
  sql: string;
  values: (string | number)[];
}

/** The SQL condition of a query. */
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

/** The SQL sort order; ties sort by id in the same direction, so that pages never overlap. */
export function sortingOf(orderBy: OrderBy): string {
  const direction = orderBy.startsWith('-') ? 'DESC' : 'ASC';
  const column = orderBy.replace(/^-/, '').replace('total_cost', 'total_fen');
  return column === 'id' ? `id ${direction}` : `${column} ${direction}, id ${direction}`;
}
