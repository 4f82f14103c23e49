import type { RowView } from '../../../miniprogram/components/payment-row/payment-row';
import { CHUNK_ROWS, history, refunded, WORDS, type PeerOrder } from '../orders';

let source: PeerOrder[] = [];
let latency = 0;

/** Our own row in the plainest list: every page is put behind the whole list, which is sent again. */
Page({
  data: { rows: [] as RowView[], words: WORDS },
  onLoad() {
    this.setData({ rows: [] });
  },
  fill(count: number) {
    source = history(count);
    this.setData({ rows: source.slice(0, count).map(({ row }) => row) });
  },
  append() {
    const { length } = this.data.rows;
    const added = source.slice(length, length + CHUNK_ROWS).map(({ row }) => row);
    this.setData({ rows: this.data.rows.concat(added) });
  },
  update(index: number) {
    const row = this.data.rows[index];
    if (row) this.setData({ [`rows[${index}]`]: refunded(row) });
  },
  /** The same answer as before: nothing tells whoever wrote such a page that it is. */
  refresh() {
    this.setData({ rows: this.data.rows.slice() });
  },
  setLatency(ms: number) {
    latency = ms;
  },
  onReachBottom() {
    setTimeout(() => this.append(), latency);
  },
});
