import { addToNet, NOTHING_PAID, type NetTotal } from '../../../domain/net-total';
import { beijingTime, type BeijingTime } from '../../../domain/time';
import type { Texts } from '../../../texts/texts';
import type { ListedOrder } from '../../shared/row-model';

/** A month of the calendar; it counts from 1. */
export type YearMonth = Pick<BeijingTime, 'year' | 'month'>;

/** The orders of one month. */
export interface Month {
  readonly title: string;
  /** When it is; null for the orders that do not tell. */
  readonly at: YearMonth | null;
  /** In list order, at least one. */
  readonly orders: readonly ListedOrder[];
  /** What they come to. */
  readonly net: NetTotal;
}

/** The list's orders by the month of their creation in Beijing. */
export interface Months {
  /** In the order in which their first orders come. */
  readonly all: readonly Month[];
  /** Takes the list as it is now; the work is that of the orders added at its end, and of all after other changes. */
  update(orders: readonly ListedOrder[]): void;
  /** Whether the list begins with the very orders it began with before, so that nothing moves. */
  onlyGrowsTo(orders: readonly ListedOrder[]): boolean;
}

interface GrowingMonth extends Month {
  readonly orders: ListedOrder[];
  net: NetTotal;
}

/** Starts without any month. */
export function createMonths(texts: Texts): Months {
  let known: readonly ListedOrder[] = [];
  let all: GrowingMonth[] = [];
  let byTitle = new Map<string, GrowingMonth>();

  function add(order: ListedOrder): void {
    const at = order.createdAt === null ? null : beijingTime(order.createdAt);
    const title = at ? texts.month(at.year, at.month) : texts.unknownMonth;
    let month = byTitle.get(title);
    if (!month) {
      month = { title, at, orders: [], net: NOTHING_PAID };
      byTitle.set(title, month);
      all.push(month);
    }
    month.orders.push(order);
    month.net = addToNet(month.net, order);
  }

  function onlyGrowsTo(orders: readonly ListedOrder[]): boolean {
    return orders === known || known.every((order, index) => order === orders[index]);
  }

  return {
    get all() {
      return all;
    },
    onlyGrowsTo,
    update(orders) {
      if (!onlyGrowsTo(orders)) {
        known = [];
        all = [];
        byTitle = new Map();
      }
      orders.slice(known.length).forEach(add);
      known = orders;
    },
  };
}
