import type { ServerClock } from '../../core/server-clock';
import type { Order } from '../../domain/order';
import { nextLapse } from '../../domain/payability';
import { nextMidnight } from '../../domain/time';

/** Draws a feature again when time alone changes what it shows. */
export interface RedrawOnTime {
  /** Takes the orders that were drawn, newest first. */
  follow(orders: readonly Pick<Order, 'status' | 'createdAt'>[]): void;
  dispose(): void;
}

/** Waits for one moment at a time: a payment becomes too old to be paid, or the day in Beijing ends. */
export function createRedrawOnTime(
  clock: Pick<ServerClock, 'now' | 'at'>,
  redraw: () => void,
): RedrawOnTime {
  let awaited: number | null = null;
  let stop = (): void => undefined;
  return {
    follow(orders) {
      const now = clock.now();
      const moment = Math.min(nextLapse(orders, now) ?? Infinity, nextMidnight(now));
      if (moment === awaited) return;
      stop();
      awaited = moment;
      stop = clock.at(moment, () => {
        awaited = null;
        redraw();
      });
    },
    dispose: () => stop(),
  };
}
