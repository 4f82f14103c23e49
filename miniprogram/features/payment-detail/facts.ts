import type { FactView } from '../../components/fact-list/fact-list';
import { bankOf } from '../../texts/bank-names';
import { currencyName } from '../../texts/currency-names';
import { formatFen } from '../../domain/money';
import type { Order, WechatPayment } from '../../domain/order';
import type { Texts } from '../../texts/texts';
import { goodsIn } from './goods';
import { unlisted } from './unlisted';

/** The facts of a payment; an unknown fact has no line. */
export function factsOf(order: Order, texts: Texts): readonly FactView[] {
  const words = texts.detail;
  const { gateway, gatewayRaw, wechat = null, currency } = order;
  const named = texts.gateway[gateway];
  const method = gateway === 'unknown' ? unlisted(named, gatewayRaw, texts) : named;
  const merchandise = [order.merchandiseSchemaId, order.merchandiseRecordId];
  const bank = (wechat && wechat.bankType) || '';
  const money = currency === 'CNY' ? '' : currencyName(currency, texts.language);
  return [
    fact(words.method, method),
    fact(words.bank, bank && bankName(bank, texts)),
    fact(words.currency, money),
    ...(wechat ? paidFacts(wechat, texts) : []),
    number(words.tradeNo, order.tradeNo, texts),
    number(words.transactionNo, order.transactionNo, texts),
    number(words.wechatNo, (wechat && wechat.transactionId) || order.wechatNo, texts),
    fact(words.goods, goodsIn(order.snapshot)),
    number(words.merchandise, merchandise.filter(Boolean).join(' / '), texts),
  ].filter(({ value }) => value !== '');
}

/** The discount, and what the person paid where that is not the price. */
function paidFacts(wechat: WechatPayment, texts: Texts): readonly FactView[] {
  const { totalFen, feeType, cashFen, cashFeeType } = wechat;
  const discount = discountFen(wechat);
  const isPrice =
    cashFeeType === feeType && (totalFen === null || cashFen === null || cashFen >= totalFen);
  return [
    fact(texts.detail.discount, discount > 0 ? formatFen(-discount, feeType) : ''),
    fact(texts.detail.cash, cashFen === null || isPrice ? '' : formatFen(cashFen, cashFeeType)),
  ];
}

/**
 * Amounts in different currencies have no difference, so the discount comes from the first amount that is
 * in the currency of the price: what was paid, the coupons, or the price that the merchant receives.
 *
 * @returns The discount in the currency of the price; 0 where there is none, or none is known.
 */
function discountFen(wechat: WechatPayment): number {
  const { totalFen, feeType, cashFen, couponFen, settlementFen } = wechat;
  if (totalFen === null) return 0;
  if (cashFen !== null && wechat.cashFeeType === feeType) return totalFen - cashFen;
  if (couponFen !== null && wechat.couponFeeType === feeType) return couponFen;
  return settlementFen === null ? 0 : totalFen - settlementFen;
}

function bankName(code: string, texts: Texts): string {
  const { name, card } = bankOf(code);
  return card ? `${name} ${texts.detail.card[card]}` : name;
}

function fact(label: string, value: string): FactView {
  return { label, value };
}

function number(label: string, value: string | null | undefined, { detail }: Texts): FactView {
  return { label, value: value || '', copyLabel: detail.copyOf(label) };
}
