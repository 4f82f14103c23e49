import { beijingIso } from '../beijing';
import type { JsonObject, JsonValue } from '../json';
import type { StoredOrder } from '../order';
import { userId } from '../users';
import { gatewayExtraInfo } from './gateway-extra-info';

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped}${mark}`;
}

/** Formats a value as Python 3's `repr` does. Some captured blobs have this form, which JSON parsers reject. */
export function pythonRepr(value: JsonValue): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const entries = Object.entries(value).map(([name, own]) => `${quote(name)}: ${pythonRepr(own)}`);
  return `{${entries.join(', ')}}`;
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** Microseconds grow with the id, so that orders of the same second keep their order. */
function time(epochSeconds: number, order: StoredOrder): string {
  return beijingIso(epochSeconds, order.id % 1_000_000);
}

/**
 * Formats an order as in captured responses of 2018–2019: amounts as text, Beijing times without a zone, blobs as text.
 *
 * Every third order (by id) has the older form: Python blobs and ids as text.
 */
export function captured(order: StoredOrder): JsonObject {
  const older = order.id % 3 === 0;
  const blob = older ? pythonRepr : JSON.stringify;
  return {
    created_at: time(order.created_at, order),
    created_by: String(userId(order.user)),
    currency_type: order.currency_type,
    gateway_extra_info: blob(gatewayExtraInfo(order)),
    gateway_type: order.gateway_type,
    id: older ? String(order.id) : order.id,
    ip_address: order.ip_address,
    merchandise_description: order.merchandise_description,
    merchandise_record_id: order.merchandise_record_id,
    merchandise_schema_id:
      older && order.merchandise_schema_id !== null
        ? String(order.merchandise_schema_id)
        : order.merchandise_schema_id,
    merchandise_snapshot: blob(order.merchandise_snapshot),
    paid_at: order.paid_at === null ? null : time(order.paid_at, order),
    refund_status: order.refund_status,
    status: order.status,
    total_cost: yuan(order.total_fen),
    trade_no: order.trade_no,
    transaction_no: order.transaction_no,
    updated_at: time(order.updated_at, order),
  };
}
