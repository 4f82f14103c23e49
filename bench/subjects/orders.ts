import { rowWords, toRowView } from '../../miniprogram/features/shared/row-model';
import { decodeOrders } from '../../miniprogram/services/orders/decode-order';
import { textsIn } from '../../miniprogram/texts/texts';
import { deliver } from '../../sandbox/dialects/dialect';
import { seedOrders } from '../../sandbox/seed/seed-orders';
import type { RowView } from '../../miniprogram/components/payment-row/payment-row';

/** Rows that one step of a subject adds. */
export const CHUNK_ROWS = 20;

/** Orders beyond the requested ones; more than a run appends. */
const SPARE = 1000;
const NOW = 1_790_000_000;
const NOW_MS = NOW * 1000;
const texts = textsIn('zh-CN');

/** An order as the API sends it, and its row. */
export interface PeerOrder {
  readonly row: RowView;
  readonly wire: Readonly<Record<string, unknown>>;
}

/** The newest `count` orders of a history and {@link SPARE} older ones, newest first. */
export function history(count: number): PeerOrder[] {
  const own = seedOrders(1, count + SPARE, NOW).filter(({ user }) => user === 1);
  const wires = own.reverse().map((order) => deliver(order, 'documented'));
  const { rows } = decodeOrders(wires);
  return rows.flatMap((order, index) =>
    order ? [{ row: toRowView(order, texts, NOW_MS), wire: wires[index] ?? {} }] : [],
  );
}

/** Words that all rows share. */
export const WORDS = rowWords(texts);

/** The row after a complete refund. */
export const refunded = (row: RowView): RowView => ({ ...row, refund: 'complete' });
