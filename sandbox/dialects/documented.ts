import type { JsonObject } from '../json';
import type { StoredOrder } from '../order';
import { userId } from '../users';
import { gatewayExtraInfo } from './gateway-extra-info';

/** Formats an order as in the documented sample: yuan as numbers, epoch seconds, objects. */
export function documented(order: StoredOrder): JsonObject {
  return {
    created_at: order.created_at,
    currency_type: order.currency_type,
    gateway_extra_info: gatewayExtraInfo(order),
    gateway_type: order.gateway_type,
    id: order.id,
    ip_address: order.ip_address,
    merchandise_description: order.merchandise_description,
    merchandise_record_id: order.merchandise_record_id,
    merchandise_schema_id: order.merchandise_schema_id,
    merchandise_snapshot: order.merchandise_snapshot,
    paid_at: order.paid_at,
    status: order.status,
    refund_status: order.refund_status,
    total_cost: order.total_fen / 100,
    trade_no: order.trade_no,
    transaction_no: order.transaction_no,
    updated_at: order.updated_at,
    created_by_id: userId(order.user),
  };
}
