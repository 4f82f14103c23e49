import { gatewayFamily, ORDER_STATUSES, REFUND_STATUSES, type Order } from '../../domain/order';
import { parseYuan } from '../../domain/money';
import { parseTime } from '../../domain/time';
import { paymentParameters, wechatPayment, word, type PaymentParameters } from './gateway-info';
import { isRow, readObject, type Row } from '../http/json';

/** A row of an answer that could not be read in full. Holds no value of the row but its key. */
export interface WireProblem {
  /** Place of the row in the answer, from 0. */
  readonly row: number;
  /** Key of the order that was read in spite of it; null when the row gave no order at all. */
  readonly key: string | null;
  /** Wire names of the fields that could not be read; empty when the row is not an object. */
  readonly fields: readonly string[];
}

/** The orders of an answer in the order of its rows, and what was wrong with some of them. */
export interface DecodedOrders {
  readonly orders: readonly Order[];
  readonly problems: readonly WireProblem[];
}

/** Is given what continuing a pending payment needs; the services keep none of it. */
export type PaymentParametersHook = (order: Order, parameters: PaymentParameters) => void;

/** What is read beyond what a list shows. */
export interface Decoding {
  /** Whether `snapshot` and `wechat` are read too: they are half of an answer's bytes. */
  readonly details?: boolean | undefined;
  readonly onPaymentParameters?: PaymentParametersHook | undefined;
}

/**
 * Reads the rows of an answer, in either dialect and field by field. A row that cannot be understood
 * never costs the others; what a payment history does not show (openid, signatures, addresses) stays behind.
 */
export function decodeOrders(rows: readonly unknown[], decoding: Decoding = {}): DecodedOrders {
  const orders: Order[] = [];
  const problems: WireProblem[] = [];
  for (let row = 0; row < rows.length; row++) {
    const fields: string[] = [];
    const wire = rows[row];
    const order = isRow(wire) ? decodeOrder(wire, fields, decoding) : null;
    if (order) orders.push(order);
    if (!order || fields.length > 0) problems.push({ row, key: order && order.key, fields });
  }
  return { orders, problems };
}

/** @param unreadable - Collects the wire names of fields that hold something unreadable, or lack what every payment has. */
function decodeOrder(wire: Row, unreadable: string[], decoding: Decoding): Order | null {
  const transactionNo = word(wire['transaction_no']);
  const id = word(wire['id']);
  const tradeNo = word(wire['trade_no']);
  const number = transactionNo || id || tradeNo;
  const amountFen = parseYuan(wire['total_cost']);
  const createdAt = parseTime(wire['created_at']);
  const updatedAt = parseTime(wire['updated_at']);
  const paidAt = parseTime(wire['paid_at']);
  const refundFen = parseYuan(wire['refund_amount']);
  if (number === null) unreadable.push('transaction_no', 'id');
  if (amountFen === null) unreadable.push('total_cost');
  if (createdAt === null) unreadable.push('created_at');
  if (updatedAt === null && !isNothing(wire['updated_at'])) unreadable.push('updated_at');
  if (paidAt === null && !isNothing(wire['paid_at'])) unreadable.push('paid_at');
  if (refundFen === null && !isNothing(wire['refund_amount'])) unreadable.push('refund_amount');
  if (number === null && createdAt === null) return null;

  const statusRaw = word(wire['status']);
  const refundRaw = word(wire['refund_status']);
  const gatewayRaw = word(wire['gateway_type']);
  const description = wire['merchandise_description'];
  const refund = isNothing(wire['refund_status']) ? 'none' : oneOf(REFUND_STATUSES, refundRaw);
  // Some answers carry a refund's word in `status`: only a payment that succeeded can be given back.
  const refunded = statusRaw === 'complete' || statusRaw === 'partial' ? statusRaw : null;
  const order: Order = {
    key: number || `${createdAt}/${amountFen}`,
    id,
    transactionNo,
    tradeNo,
    status: refunded ? 'success' : oneOf(ORDER_STATUSES, statusRaw),
    statusRaw,
    refund: refunded && refund === 'none' ? refunded : refund,
    refundRaw,
    refundFen,
    amountFen,
    currency: word(wire['currency_type']) || 'CNY',
    createdAt,
    updatedAt,
    paidAt,
    gateway: gatewayFamily(gatewayRaw),
    gatewayRaw,
    description: typeof description === 'string' ? description : '',
    merchandiseRecordId: word(wire['merchandise_record_id']),
    merchandiseSchemaId: word(wire['merchandise_schema_id']),
    createdBy: word(wire['created_by_id']) || word(wire['created_by']),
  };
  return decoding.details || decoding.onPaymentParameters ? detailed(order, wire, decoding) : order;
}

function detailed(order: Order, wire: Row, { details, onPaymentParameters }: Decoding): Order {
  const info = readObject(wire['gateway_extra_info']);
  const parameters = onPaymentParameters && order.status === 'pending' && paymentParameters(info);
  if (parameters) onPaymentParameters(order, parameters);
  if (!details) return order;
  const snapshot = readObject(wire['merchandise_snapshot']);
  return Object.assign(order, { snapshot, wechat: wechatPayment(info) });
}

/** An open enum: words that a later server adds are `unknown`, and kept raw beside it. */
function oneOf<Word extends string>(words: readonly Word[], raw: string | null): Word | 'unknown' {
  for (const word of words) if (word === raw) return word;
  return 'unknown';
}

/** The wire's ways to say nothing: absent, null, empty, a blank. */
function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'string' && !value.trim());
}
