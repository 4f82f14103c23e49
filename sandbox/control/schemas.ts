import { dialectNames } from '../dialects/dialect';
import { faultKinds } from '../faults';
import { maxInteger, maxTime } from '../order';
import { filterNames } from '../order-query';
import { maxCount } from '../settings';
import { maxUser } from '../users';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const integer = { type: 'integer', minimum: 0 };
const object = { type: 'object' };

const range = (unit: string, minimum: number, maximum: number) => ({
  type: 'integer',
  minimum,
  maximum,
  description: `${unit} from ${minimum} to ${maximum}`,
});
const orNull = ({ description, ...schema }: ReturnType<typeof range>) => ({
  ...schema,
  type: ['integer', 'null'],
  description: `${description}, or null`,
});
const number = range('an integer', 0, maxInteger);
const time = range('epoch seconds', 0, maxTime);

const total = { description: '"exact", "missing" or an integer of at least 0' };

/** What Node.js sends: other names and values would fail in each answer. */
const headers = {
  type: 'object',
  propertyNames: { pattern: "^[!#$%&'*+.^_`|~\\w-]+$", description: 'names of HTTP headers' },
  additionalProperties: {
    type: 'string',
    pattern: '^[\\t\\x20-\\x7e\\x80-\\xff]*$',
    description: 'a value of an HTTP header',
  },
};

function strictObject(properties: Record<string, object>, required: readonly string[] = []) {
  return { type: 'object', additionalProperties: false, required, properties };
}

const behaviour = {
  dialect: { enum: dialectNames },
  now: { type: ['integer', 'string'] },
  honourOrderBy: { type: 'boolean' },
  ignoredFilters: { type: 'array', items: { enum: filterNames } },
  maxLimit: { type: 'integer', minimum: 1 },
  totalCount: {
    anyOf: [
      { enum: ['exact', 'missing'], ...total },
      { ...integer, ...total },
    ],
  },
  latencyMs: { type: 'integer', minimum: 0, maximum: 600_000 },
};

/** Settings that can change without a new seed. */
export const settingsChange = strictObject(behaviour);

/** Settings that a reset can change. */
export const resetChange = strictObject({
  ...behaviour,
  seed: integer,
  count: range('an integer', 0, maxCount),
});

/** The payment notice of WeChat Pay. */
export const paymentNotice = strictObject(
  { package: text, delayMs: { type: 'integer', minimum: 0, maximum: 600_000 } },
  ['package'],
);

const refund = strictObject(
  {
    amount_fen: number,
    status: { enum: ['processing', 'success', 'closed', 'abnormal'] },
    time: orNull(time),
    account: text,
  },
  ['amount_fen', 'status', 'time', 'account'],
);

/** The writable fields of an order. */
export const orderChange = strictObject({
  user: range('an integer', 1, maxUser),
  transaction_no: { type: 'string', minLength: 1 },
  trade_no: textOrNull,
  status: text,
  refund_status: textOrNull,
  total_fen: number,
  currency_type: text,
  created_at: time,
  updated_at: time,
  paid_at: orNull(time),
  merchandise_description: text,
  merchandise_record_id: textOrNull,
  merchandise_schema_id: orNull(number),
  merchandise_snapshot: object,
  gateway_type: textOrNull,
  gateway_extra_info: { type: ['object', 'null'] },
  refunds: { type: ['array', 'null'], items: refund },
  ip_address: text,
  wire: object,
  missing: { type: 'array', items: text },
});

/** A fault to activate. */
export const faultRequest = strictObject(
  {
    kind: { enum: faultKinds },
    status: { type: 'integer', minimum: 200, maximum: 599 },
    body: {},
    headers,
    ms: { type: 'integer', minimum: 0, maximum: 600_000 },
    times: { type: 'integer', minimum: 1 },
    match: strictObject({
      method: text,
      path: text,
      query: { type: 'object', additionalProperties: text },
      minOffset: integer,
    }),
  },
  ['kind'],
);
