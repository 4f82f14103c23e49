import { parseFen } from '../../domain/money';
import type { WechatPayment } from '../../domain/order';
import { parseStamp } from '../../domain/time';
import { fieldsOf, isRow, word, type Row } from '../http/json';

const SIGN_TYPES = ['MD5', 'HMAC-SHA256', 'RSA'] as const;

/** The parameters of `wx.requestPayment` that continue a pending payment. */
export interface PaymentParameters {
  /** Epoch seconds as text, which WeChat requires. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  /** `prepay_id=…`, which WeChat accepts for two hours. */
  readonly package: string;
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA';
  readonly paySign: string;
}

/**
 * Reads `wechat_response` without the user's openid, the signatures and the merchant's numbers.
 *
 * @param info - `gateway_extra_info`.
 */
export function wechatPayment(info: Row | null): WechatPayment | null {
  const response = info?.['wechat_response'];
  if (!isRow(response)) return null;
  const subscribed = response['is_subscribe'];
  return {
    transactionId: word(response['transaction_id']),
    bankType: word(response['bank_type']),
    feeType: currencyIn(response['fee_type']),
    totalFen: parseFen(response['total_fee']),
    settlementFen: parseFen(response['settlement_total_fee']),
    cashFen: parseFen(response['cash_fee']),
    cashFeeType: currencyIn(response['cash_fee_type']),
    couponFen: parseFen(response['coupon_fee']),
    couponFeeType: currencyIn(response['coupon_fee_type']),
    paidAt: parseStamp(response['time_end']),
    subscribed: subscribed === 'Y' || (subscribed === 'N' ? false : null),
  };
}

/** WeChat documents CNY as the currency of an amount without one. */
function currencyIn(value: unknown): string {
  return (word(value) || 'CNY').toUpperCase();
}

/**
 * Reads `payment_parameters`.
 *
 * @param info - `gateway_extra_info`.
 * @returns Null unless all five parameters are present, with a sign type of WeChat.
 */
export function paymentParameters(info: Row | null): PaymentParameters | null {
  const parameters = fieldsOf(info?.['payment_parameters']);
  const { nonceStr, package: prepayId, paySign } = parameters;
  const signType = SIGN_TYPES.find((one) => one === parameters['signType']);
  const timeStamp = word(parameters['timeStamp']);
  return timeStamp && isText(nonceStr) && isText(prepayId) && signType && isText(paySign)
    ? { timeStamp, nonceStr, package: prepayId, signType, paySign }
    : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
