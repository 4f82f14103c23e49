import type { ServerClock } from '../../core/server-clock';
import { hasLapsed, nextLapse } from '../../domain/payability';
import type { ListedOrder } from '../shared/row-model';

/**
 * Leaves out unpaid payments whose two hours are over, by the server's clock.
 *
 * @returns The same array for the same payments, until one of them expires.
 */
export function createWithoutExpired({
  now,
}: Pick<ServerClock, 'now'>): (orders: readonly ListedOrder[]) => readonly ListedOrder[] {
  let last: {
    readonly from: readonly ListedOrder[];
    readonly to: readonly ListedOrder[];
    /** The time in milliseconds at which it was computed, and until which it is true. */
    readonly at: number;
    readonly until: number;
  } | null = null;
  return (orders) => {
    const at = now();
    if (last?.from === orders && at >= last.at && at < last.until) return last.to;
    const to = orders.filter((order) => !hasLapsed(order, at));
    const until = nextLapse(orders, at) ?? Infinity;
    last = { from: orders, to: to.length === orders.length ? orders : to, at, until };
    return last.to;
  };
}
