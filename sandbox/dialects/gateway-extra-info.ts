import { beijingDigits } from '../beijing';
import type { JsonObject } from '../json';
import type { StoredOrder } from '../order';
import { Random } from '../seed/random';
import { openid } from '../users';

const appId = 'wx5a4db0c5a4db0c01';
const merchant = '1500000001';
const upperHex = '0123456789ABCDEF';

function paymentParameters(order: StoredOrder, random: Random): JsonObject {
  return {
    appId,
    nonceStr: random.text(32),
    package: `prepay_id=wx${beijingDigits(order.created_at)}${random.text(20)}`,
    paySign: random.text(32, upperHex),
    signType: 'MD5',
    timeStamp: String(order.created_at),
  };
}

/** WeChat Pay's response to Hydrogen; `time_end` is one to three seconds before `paid_at`. */
function wechatResponse(order: StoredOrder, random: Random): JsonObject {
  const confirmed = order.paid_at ?? order.created_at;
  const paidAt = Math.max(order.created_at, confirmed - random.integer(1, 3));
  return {
    appid: appId,
    bank_type: random.pick(['OTHERS', 'CMB_CREDIT', 'ICBC_DEBIT', 'CCB_DEBIT']),
    cash_fee: String(order.total_fen),
    cash_fee_type: order.currency_type,
    fee_type: order.currency_type,
    is_subscribe: random.chance(0.2) ? 'Y' : 'N',
    mch_id: merchant,
    nonce_str: random.text(32),
    openid: openid(order.user),
    out_trade_no: order.trade_no,
    result_code: 'SUCCESS',
    return_code: 'SUCCESS',
    sign: random.text(32, upperHex),
    time_end: beijingDigits(paidAt),
    total_fee: String(order.total_fen),
    trade_type: 'JSAPI',
    transaction_id: `4200000${random.text(21, '0123456789')}`,
  };
}

/**
 * The gateway's data of an order: synthetic, and consistent with the order.
 *
 * As documented, only WeChat Pay has data: its response on paid orders, payment parameters on pending orders,
 * both on some paid orders.
 */
export function gatewayExtraInfo(order: StoredOrder): JsonObject {
  if (order.gateway_extra_info !== null) return order.gateway_extra_info;
  if (order.gateway_type?.startsWith('weixin_tenpay') !== true) return {};
  const random = Random.of(order.transaction_no);
  const parameters = { payment_parameters: paymentParameters(order, random) };
  if (order.status === 'pending') return parameters;
  if (order.status !== 'success') return {};
  const response = { wechat_response: wechatResponse(order, random) };
  return random.chance(0.3) ? { ...parameters, ...response } : response;
}
