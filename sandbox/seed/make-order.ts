import type { StoredOrder } from '../order';
import { products } from './catalogue';
import type { Traits } from './special-cases';
import { Random } from './random';

/** An order without an id; ids are assigned in the order of time. */
export type UnnumberedOrder = Omit<StoredOrder, 'id'>;

const statuses = [
  ['success', 92],
  ['pending', 5],
  ['failed', 3],
] as const;

const refundsOfPaid = [
  [null, 80],
  ['', 6],
  [' ', 6],
  ['complete', 4],
  ['partial', 3],
  ['failed', 1],
] as const;

const gateways = [
  ['weixin_tenpay', 86],
  ['alipay', 5],
  ['qpay', 3],
  ['weixin_tenpay_js', 2],
  ['alipay_app', 2],
  ['baidu_miniapp_pay', 1],
  ['bytedance_miniapp_pay', 1],
] as const;

const digitsAndAToF = '0123456789abcdef';

function updatedAt(
  order: { created_at: number; paid_at: number | null; refund_status: string | null },
  random: Random,
) {
  const settled = order.paid_at ?? order.created_at;
  const refunded = (order.refund_status ?? '').trim() !== '';
  return refunded ? settled + random.integer(3600, 3 * 86400) : settled;
}

/**
 * Generates a plausible order with given traits.
 *
 * @param now - The latest time in the order, in epoch seconds.
 */
export function makeOrder(
  user: number,
  createdAt: number,
  now: number,
  traits: Traits,
  random: Random,
): UnnumberedOrder {
  const randomProduct = random.pick(products);
  const product =
    products.find(({ description }) => description === traits.merchandise_description) ??
    randomProduct;
  const price =
    product.from +
    random.integer(0, Math.floor((product.to - product.from) / product.step)) * product.step;
  const status = traits.status ?? random.weighted(statuses);
  const refund = status === 'success' ? random.weighted(refundsOfPaid) : null;
  const ofTable = random.chance(0.7);
  const confirmed = Math.min(now, createdAt + random.integer(4, 75));
  const made: UnnumberedOrder = {
    user,
    transaction_no: random.text(32),
    trade_no: status === 'failed' && random.chance(0.5) ? null : `1${random.text(31)}`,
    status,
    refund_status: refund,
    total_fen: price,
    currency_type: 'CNY',
    created_at: createdAt,
    updated_at: createdAt,
    paid_at: ['success', 'complete', 'partial'].includes(status) ? confirmed : null,
    merchandise_description: product.description,
    merchandise_record_id: ofTable ? `5${random.text(23, digitsAndAToF)}` : null,
    merchandise_schema_id: ofTable ? random.integer(32001, 32006) : null,
    merchandise_snapshot:
      ofTable && random.chance(0.4) ? { title: product.description, quantity: 1 } : {},
    gateway_type: random.weighted(gateways),
    gateway_extra_info: null,
    refunds: null,
    ip_address: `203.0.113.${random.integer(1, 254)}`,
    wire: {},
    missing: [],
    ...traits,
  };
  return { ...made, updated_at: Math.min(now, updatedAt(made, random)) };
}

/**
 * Generates an order with a transaction number that is free.
 *
 * The generator has 32 bits of state, so among 50,000 orders two may be equal. Such an order is generated again from
 * another seed.
 *
 * @param seed - The seed of the first attempt.
 */
export function makeUniqueOrder(
  make: (random: Random) => UnnumberedOrder,
  isTaken: (transactionNo: string) => boolean,
  ...seed: number[]
): UnnumberedOrder {
  let order = make(new Random(...seed));
  for (let attempt = 1; isTaken(order.transaction_no); attempt++) {
    order = make(new Random(...seed, attempt));
  }
  return order;
}
