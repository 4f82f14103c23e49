import { rowWords, toRowView } from '../../miniprogram/features/shared/row-model';
import { decodeOrders } from '../../miniprogram/services/orders/decode-order';
import { textsIn } from '../../miniprogram/texts/texts';
import { deliver } from '../../sandbox/dialects/dialect';
import { seedOrders } from '../../sandbox/seed/seed-orders';
import type { RowView } from '../../miniprogram/components/payment-row/payment-row';

/** The rows that one step of a subject adds. */
export const CHUNK_ROWS = 20;

/** More orders than a run ever shows after the ones it starts with. */
const SPARE = 1000;
const NOW = 1_790_000_000;
const NOW_MS = NOW * 1000;
const texts = textsIn('zh-CN');

/** An order as the API sends it, and the row that shows it. */
export interface PeerOrder {
  readonly row: RowView;
  readonly wire: Readonly<Record<string, unknown>>;
}

/** The first orders of a long history, and those after them, newest first, each only made when asked for. */
export function history(count: number): PeerOrder[] {
  const own = seedOrders(1, count + SPARE, NOW).filter(({ user }) => user === 1);
  const wires = own.reverse().map((order) => deliver(order, 'documented'));
  const { rows } = decodeOrders(wires);
  return rows.flatMap((order, index) =>
    order ? [{ row: toRowView(order, texts, NOW_MS), wire: wires[index] ?? {} }] : [],
  );
}

/** The words that all rows share. */
export const WORDS = rowWords(texts);

/** The same row after its order was refunded. */
export const refunded = (row: RowView): RowView => ({ ...row, refund: 'complete' });
