import { gatewayFamily, ORDER_STATUSES, REFUND_STATUSES, type Order } from '../../domain/order';
import { parseYuan } from '../../domain/money';
import { parseTime } from '../../domain/time';
import { callHost } from '../../core/call-host';
import { fieldsOf, isRow, readObject, word, type Row } from '../http/json';
import type * as gatewayInfo from './gateway-info';
import type { PaymentParameters } from './gateway-info';

/** A row of an answer that could not be read in full. Of the row's values it holds only the key. */
export interface WireProblem {
  /** Position of the row in the answer, from 0. */
  readonly row: number;
  /** Key of the order that was read all the same; null when the row gave no order. */
  readonly key: string | null;
  /** Wire names of the fields that could not be read; empty when the row is not an object. */
  readonly fields: readonly string[];
}

/** The rows of an answer, and the problems that some of them have. */
export interface DecodedOrders {
  /** One entry per row of the answer, in its order; null where the row gave no order. */
  readonly rows: readonly (Order | null)[];
  readonly problems: readonly WireProblem[];
}

/** What is read beyond the fields of a list. */
export interface Decoding {
  /** Whether `snapshot` and `wechat` are read too; they are half of an answer's bytes. @default false */
  readonly details?: boolean | undefined;
}

/** Receives the parameters that continue a pending payment; the services do not keep them. */
export type PaymentParametersHook = (order: Order, parameters: PaymentParameters) => void;

/**
 * Reads the rows of an answer, in either dialect and field by field. A row that cannot be read does not
 * affect the others. Values that a payment history does not show (openid, signatures, addresses) are not read.
 */
export function decodeOrders(
  rows: readonly unknown[],
  { details = false }: Decoding = {},
): DecodedOrders {
  const problems: WireProblem[] = [];
  const decoded = rows.map((wire, row) => {
    const fields: string[] = [];
    const order = isRow(wire) ? decodeOrder(wire, fields, details) : null;
    if (!order || fields.length > 0) problems.push({ row, key: order && order.key, fields });
    return order;
  });
  return { rows: decoded, problems };
}

/** @param unreadable - Collects the wire names of fields that are unreadable, or missing although every payment has them. */
function decodeOrder(wire: Row, unreadable: string[], details: boolean): Order | null {
  const transactionNo = word(wire['transaction_no']);
  const id = word(wire['id']);
  const tradeNo = word(wire['trade_no']);
  const number = transactionNo || id || tradeNo;
  const currency = (word(wire['currency_type']) || 'CNY').toUpperCase();
  const amountFen = parseYuan(wire['total_cost'], currency);
  const createdAt = parseTime(wire['created_at']);
  const updatedAt = parseTime(wire['updated_at']);
  const paidAt = parseTime(wire['paid_at']);
  const refundFen = parseYuan(wire['refund_amount'], currency);
  if (number === null) unreadable.push('transaction_no', 'id');
  if (amountFen === null) unreadable.push('total_cost');
  if (createdAt === null) unreadable.push('created_at');
  if (updatedAt === null && !isUnset(wire['updated_at'])) unreadable.push('updated_at');
  if (paidAt === null && !isUnset(wire['paid_at'])) unreadable.push('paid_at');
  if (refundFen === null && !isNothing(wire['refund_amount'])) unreadable.push('refund_amount');
  if (number === null && createdAt === null) return null;

  const statusRaw = word(wire['status']);
  const refundRaw = word(wire['refund_status']);
  const gatewayRaw = word(wire['gateway_type']);
  const info = wire['gateway_extra_info'];
  const wechat = wechatNo(info);
  // Only WeChat Pay has data there, by which an order without `gateway_type` is known.
  const isWechat = gatewayRaw === null && (wechat !== null || isPrepaid(info));
  const description = wire['merchandise_description'];
  const stated = isNothing(wire['refund_status']) ? 'none' : knownWord(REFUND_STATUSES, refundRaw);
  // Some answers have a refund's word in `status`. Only a payment that succeeded can be refunded.
  const refunded = statusRaw === 'complete' || statusRaw === 'partial' ? statusRaw : null;
  const order: Order = {
    key: number || `${createdAt}/${amountFen}`,
    id,
    transactionNo,
    tradeNo,
    status: refunded ? 'success' : knownWord(ORDER_STATUSES, statusRaw),
    statusRaw,
    refund: refunded && (stated === 'none' || stated === 'unknown') ? refunded : stated,
    refundRaw,
    refundFen,
    amountFen,
    currency,
    createdAt,
    updatedAt,
    paidAt,
    gateway: isWechat ? 'weixin' : gatewayFamily(gatewayRaw),
    gatewayRaw,
    description: typeof description === 'string' ? description : '',
    merchandiseRecordId: word(wire['merchandise_record_id']),
    merchandiseSchemaId: word(wire['merchandise_schema_id']),
    createdBy: word(wire['created_by_id']) || word(wire['created_by']),
    wechatNo: wechat,
  };
  if (!details) return order;
  const { wechatPayment } = require('./gateway-info') as typeof gatewayInfo;
  const snapshot = readObject(wire['merchandise_snapshot']);
  return Object.assign(order, { snapshot, wechat: wechatPayment(readObject(info)) });
}

/** Gives a pending order's parameters of `wx.requestPayment` to the host, where the wire has them. */
export function reportParameters(
  order: Order,
  wire: unknown,
  hook: PaymentParametersHook | undefined,
): void {
  if (!hook || order.status !== 'pending') return;
  const { paymentParameters } = require('./gateway-info') as typeof gatewayInfo;
  const parameters = paymentParameters(readObject(fieldsOf(wire)['gateway_extra_info']));
  if (parameters) callHost(hook, order, parameters);
}

/** One number is searched in text instead of parsing it: a list has one such text per payment. */
const TRANSACTION_ID = /transaction_id\W{1,9}(\d+)/;

/**
 * Reads WeChat Pay's number of a payment from `gateway_extra_info`: an object, JSON, or Python's notation.
 *
 * @returns Null where there is none.
 */
function wechatNo(info: unknown): string | null {
  if (typeof info === 'string') return TRANSACTION_ID.exec(info)?.[1] ?? null;
  return word(fieldsOf(fieldsOf(info)['wechat_response'])['transaction_id']);
}

/** The parameters of a mini program or an official account, in text. */
const PREPAID = /package\W{1,9}prepay_id=/;

/** Whether `gateway_extra_info` has WeChat's parameters of a payment. */
function isPrepaid(info: unknown): boolean {
  if (typeof info === 'string') return PREPAID.test(info);
  const { package: prepaid } = fieldsOf(fieldsOf(info)['payment_parameters']);
  return typeof prepaid === 'string' && prepaid.startsWith('prepay_id=');
}

/** An open enum: a word that is not listed is `unknown`; the order keeps the raw word beside it. */
function knownWord<Word extends string>(
  words: readonly Word[],
  raw: string | null,
): Word | 'unknown' {
  for (const word of words) if (word === raw) return word;
  return 'unknown';
}

/** Whether a wire value is empty: absent, null or blank text. */
function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'string' && !value.trim());
}

/** Whether a wire time is empty, or the 0 that some servers write for none. */
function isUnset(value: unknown): boolean {
  return isNothing(value) || word(value) === '0';
}
