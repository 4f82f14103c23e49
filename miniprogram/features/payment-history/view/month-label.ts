import { formatFen } from '../../../domain/money';
import type { Texts } from '../../../texts/texts';
import type { Month } from '../months';

/** The text of a month's header. */
export interface MonthLabel {
  readonly title: string;
  /** Number of payments and their net total, in words. */
  readonly count: string;
}

/**
 * Writes the header of a month.
 *
 * @param reachesEnd - No orders follow after the last month. Orders come month by month, so a month is complete
 * where another one follows. Orders without a readable time stand last, wherever the server has them.
 */
export function monthLabel(
  months: readonly Month[],
  group: number,
  reachesEnd: boolean,
  texts: Texts,
): MonthLabel {
  const month = months[group];
  if (!month) throw new Error(`The list has no month ${group}.`);
  const { title, orders, net } = month;
  const isComplete = reachesEnd || months.slice(group + 1).some(({ at }) => at !== null);
  const payments = isComplete ? texts.count(orders.length) : texts.loadedCount(orders.length);
  const paid = net.payments > 0 && texts.net(formatFen(net.fen), net.isAtMost, isComplete);
  return { title, count: paid ? `${payments} · ${paid}` : payments };
}
