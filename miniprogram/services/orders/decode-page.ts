import type { Order } from '../../domain/order';
import { decodeOrders, type Decoding, type WireProblem } from './decode-order';
import { matches, type FilterMismatch, type ActiveFilter } from './query';

/** One page of the user's payments. */
export interface OrdersPage {
  /** In the order of the answer; may be fewer than the answer's rows (see `problems` and `mismatches`). */
  readonly orders: readonly Order[];
  /** What the server granted, which may differ from what was asked for. */
  readonly limit: number;
  readonly offset: number;
  /** Rows in the answer, shown or not: the next page begins at `offset + received`. */
  readonly received: number;
  /** How many payments there are in all; null where the server does not say, or was not asked for `refund: 'none'`. */
  readonly totalCount: number | null;
  /** Whether no payments come after this page. */
  readonly isLast: boolean;
  /** Rows that could not be read, or not in full. */
  readonly problems: readonly WireProblem[];
  /** Payments left out because the server ignored a filter. */
  readonly mismatches: readonly FilterMismatch[];
}

/** Reads the body of a list; null when it is none. */
export function decodePage(
  body: unknown,
  asked: { readonly limit: number; readonly offset: number },
  wanted: readonly ActiveFilter[],
  decoding: Decoding,
): OrdersPage | null {
  const { meta, objects: rows } = Object(body) as { meta?: unknown; objects?: unknown };
  if (!Array.isArray(rows)) return null;
  const granted = Object(meta) as { limit?: unknown; total_count?: unknown };
  const limit = wholeNumber(granted.limit) || asked.limit;
  const total = wholeNumber(granted.total_count);
  const { offset } = asked;
  const received = rows.length;
  const { orders, problems } = decodeOrders(rows, decoding);
  return {
    ...sift(orders, rows, wanted),
    problems,
    limit,
    offset,
    received,
    totalCount: wanted.every(({ sent }) => sent) ? total : null,
    // meta.next proves nothing: the documented sample has one past the end.
    isLast: received < limit || (total !== null && offset + received >= total),
  };
}

/** Keeps the orders that agree with the filters. A field that no row of the answer has cannot be checked. */
function sift(orders: readonly Order[], rows: readonly unknown[], wanted: readonly ActiveFilter[]) {
  const checked = wanted.filter(
    ({ wire, sent }) => !sent || rows.some((row) => wire in Object(row)),
  );
  const mismatches: FilterMismatch[] = [];
  const kept = orders.filter((order) => {
    const wrong = checked.filter((filter) => !matches(order, filter));
    const filters = wrong.filter(({ sent }) => sent).map(({ filter }) => filter);
    if (filters.length > 0) mismatches.push({ key: order.key, filters });
    return wrong.length === 0;
  });
  return { orders: kept, mismatches };
}

function wholeNumber(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
