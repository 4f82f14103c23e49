import type { Order } from '../../domain/order';
import { word } from '../http/json';
import {
  decodeOrders,
  reportParameters,
  type Decoding,
  type PaymentParametersHook,
  type WireProblem,
} from './decode-order';
import { matches, type FilterMismatch, type ActiveFilter } from './query';

/** One page of the user's payments. */
export interface OrdersPage {
  /**
   * One entry per row of the answer, in its order. Null where the row could not be read (see `problems`) or
   * does not match a filter (see `mismatches`).
   */
  readonly rows: readonly (Order | null)[];
  /** The orders of `rows`, without the nulls. */
  readonly orders: readonly Order[];
  /** Number of rows that the server granted, which may differ from what was asked for. */
  readonly limit: number;
  readonly offset: number;
  /** Number of `rows`: the next page begins at `offset + received`. */
  readonly received: number;
  /**
   * Number of payments that match the filters; null where the server does not say, and for `refund: 'none'`,
   * which the server is not asked for.
   */
  readonly totalCount: number | null;
  /**
   * Whether no payments come after this page: it is empty, or ends at the server's total. A short page is
   * no evidence, because a server may grant fewer rows than it says.
   */
  readonly isLast: boolean;
  /** Rows that could not be read, or not in full. */
  readonly problems: readonly WireProblem[];
  /** Payments left out because the server ignored a filter. */
  readonly mismatches: readonly FilterMismatch[];
}

/** What is read beside the fields of a list, and who receives the parameters of its pending orders. */
interface Reading extends Decoding {
  readonly onPaymentParameters?: PaymentParametersHook | undefined;
}

/** Reads the body of a list. @returns Null when it is not a list. */
export function decodePage(
  body: unknown,
  asked: { readonly limit: number; readonly offset: number },
  wanted: readonly ActiveFilter[],
  { onPaymentParameters, ...decoding }: Reading,
): OrdersPage | null {
  const { meta, objects } = Object(body) as { meta?: unknown; objects?: unknown };
  if (!Array.isArray(objects)) return null;
  const granted = Object(meta) as { limit?: unknown; total_count?: unknown };
  const limit = countOf(granted.limit) || asked.limit;
  const total = countOf(granted.total_count);
  const { offset } = asked;
  const received = objects.length;
  const { rows: decoded, problems } = decodeOrders(objects, decoding);
  const { rows, mismatches } = sift(decoded, objects, wanted);
  rows.forEach((order, row) => order && reportParameters(order, objects[row], onPaymentParameters));
  return {
    rows,
    orders: rows.filter((row): row is Order => row !== null),
    problems,
    mismatches,
    limit,
    offset,
    received,
    totalCount: wanted.every(({ sent }) => sent) ? total : null,
    // meta.next is no evidence: in the documented sample it is set past the end. A total below the rows that
    // came is none either.
    isLast: received === 0 || offset + received === total,
  };
}

/** Leaves out the orders that do not match the filters. A field that no row of the answer has is not checked. */
function sift(
  decoded: readonly (Order | null)[],
  objects: readonly unknown[],
  wanted: readonly ActiveFilter[],
) {
  const checked = wanted.filter(
    ({ wire, sent }) => !sent || objects.some((object) => wire in Object(object)),
  );
  const mismatches: FilterMismatch[] = [];
  const rows = decoded.map((order) => {
    if (order === null) return null;
    const wrong = checked.filter((filter) => !matches(order, filter));
    const filters = wrong.filter(({ sent }) => sent).map(({ filter }) => filter);
    if (filters.length > 0) mismatches.push({ key: order.key, filters });
    return wrong.length === 0 ? order : null;
  });
  return { rows, mismatches };
}

/** A count as a number or as text, as this API writes numbers; null for anything else. */
function countOf(value: unknown): number | null {
  const digits = word(value);
  return digits !== null && /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
