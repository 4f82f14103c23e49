import { parseFen } from '../../domain/money';
import type { WechatPayment } from '../../domain/order';
import { parseStamp } from '../../domain/time';
import { isRow, type Row } from '../http/json';

/** What `wx.requestPayment` takes to continue a payment that was begun. */
export interface PaymentParameters {
  /** Epoch seconds as text, as WeChat wants them. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  /** `prepay_id=…`, which WeChat honours for two hours. */
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** Reads `wechat_response`; the person's openid, signatures and the merchant's numbers stay behind. */
export function wechatPayment(info: Row | null): WechatPayment | null {
  const response = info?.['wechat_response'];
  if (!isRow(response)) return null;
  const subscribed = response['is_subscribe'];
  return {
    transactionId: word(response['transaction_id']),
    bankType: word(response['bank_type']),
    feeType: word(response['fee_type']) || 'CNY',
    totalFen: parseFen(response['total_fee']),
    cashFen: parseFen(response['cash_fee']),
    paidAt: parseStamp(response['time_end']),
    subscribed: subscribed === 'Y' || (subscribed === 'N' ? false : null),
  };
}

/** Reads `payment_parameters`; null unless all five are there. */
export function paymentParameters(info: Row | null): PaymentParameters | null {
  const {
    timeStamp,
    nonceStr,
    package: prepaid,
    signType,
    paySign,
  } = Object(info?.['payment_parameters']) as Record<keyof PaymentParameters, unknown>;
  const parameters = { timeStamp: word(timeStamp), nonceStr, package: prepaid, signType, paySign };
  return Object.values(parameters).every((value) => typeof value === 'string' && value)
    ? (parameters as PaymentParameters)
    : null;
}

/** A word or number of the wire as text. A number too large to be exact is none: it would name another thing. */
export function word(value: unknown): string | null {
  if (typeof value === 'string') return isTrim(value) ? value : value.trim() || null;
  return Number.isSafeInteger(value) ? `${value as number}` : null;
}

/** Whether both ends are plain ASCII: trimming costs more than looking, a dozen times per payment. */
function isTrim(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return first > 32 && first < 128 && last > 32 && last < 128;
}
