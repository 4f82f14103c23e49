import type { RowView } from '../../../miniprogram/components/payment-row/payment-row';
import { CHUNK_ROWS, history, refunded, WORDS, type PeerOrder } from '../orders';

let source: PeerOrder[] = [];
let latency = 0;

/** Our row in the simplest list: each page is appended and the whole list is sent again. */
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
  /** Sends the same rows again: a page like this does not compare answers. */
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
