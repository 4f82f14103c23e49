import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import { order, TODAY } from './order';

const DAY = 86_400;
/** Leaves room for orders that are newer than number 0. */
const MIDDLE = 100_000;

/** The order of a number: the higher, the older; three a day, so about ninety a month. */
export const numbered = (number: number, changes: Partial<ListedOrder> = {}): ListedOrder =>
  order({
    key: String(MIDDLE + number).padStart(32, '0'),
    createdAt: TODAY - Math.floor((number * DAY) / 3),
    description: '外卖订单 - 川味小馆',
    ...changes,
  });

/** `count` orders, the newest of which has the number `from`. */
export const numberedOrders = (from: number, count: number): ListedOrder[] =>
  Array.from({ length: count }, (_, index) => numbered(from + index));

/** The number of the order that a key belongs to. */
export const keyOf = (key: string): number => Number(key) - MIDDLE;
