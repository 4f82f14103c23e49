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
 * @param reachesEnd - No orders follow after the last month. Orders come month by month, so only the
 * last month can have more of them.
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
  const isComplete = reachesEnd || group < months.length - 1;
  const payments = isComplete ? texts.count(orders.length) : texts.loadedCount(orders.length);
  const paid = net.payments > 0 && texts.net(formatFen(net.fen), net.isAtMost, isComplete);
  return { title, count: paid ? `${payments} · ${paid}` : payments };
}
