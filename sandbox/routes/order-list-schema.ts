import { filterNames, type FilterName, type OrderFilters } from '../order-query';
import { sortableColumns, type OrderBy } from '../order-query';

/** The query parameters of the order list; unknown parameters are ignored. */
export interface OrderListParameters extends OrderFilters {
  limit?: string;
  offset?: string;
  order_by?: OrderBy;
}

const oneOf = (values: readonly string[]) => ({
  type: 'string',
  enum: values,
  description: `one of ${values.map((value) => `"${value}"`).join(', ')}`,
});

const directions = sortableColumns.flatMap((column) => [column, `-${column}`]);

const rules: Record<keyof OrderListParameters, object> = {
  limit: { type: 'string', pattern: '^[1-9]\\d{0,8}$', description: 'an integer of at least 1' },
  offset: { type: 'string', pattern: '^\\d{1,9}$', description: 'an integer of at least 0' },
  order_by: oneOf(directions),
  merchandise_record_id: { type: 'string', description: 'a single value' },
  merchandise_schema_id: { type: 'string', pattern: '^\\d{1,15}$', description: 'an integer' },
  status: oneOf(['pending', 'success', 'failed', 'complete', 'partial']),
  refund_status: oneOf(['complete', 'partial', 'failed', '', ' ']),
  trade_no: { type: 'string', description: 'a single value' },
  transaction_no: { type: 'string', description: 'a single value' },
  gateway_type: {
    type: 'string',
    pattern: '^[a-z][a-z0-9_]*$',
    description: 'the name of a gateway',
  },
};

/** The JSON schema of the query parameters. */
export const orderListParameters = { type: 'object', properties: rules } as const;

/** The filters among the parameters, without the ignored ones. */
export function filtersOf(
  parameters: OrderListParameters,
  ignored: readonly FilterName[],
): OrderFilters {
  return Object.fromEntries(
    filterNames.flatMap((name) =>
      parameters[name] === undefined || ignored.includes(name) ? [] : [[name, parameters[name]]],
    ),
  );
}
