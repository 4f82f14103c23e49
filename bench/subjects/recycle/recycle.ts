import type { RowView } from '../../../miniprogram/components/payment-row/payment-row';
import { CHUNK_ROWS, history, refunded, WORDS, type PeerOrder } from '../orders';
import createRecycleContext from 'miniprogram-recycle-view';

interface RecycleContext {
  append(rows: RowView[]): void;
  update(index: number, rows: RowView[]): void;
  getList(): RowView[];
  destroy(): void;
}

const ROW = { width: 390, height: 76 };
let source: PeerOrder[] = [];
let list: RecycleContext | null = null;

/** Our row in WeChat's recycle-view, used as its README shows. */
Page({
  data: { words: WORDS, rows: [] as RowView[] },
  onReady() {
    list = createRecycleContext({
      id: 'list',
      dataKey: 'rows',
      page: this,
      itemSize: ROW,
    }) as RecycleContext;
    this.setData({ isReady: true });
  },
  onUnload() {
    list?.destroy();
    list = null;
    source = [];
  },
  fill(count: number) {
    source = history(count);
    list?.append(source.slice(0, count).map(({ row }) => row));
  },
  append() {
    const length = list?.getList().length ?? 0;
    list?.append(source.slice(length, length + CHUNK_ROWS).map(({ row }) => row));
  },
  update(index: number) {
    const row = list?.getList()[index];
    if (row) list?.update(index, [refunded(row)]);
  },
});
