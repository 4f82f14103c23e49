import type { FactView } from '../../components/fact-list/fact-list';
import { bankOf } from '../../texts/bank-names';
import { currencyName } from '../../texts/currency-names';
import { formatFen } from '../../domain/money';
import type { Order } from '../../domain/order';
import type { Texts } from '../../texts/texts';
import { goodsIn } from './goods';

/** The facts of a payment; an unknown fact has no line. */
export function factsOf(order: Order, texts: Texts): readonly FactView[] {
  const words = texts.detail;
  const { gateway, gatewayRaw, wechat = null, currency } = order;
  const method = (gateway === 'unknown' && gatewayRaw) || texts.gateway[gateway];
  const merchandise = [order.merchandiseSchemaId, order.merchandiseRecordId];
  const bank = (wechat && wechat.bankType) || '';
  const named = currency === 'CNY' ? '' : currencyName(currency, texts.language);
  return [
    fact(words.method, method),
    fact(words.bank, bank && bankName(bank, texts)),
    fact(words.currency, named),
    ...discountOf(order, texts),
    number(words.tradeNo, order.tradeNo, texts),
    number(words.transactionNo, order.transactionNo, texts),
    number(words.wechatNo, wechat && wechat.transactionId, texts),
    fact(words.goods, goodsIn(order.snapshot)),
    number(words.merchandise, merchandise.filter(Boolean).join(' / '), texts),
  ].filter(({ value }) => value !== '');
}

/** WeChat reports the price and the part that was paid in cash; coupons are the difference. */
function discountOf({ wechat }: Order, texts: Texts): readonly FactView[] {
  const { totalFen = null, cashFen = null, feeType = 'CNY' } = wechat || {};
  if (totalFen === null || cashFen === null || cashFen >= totalFen) return [];
  return [
    fact(texts.detail.discount, formatFen(cashFen - totalFen, feeType)),
    fact(texts.detail.cash, formatFen(cashFen, feeType)),
  ];
}

function bankName(code: string, texts: Texts): string {
  const { name, card } = bankOf(code);
  return card ? `${name} ${texts.detail.card[card]}` : name;
}

function fact(label: string, value: string): FactView {
  return { label, value };
}

function number(label: string, value: string | null, { detail }: Texts): FactView {
  return { label, value: value || '', copyLabel: detail.copyOf(label) };
}
