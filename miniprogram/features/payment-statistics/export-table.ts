import { decimalOf } from '../../domain/money';
import { netOf } from '../../domain/net-total';
import type { Order } from '../../domain/order';
import { isCounted, type Scope } from '../../domain/payment-sums';
import { visibleText } from '../../domain/plain-text';
import { beijingTime } from '../../domain/time';
import { clockToSecond } from '../../texts/format';
import type { Texts } from '../../texts/texts';
import { textCell } from './csv';

/**
 * The payments that the statistics of a scope count, as a table with a line of names above.
 *
 * @param orders - Newest first, as are the rows.
 */
export function exportTable(
  orders: readonly Order[],
  scope: Scope,
  texts: Texts,
): readonly (readonly string[])[] {
  const { columns } = texts.statistics.export;
  const { method, currency, tradeNo, transactionNo } = texts.detail;
  const names = [
    ...[columns.time, columns.description, method, currency, columns.amount],
    ...[columns.refund, columns.refunded, columns.net, tradeNo, transactionNo],
  ];
  const counted = orders.filter((order) => isCounted(order, scope));
  return [names, ...counted.map((order) => rowOf(order, texts))];
}

function rowOf(order: Order, texts: Texts): readonly string[] {
  const { amountFen, currency, gateway, gatewayRaw } = order;
  const net = netOf(order);
  // The API does not say how much of an unclear refund was returned.
  const netFen = net && !net.isAtMost ? net.fen : null;
  const money = (fen: number | null) => (fen === null ? '' : decimalOf(fen, currency));
  return [
    timeOf(order),
    textCell(visibleText(order.description)),
    gateway === 'unknown' && gatewayRaw ? textCell(gatewayRaw) : texts.gateway[gateway],
    textCell(currency),
    money(amountFen),
    refundText(order, texts),
    money(amountFen === null || netFen === null ? null : amountFen - netFen),
    money(netFen),
    textCell(order.tradeNo ?? ''),
    textCell(order.transactionNo ?? ''),
  ];
}

function refundText({ refund, refundRaw }: Order, texts: Texts): string {
  if (refund === 'none') return '';
  return refund === 'unknown' && refundRaw ? textCell(refundRaw) : texts.refund[refund];
}

/** `2026-11-23 09:05:30` in Beijing; empty where unknown. */
function timeOf({ createdAt }: Order): string {
  if (createdAt === null) return '';
  const at = beijingTime(createdAt);
  const date = [at.year, at.month, at.day].map((part) => String(part).padStart(2, '0'));
  return `${date.join('-')} ${clockToSecond(at)}`;
}
