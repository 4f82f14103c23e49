import { formatFen } from '../../../domain/money';
import { sumsOf, type CurrencySum } from '../../../domain/payment-sums';
import type { Texts } from '../../../texts/texts';
import type { ListedOrder } from '../../shared/row-model';
import type { HistoryState } from '../history-state';

type Facts = Pick<HistoryState, 'list' | 'paging' | 'isPart'>;

/** The sums of a list, for as long as the list stays the same. */
const known = new WeakMap<readonly ListedOrder[], readonly CurrencySum[]>();

/**
 * The number of the payments that are shown and their net sum, each currency by itself; empty without
 * payments. A search says by itself how many payments it found, so its line has the sums only.
 */
export function sumLine({ list, paging, isPart }: Facts, texts: Texts): string {
  const { orders } = list;
  const { length } = orders;
  const isComplete = paging.reachesEnd;
  if (length === 0) return '';
  const sums = known.get(orders) ?? sumsOf(orders);
  known.set(orders, sums);
  const paid = sums
    .filter(({ payments }) => payments > 0)
    .map(({ currency, netFen, isRefundUnclear }) =>
      texts.net(formatFen(netFen, currency), isRefundUnclear, true),
    )
    .join(' · ');
  const unknown = sums.reduce((sum, { withoutAmount }) => sum + withoutAmount, 0);
  return [
    ...(isPart ? [] : [isComplete ? texts.count(length) : texts.loadedCount(length)]),
    ...(paid ? [isPart || !isComplete ? texts.find.search.ofThese(paid) : paid] : []),
    ...(unknown > 0 ? [texts.statistics.withoutAmount(unknown)] : []),
  ].join(' · ');
}
